import {detailMessages, type DetailMessages} from './detail-messages.ts';
import type {MessageSet} from './wording.ts';

/** What the panel or page of one organisation says. */
export type PartnerDetailMessages = DetailMessages & {
  since: string;
  areas: string;
  contact: string;
  parent: string;
  members: string;
  networks: string;
  services: string;
  functions: string;
  forWhom: string;
  howToGet: string;
  cost: string;
  capacity: string;
  coalition: string;
  sampleHint: string;
  severalByThisName: string;
  severalByThisNameHint: string;
};

export const partnerDetailMessages: MessageSet<PartnerDetailMessages> = {
  nl: (addressForm) => ({
    ...detailMessages.nl(addressForm),
    since: 'Sinds',
    areas: 'Werkt in',
    contact: 'Contact',
    parent: 'Hoort bij',
    members: 'Wie doen er mee',
    networks: 'Doet mee in',
    services: addressForm === 'u' ? 'Wat kunt u hier krijgen' : 'Wat kun je hier krijgen',
    functions: 'Waarvoor',
    forWhom: 'Voor wie',
    howToGet: addressForm === 'u' ? 'Hoe komt u eraan' : 'Hoe kom je eraan',
    cost: 'Kosten',
    capacity: 'Is er plek',
    coalition: 'Staat achter deze initiatieven',
    sampleHint: 'Deze organisatie is een voorbeeld. Zij bestaat niet.',
    severalByThisName: 'Meer dan één organisatie heet zo',
    severalByThisNameHint: addressForm === 'u' ? 'Welke organisatie bedoelt u?' : 'Welke organisatie bedoel je?',
  }),
  en: (addressForm) => ({
    ...detailMessages.en(addressForm),
    since: 'Since',
    areas: 'Works in',
    contact: 'Contact',
    parent: 'Part of',
    members: 'Who take part',
    networks: 'Takes part in',
    services: 'What you can get here',
    functions: 'What for',
    forWhom: 'For whom',
    howToGet: 'How to get it',
    cost: 'Cost',
    capacity: 'Is there room',
    coalition: 'Stands behind these initiatives',
    sampleHint: 'This organisation is a sample. It doesn’t exist.',
    severalByThisName: 'More than one organisation has this name',
    severalByThisNameHint: 'Which one do you mean?',
  }),
};
