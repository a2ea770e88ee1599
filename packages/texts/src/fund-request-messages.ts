import type {MessageSet} from './wording.ts';

/** What is said where somebody would give more than they can now: the fund is there to help. */
export type FundRequestMessages = {
  moreThanNow: string;
  fundCanAdd: (amount: string) => string;
  askFund: (amount: string) => string;
  fundAsked: string;
  fundAskedHint: string;
  giveLess: string;
};

export const fundRequestMessages: MessageSet<FundRequestMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    return {
      moreThanNow: isFormal ? 'Dit is meer dan u nu kunt geven.' : 'Dit is meer dan je nu kunt geven.',
      fundCanAdd: (amount) => `De buurtpot kan ${amount} bijleggen. Daar is hij voor.`,
      askFund: (amount) => `Vraag de buurtpot om ${amount}`,
      fundAsked: isFormal ? 'Uw vraag ligt bij de buurtpot' : 'Je vraag ligt bij de buurtpot',
      fundAskedHint: isFormal
        ? 'Zodra er antwoord is, ziet u het hier. Daarna kunt u verder.'
        : 'Zodra er antwoord is, zie je het hier. Daarna kun je verder.',
      giveLess: 'Geef iets minder, of praat met het contact hieronder.',
    };
  },
  en: () => ({
    moreThanNow: 'This is more than you can give now.',
    fundCanAdd: (amount) => `The community fund can add ${amount}. That is what it is for.`,
    askFund: (amount) => `Ask the community fund for ${amount}`,
    fundAsked: 'Your request is with the community fund',
    fundAskedHint: 'As soon as there is an answer, it shows here. Then you can go on.',
    giveLess: 'Give a little less, or talk to the contact below.',
  }),
};
