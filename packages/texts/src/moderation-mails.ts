import type {MessageSet} from './wording.ts';

/** What moderators hear, and what an author hears of the outcome. */
export type ModerationMailMessages = {
  waitingSubject: string;
  waitingText: string;
  waitingWhere: string;
  approvedSubject: string;
  approvedNew: (name: string) => string;
  approvedChange: (name: string) => string;
  approvedLink: string;
  approvedPerson: string;
  refusedSubject: string;
  refusedText: (name: string) => string;
  refusedReason: string;
  refusedNext: string;
};

export const moderationMailMessages: MessageSet<ModerationMailMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    return {
      waitingSubject: 'Er wacht een inzending',
      waitingText: 'Een bewoner heeft iets ingestuurd over een initiatief.',
      waitingWhere: 'Kijk in de lijst met inzendingen en laat weten of het goed is.',
      approvedSubject: isFormal ? 'Wat u instuurde staat erop' : 'Wat je instuurde staat erop',
      approvedNew: (name) => `“${name}” staat nu op de kaart en in de lijst.`,
      approvedChange: (name) => (isFormal ? `Uw wijziging van “${name}” is nu te zien.` : `Je wijziging van “${name}” is nu te zien.`),
      approvedLink: 'Bekijk de pagina',
      approvedPerson: isFormal
        ? 'Wie een bericht stuurt, bereikt u op dit adres. Niemand ziet het adres.'
        : 'Wie een bericht stuurt, bereikt je op dit adres. Niemand ziet het adres.',
      refusedSubject: isFormal ? 'Over wat u instuurde' : 'Over wat je instuurde',
      refusedText: (name) =>
        isFormal
          ? `Wat u instuurde over “${name}” hebben wij niet geplaatst.`
          : `Wat je instuurde over “${name}” hebben wij niet geplaatst.`,
      refusedReason: 'Dit is de reden:',
      refusedNext: isFormal
        ? 'U kunt het aanpassen en opnieuw insturen. Bent u het er niet mee eens? Bel of mail ons.'
        : 'Je kunt het aanpassen en opnieuw insturen. Ben je het er niet mee eens? Bel of mail ons.',
    };
  },
  en: () => ({
    waitingSubject: 'Something was sent in',
    waitingText: 'A resident has sent something in about an initiative.',
    waitingWhere: 'Look in the list of what was sent in, and say whether it is good.',
    approvedSubject: 'What you sent in is published',
    approvedNew: (name) => `“${name}” is now on the map and in the list.`,
    approvedChange: (name) => `Your change of “${name}” can be seen now.`,
    approvedLink: 'See the page',
    approvedPerson: 'Who sends a message reaches you at this address. Nobody sees the address.',
    refusedSubject: 'About what you sent in',
    refusedText: (name) => `We have not published what you sent in about “${name}”.`,
    refusedReason: 'This is the reason:',
    refusedNext: 'You can change it and send it in again. Don’t you agree? Call or mail us.',
  }),
};
