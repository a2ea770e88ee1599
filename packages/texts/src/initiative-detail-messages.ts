import {detailMessages, type DetailMessages} from './detail-messages.ts';
import type {MessageSet} from './wording.ts';

/** What the panel or page of one initiative says. */
export type InitiativeDetailMessages = DetailMessages & {
  since: string;
  story: string;
  coalition: string;
  lookingFor: string;
  /** Heading above who else is in the same building. */
  alsoIn: (place: string) => string;
  /** Under a photo. */
  photoBy: (name: string) => string;
  notRecentlyChecked: string;
  severalByThisName: string;
  severalByThisNameHint: string;
};

export const initiativeDetailMessages: MessageSet<InitiativeDetailMessages> = {
  nl: (addressForm) => ({
    ...detailMessages.nl(addressForm),
    since: 'Sinds',
    story: 'Het verhaal',
    coalition: 'Wie staat erachter',
    lookingFor: 'Wie wordt er gezocht',
    alsoIn: (place) => `Ook in ${place}`,
    photoBy: (name) => `Foto: ${name}`,
    notRecentlyChecked: 'Niet recent gecontroleerd',
    severalByThisName: 'Meer dan één initiatief heet zo',
    severalByThisNameHint: addressForm === 'u' ? 'Welk initiatief bedoelt u?' : 'Welk initiatief bedoel je?',
  }),
  en: (addressForm) => ({
    ...detailMessages.en(addressForm),
    since: 'Since',
    story: 'The story',
    coalition: 'Who stands behind it',
    lookingFor: 'Who they are looking for',
    alsoIn: (place) => `Also in ${place}`,
    photoBy: (name) => `Photo: ${name}`,
    notRecentlyChecked: 'Not checked recently',
    severalByThisName: 'More than one initiative has this name',
    severalByThisNameHint: 'Which one do you mean?',
  }),
};
