import type {MessageSet} from './wording.ts';

/** What the pages say around sending something in. */
export type SubmissionMessages = {
  confirmTitle: string;
  confirmText: string;
  confirmButton: string;
  confirmedTitle: string;
  confirmedText: string;
  /** When something by the same person about the same initiative waited still. */
  confirmedJoined: string;
  confirmedNext: string;
  goneTitle: string;
  goneText: string;
  toList: string;
  similarTitle: string;
  similarText: string;
  similarSubmit: string;
  /** Of a link: what was filled in stays where it is. */
  opensElsewhere: string;
  distanceAway: (distance: string) => string;
  chooseCommunity: string;
  nothingChanged: string;
  add: string;
  change: string;
};

export const submissionMessages: MessageSet<SubmissionMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    return {
      confirmTitle: 'Bevestig wat er is ingestuurd',
      confirmText: isFormal
        ? 'Druk op de knop. Dan weten wij dat dit uw e-mailadres is.'
        : 'Druk op de knop. Dan weten wij dat dit je e-mailadres is.',
      confirmButton: 'Bevestig',
      confirmedTitle: 'Bedankt, het is bevestigd',
      confirmedText: isFormal
        ? 'Iemand bekijkt nu wat u hebt geschreven. Aan de tekst verandert niemand iets.'
        : 'Iemand bekijkt nu wat je hebt geschreven. Aan de tekst verandert niemand iets.',
      confirmedJoined: isFormal
        ? 'Wat u eerder instuurde, wacht ook nog. Wij bekijken alles in één keer.'
        : 'Wat je eerder instuurde, wacht ook nog. Wij bekijken alles in één keer.',
      confirmedNext: isFormal ? 'U krijgt een mail met de uitkomst.' : 'Je krijgt een mail met de uitkomst.',
      goneTitle: 'Dit is er niet meer',
      goneText: isFormal
        ? 'Wat u instuurde is al verwijderd. Stuur het gerust opnieuw in.'
        : 'Wat je instuurde is al verwijderd. Stuur het gerust opnieuw in.',
      toList: 'Naar alle initiatieven',
      similarTitle: 'Staat het er al?',
      similarText: isFormal
        ? 'Deze initiatieven lijken erop of zijn vlakbij. Staat het uwe er niet bij, stuur het dan in.'
        : 'Deze initiatieven lijken erop of zijn vlakbij. Staat dat van jou er niet bij, stuur het dan in.',
      similarSubmit: 'Het staat er niet bij, stuur in',
      opensElsewhere: 'opent in een nieuw venster',
      distanceAway: (distance) => `op ${distance}`,
      chooseCommunity: 'Kies eerst in welke gemeente het is.',
      nothingChanged: isFormal ? 'U hebt nog niets veranderd.' : 'Je hebt nog niets veranderd.',
      add: 'Meld een initiatief',
      change: 'Verander iets op deze pagina',
    };
  },
  en: () => ({
    confirmTitle: 'Confirm what was sent in',
    confirmText: 'Press the button. Then we know that this is your e-mail address.',
    confirmButton: 'Confirm',
    confirmedTitle: 'Thank you, it is confirmed',
    confirmedText: 'Somebody now looks at what you wrote. Nobody changes the text.',
    confirmedJoined: 'What you sent in before still waits too. We look at all of it at once.',
    confirmedNext: 'You get a mail with the outcome.',
    goneTitle: 'This is no longer there',
    goneText: 'What you sent in was removed. Feel free to send it in again.',
    toList: 'To all initiatives',
    similarTitle: 'Is it there already?',
    similarText: 'These initiatives look like it or are very near. Is yours not among them? Send it in.',
    similarSubmit: 'It is not among them, send it in',
    opensElsewhere: 'opens in a new window',
    distanceAway: (distance) => `${distance} away`,
    chooseCommunity: 'First choose in which municipality it is.',
    nothingChanged: 'You have not changed anything yet.',
    add: 'Add an initiative',
    change: 'Change something on this page',
  }),
};
