import {detailMessages, type DetailMessages} from './detail-messages.ts';
import type {MessageSet} from './wording.ts';

/** What the panel or page of one organisation says. */
export type PartnerDetailMessages = DetailMessages & {
  city: string;
  areas: string;
  contact: string;
  parent: string;
  members: string;
  networks: string;
  services: string;
  forWhom: string;
  howToGet: string;
  cost: string;
  capacity: string;
  coalition: string;
  sampleHint: string;
  /** Button from an initiative back to the organisation it was opened from. */
  backTo: (name: string) => string;
  severalByThisName: string;
  severalByThisNameHint: string;
};

export const partnerDetailMessages: MessageSet<PartnerDetailMessages> = {
  nl: (addressForm) => ({
    ...detailMessages.nl(addressForm),
    city: 'Plaats',
    areas: 'Werkt in',
    contact: 'Contact',
    parent: 'Hoort bij',
    members: 'Wie doen er mee',
    networks: 'Doet mee in',
    services: addressForm === 'u' ? 'Wat kunt u hier krijgen' : 'Wat kun je hier krijgen',
    forWhom: 'Voor wie',
    howToGet: addressForm === 'u' ? 'Hoe komt u eraan' : 'Hoe kom je eraan',
    cost: 'Kosten',
    capacity: 'Plek',
    coalition: 'Staat achter deze initiatieven',
    sampleHint: 'Deze organisatie is een voorbeeld. Zij bestaat niet.',
    backTo: (name) => `Terug naar ${name}`,
    severalByThisName: 'Meer dan één organisatie heet zo',
    severalByThisNameHint: addressForm === 'u' ? 'Welke organisatie bedoelt u?' : 'Welke organisatie bedoel je?',
  }),
  en: (addressForm) => ({
    ...detailMessages.en(addressForm),
    city: 'Town',
    areas: 'Works in',
    contact: 'Contact',
    parent: 'Part of',
    members: 'Who take part',
    networks: 'Takes part in',
    services: 'What you can get here',
    forWhom: 'For whom',
    howToGet: 'How to get it',
    cost: 'Cost',
    capacity: 'Room',
    coalition: 'Stands behind these initiatives',
    sampleHint: 'This organisation is a sample. It doesn’t exist.',
    backTo: (name) => `Back to ${name}`,
    severalByThisName: 'More than one organisation has this name',
    severalByThisNameHint: 'Which one do you mean?',
  }),
};
