import type {CreditSettings} from '@buurtkit/contract';
import type {FormDescription, FormField} from './form-description.ts';
import {creditAmounts, formatCreditsAndTime} from './time-credit-formats.ts';
import type {Wording} from './wording.ts';

/** Giving to somebody, asking somebody, or giving to the fund. */
export type CreditAct = 'give' | 'ask' | 'gift';

/** Of the choice among people: somebody of whom one has the number. */
export const OTHER_PERSON = 'number';

export type CreditFormSubject = {
  act: CreditAct;
  credits: CreditSettings;
  /** Whom one had to do with before. */
  people: readonly {accountId: string; name: string}[];
};

type Words = {
  title: Record<CreditAct, string>;
  intro: Record<CreditAct, string[]>;
  who: Record<CreditAct, string>;
  other: string;
  number: string;
  numberHint: string;
  amount: string;
  memo: string;
  memoHint: string;
  errors: {who: string; number: string; amount: string};
  submit: Record<CreditAct, string>;
  asked: {title: string; paragraphs: string[]};
};

const words: Record<Wording['language'], (isFormal: boolean) => Words> = {
  nl: (isFormal) => ({
    title: {give: 'Geef aan iemand', ask: 'Vraag aan iemand', gift: 'Geef aan de buurtpot'},
    intro: {
      give: [isFormal ? 'Eerst ziet u wat er gebeurt. Daarna geeft u pas.' : 'Eerst zie je wat er gebeurt. Daarna geef je pas.'],
      ask: [isFormal ? 'De ander kiest zelf of hij u iets geeft.' : 'De ander kiest zelf of hij je iets geeft.'],
      gift: ['De buurtpot is van iedereen. Hij helpt wie even niet genoeg heeft.'],
    },
    who: {give: 'Aan wie', ask: 'Aan wie', gift: 'Aan wie'},
    other: 'Iemand anders (nummer)',
    number: 'Nummer van die persoon',
    numberHint: 'Acht cijfers. De ander vindt het bij zijn eigen rekening.',
    amount: 'Hoeveel',
    memo: 'Waarvoor',
    memoHint: 'Bijvoorbeeld: heg geknipt.',
    errors: {
      who: 'Kies aan wie',
      number: 'Vul de acht cijfers in die de ander heeft verteld',
      amount: 'Kies hoeveel',
    },
    submit: {give: 'Bekijk', ask: 'Verstuur de vraag', gift: 'Bekijk'},
    asked: {
      title: isFormal ? 'Uw vraag is verstuurd' : 'Je vraag is verstuurd',
      paragraphs: [isFormal ? 'Het antwoord ziet u hier zodra het er is.' : 'Het antwoord zie je hier zodra het er is.'],
    },
  }),
  en: () => ({
    title: {give: 'Give to somebody', ask: 'Ask somebody', gift: 'Give to the community fund'},
    intro: {
      give: ['First you see what happens. Only then do you give.'],
      ask: ['The other decides whether to give you something.'],
      gift: ['The community fund is everybody’s. It helps who is short for a while.'],
    },
    who: {give: 'To whom', ask: 'Whom', gift: 'To whom'},
    other: 'Somebody else (number)',
    number: 'Number of that person',
    numberHint: 'Eight digits. The other finds it with their own account.',
    amount: 'How much',
    memo: 'What for',
    memoHint: 'For example: hedge trimmed.',
    errors: {
      who: 'Choose whom',
      number: 'Fill in the eight digits that the other told you',
      amount: 'Choose how much',
    },
    submit: {give: 'Have a look', ask: 'Send the request', gift: 'Have a look'},
    asked: {title: 'Your request has been sent', paragraphs: ['The answer shows here as soon as it is there.']},
  }),
};

/** Asks whom, how much and what for. */
export function creditForm({language, addressForm}: Wording, {act, credits, people}: CreditFormSubject): FormDescription {
  const text = words[language](addressForm === 'u');
  const hasPeople = people.length > 0;
  const who: FormField = {
    name: 'who',
    pointer: act === 'ask' ? '#/fromAccountId' : '#/toAccountId',
    kind: 'choice',
    label: text.who[act],
    isRequired: true,
    options: [...people.map(({accountId, name}) => ({value: accountId, label: name})), {value: OTHER_PERSON, label: text.other}],
    errors: {required: text.errors.who},
  };
  const number: FormField = {
    name: 'number',
    pointer: '#/number',
    kind: 'text',
    digits: 8,
    label: text.number,
    hint: text.numberHint,
    isRequired: true,
    errors: {required: text.errors.number, format: text.errors.number, unknown: text.errors.number},
    ...(hasPeople && {onlyWhen: {field: 'who', value: OTHER_PERSON}}),
  };
  const amount: FormField = {
    name: 'minutes',
    pointer: '#/minutes',
    kind: 'choice',
    label: text.amount,
    isRequired: true,
    options: creditAmounts(credits.stepMinutes).map((minutes) => ({
      value: String(minutes),
      label: formatCreditsAndTime(minutes, credits, language),
    })),
    errors: {required: text.errors.amount},
  };
  const memo: FormField = {name: 'memo', pointer: '#/memo', kind: 'text', label: text.memo, hint: text.memoHint, maxLength: 140};
  const person = act === 'gift' ? [] : hasPeople ? [who, number] : [number];
  return {
    title: text.title[act],
    intro: text.intro[act],
    steps: [{title: text.title[act], fields: [...person, amount, memo]}],
    submit: text.submit[act],
    sent: text.asked,
  };
}
