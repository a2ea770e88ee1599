import type {MessageSet} from './wording.ts';

/** What the page of a link says when the link itself has nothing to show any more, and around a form. */
export type LinkMessages = {
  usedTitle: string;
  used: string;
  expiredTitle: string;
  /** With the name and number of whom to call, where the community has them. */
  expired: (desk: string | null) => string;
  unknownTitle: string;
  unknown: string;
  staleForm: string;
  tryAgain: string;
  required: string;
  optional: string;
  toInitiatives: string;
};

export const linkMessages: MessageSet<LinkMessages> = {
  nl: (addressForm) => ({
    usedTitle: 'Deze link is al gebruikt',
    used: addressForm === 'u' ? 'Het is gelukt. U hoeft niets meer te doen.' : 'Het is gelukt. Je hoeft niets meer te doen.',
    expiredTitle: 'Deze link werkt niet meer',
    expired: (desk) => (desk === null ? 'Bel of mail ons, dan helpen wij verder.' : `Bel of mail ons, dan helpen wij verder: ${desk}.`),
    unknownTitle: 'Deze link kennen we niet',
    unknown:
      addressForm === 'u' ? 'Klik op de link in uw mail, of kopieer hem helemaal.' : 'Klik op de link in je mail, of kopieer hem helemaal.',
    staleForm: 'Deze pagina stond te lang open. Er is niets veranderd.',
    tryAgain: 'Probeer het opnieuw',
    required: 'verplicht',
    optional: addressForm === 'u' ? 'als u wilt' : 'als je wilt',
    toInitiatives: 'Naar alle initiatieven',
  }),
  en: () => ({
    usedTitle: 'This link was used already',
    used: 'It worked. Nothing more is needed.',
    expiredTitle: 'This link no longer works',
    expired: (desk) => (desk === null ? 'Call or mail us, and we help you.' : `Call or mail us, and we help you: ${desk}.`),
    unknownTitle: 'We don’t know this link',
    unknown: 'Press the link in your mail, or copy the whole of it.',
    staleForm: 'This page was open too long. Nothing has changed.',
    tryAgain: 'Try again',
    required: 'required',
    optional: 'if you like',
    toInitiatives: 'To all initiatives',
  }),
};
