import type {MessageSet} from './wording.ts';

/** The mail that asks whoever sent something in to confirm that. */
export type SubmissionMailMessages = {
  confirmSubject: string;
  confirmReceived: (name: string) => string;
  confirmAsk: string;
  confirmButton: string;
  confirmUntil: string;
  confirmNotYou: string;
};

export const submissionMailMessages: MessageSet<SubmissionMailMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    return {
      confirmSubject: isFormal ? 'Bevestig wat u hebt ingestuurd' : 'Bevestig wat je hebt ingestuurd',
      confirmReceived: (name) => (isFormal ? `U stuurde iets in over “${name}”.` : `Je stuurde iets in over “${name}”.`),
      confirmAsk: 'Druk op de link om het te bevestigen. Daarna bekijken wij het.',
      confirmButton: 'Bevestig',
      confirmUntil: 'De link werkt zeven dagen.',
      confirmNotYou: isFormal
        ? 'Hebt u niets ingestuurd? Dan hoeft u niets te doen. Wij gooien het weg.'
        : 'Heb je niets ingestuurd? Dan hoef je niets te doen. Wij gooien het weg.',
    };
  },
  en: () => ({
    confirmSubject: 'Confirm what you sent in',
    confirmReceived: (name) => `You sent something in about “${name}”.`,
    confirmAsk: 'Press the link to confirm it. After that we look at it.',
    confirmButton: 'Confirm',
    confirmUntil: 'The link works for seven days.',
    confirmNotYou: 'Did you send nothing in? Then you need not do anything. We throw it away.',
  }),
};
