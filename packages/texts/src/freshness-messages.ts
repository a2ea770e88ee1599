import type {MessageSet} from './wording.ts';

/** The question whether the page of an initiative is still right: in a mail, and on the page behind its link. */
export type FreshnessMessages = {
  subject: (initiative: string) => string;
  question: (initiative: string) => string;
  lastChecked: (date: string) => string;
  askedBefore: string;
  /** In the last of three mails: what happens when nobody answers. */
  lastTime: string;
  nothingIsDeleted: string;
  stillTrue: string;
  change: string;
  look: string;
  pageText: string;
  thanks: string;
  doneText: (date: string) => string;
  gone: string;
  goneText: string;
  toList: string;
  checkedOn: (date: string) => string;
};

export const freshnessMessages: MessageSet<FreshnessMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    return {
      subject: (initiative) => `Klopt de pagina van ${initiative} nog?`,
      question: (initiative) =>
        `Twee keer per jaar vragen wij of de pagina van ${initiative} nog klopt. ${isFormal ? 'Wilt u' : 'Wil je'} even kijken?`,
      lastChecked: (date) => `De vorige controle was op ${date}.`,
      askedBefore: isFormal ? 'Wij vroegen u dit drie weken geleden ook.' : 'Wij vroegen je dit drie weken geleden ook.',
      lastTime: 'Horen wij niets? Dan staat er over drie weken: niet recent gecontroleerd.',
      nothingIsDeleted: 'Er wordt niets weggehaald.',
      stillTrue: 'Ja, de pagina klopt nog',
      change: 'Nee, ik wil iets wijzigen',
      look: 'Bekijk de pagina',
      pageText: isFormal
        ? 'Klopt alles op de pagina? Dan hoeft u alleen op de knop te drukken.'
        : 'Klopt alles op de pagina? Dan hoef je alleen op de knop te drukken.',
      thanks: isFormal ? 'Dank u wel' : 'Dank je wel',
      doneText: (date) => `Op de pagina staat nu dat zij op ${date} gecontroleerd is.`,
      gone: 'Dit initiatief staat er niet meer',
      goneText: isFormal ? 'U hoeft niets meer te doen.' : 'Je hoeft niets meer te doen.',
      toList: 'Naar alle initiatieven',
      checkedOn: (date) => `Gecontroleerd op ${date}`,
    };
  },
  en: () => ({
    subject: (initiative) => `Is the page of ${initiative} still right?`,
    question: (initiative) => `Twice a year we ask if the page of ${initiative} is still right. Would you have a look?`,
    lastChecked: (date) => `It was last checked on ${date}.`,
    askedBefore: 'We asked you this three weeks ago too.',
    lastTime: 'If we hear nothing, in three weeks it says: not checked recently.',
    nothingIsDeleted: 'Nothing is taken away.',
    stillTrue: 'Yes, the page is still right',
    change: 'No, I want to change something',
    look: 'See the page',
    pageText: 'Is everything on the page right? Then you only have to press the button.',
    thanks: 'Thank you',
    doneText: (date) => `The page now says that it was checked on ${date}.`,
    gone: 'This initiative is no longer here',
    goneText: 'There is nothing that you have to do.',
    toList: 'To all initiatives',
    checkedOn: (date) => `Checked on ${date}`,
  }),
};
