import type {MessageSet} from './wording.ts';

/** Mails about time credits. Amounts come as text: `1,5 tijdspunten (1 uur en 30 minuten)`. */
export type TimeCreditMailMessages = {
  askedSubject: (name: string) => string;
  asked: (name: string, amount: string) => string;
  askedFor: (memo: string) => string;
  askedUntil: (date: string) => string;
  whereToAnswer: (community: string) => string;
  expirySubject: (date: string) => string;
  expiry: (amount: string, date: string) => string;
  expiryWhy: (months: number) => string;
  expiryGive: string;
};

export const timeCreditMailMessages: MessageSet<TimeCreditMailMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    return {
      askedSubject: (name) => (isFormal ? `${name} vraagt u iets` : `${name} vraagt je iets`),
      asked: (name, amount) => (isFormal ? `${name} vraagt u ${amount}.` : `${name} vraagt je ${amount}.`),
      askedFor: (memo) => `Waarvoor: ${memo}`,
      askedUntil: (date) => (isFormal ? `U kunt antwoorden tot ${date}.` : `Je kunt antwoorden tot ${date}.`),
      whereToAnswer: (community) =>
        isFormal
          ? `Log in op de site van ${community}. Daar kunt u het geven, of laten weten dat u het niet geeft.`
          : `Log in op de site van ${community}. Daar kun je het geven, of laten weten dat je het niet geeft.`,
      expirySubject: (date) => `Geef iets voor ${date}`,
      expiry: (amount, date) => `Op ${date} gaat ${amount} naar de buurtpot.`,
      expiryWhy: (months) =>
        isFormal ? `U kreeg dit meer dan ${months} maanden geleden.` : `Je kreeg dit meer dan ${months} maanden geleden.`,
      expiryGive: isFormal
        ? 'Geeft u het voor die tijd aan iemand? Dan gaat er niets naar de buurtpot.'
        : 'Geef je het voor die tijd aan iemand? Dan gaat er niets naar de buurtpot.',
    };
  },
  en: () => ({
    askedSubject: (name) => `${name} asks you for something`,
    asked: (name, amount) => `${name} asks you for ${amount}.`,
    askedFor: (memo) => `What for: ${memo}`,
    askedUntil: (date) => `You can answer until ${date}.`,
    whereToAnswer: (community) => `Sign in on the site of ${community}. There you can give it, or say that you don’t.`,
    expirySubject: (date) => `Give something before ${date}`,
    expiry: (amount, date) => `On ${date} ${amount} goes to the community fund.`,
    expiryWhy: (months) => `You got this more than ${months} months ago.`,
    expiryGive: 'Do you give it to somebody before that? Then nothing goes to the fund.',
  }),
};
