import type {AgeBand, Language, Opportunity, Shift} from '@buurtkit/contract';
import {agesFor} from './ages.ts';
import type {FormDescription, FormField, FormStep} from './form-description.ts';
import {formatPeriod} from './formats.ts';
import type {Wording} from './wording.ts';

/** The fields of the form, by the keys of their values; a question of the organiser’s has `answer-` before its key. */
export const signupFieldNames = ['name', 'email', 'phone', 'ageBand', 'guardianEmail', 'role', 'children'] as const;
export type SignupFieldName = (typeof signupFieldNames)[number];

type Words = {
  title: (work: string) => string;
  noAccount: string;
  waitlist: string;
  steps: {you: string; work: string; questions: string};
  labels: Record<SignupFieldName, string>;
  hints: Partial<Record<SignupFieldName, string>>;
  errors: Record<SignupFieldName, string>;
  sameAddress: string;
  tooYoung: string;
  questionError: string;
  ages: Record<AgeBand, string>;
  fullRole: (role: string) => string;
  submit: string;
  submitWaitlist: string;
  sentTitle: string;
  sent: string[];
};

const words: Record<Language, (addressForm: Wording['addressForm']) => Words> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    const your = isFormal ? 'uw' : 'je';
    return {
      title: (work) => (isFormal ? `Meld u aan: ${work}` : `Meld je aan: ${work}`),
      noAccount: isFormal ? 'U hebt geen account nodig.' : 'Je hebt geen account nodig.',
      waitlist: isFormal
        ? 'Dit moment is vol. U komt op de wachtlijst en krijgt een mail als er plek is.'
        : 'Dit moment is vol. Je komt op de wachtlijst en krijgt een mail als er plek is.',
      steps: {you: isFormal ? 'Over u' : 'Over jou', work: 'Over het helpen', questions: 'Nog een paar vragen'},
      labels: {
        name: isFormal ? 'Uw naam' : 'Je naam',
        email: isFormal ? 'Uw e-mailadres' : 'Je e-mailadres',
        phone: isFormal ? 'Uw telefoonnummer' : 'Je telefoonnummer',
        ageBand: isFormal ? 'Hoe oud bent u' : 'Hoe oud ben je',
        guardianEmail: 'E-mailadres van een ouder of verzorger',
        role: isFormal ? 'Wat wilt u doen' : 'Wat wil je doen',
        children: 'Hoeveel kinderen komen er mee',
      },
      hints: {
        email: 'Hierheen sturen wij een link om te bevestigen.',
        phone: 'Voor als er op het laatst iets verandert.',
        guardianEmail: isFormal
          ? 'Alleen als u 12 tot en met 15 jaar bent. Wij vragen of het goed is.'
          : 'Alleen als je 12 tot en met 15 jaar bent. Wij vragen of het goed is.',
      },
      errors: {
        name: isFormal ? 'Vul uw naam in' : 'Vul je naam in',
        email: 'Vul een e-mailadres in zoals naam@voorbeeld.nl',
        phone: 'Vul een telefoonnummer in met alleen cijfers',
        ageBand: isFormal ? 'Kies hoe oud u bent' : 'Kies hoe oud je bent',
        guardianEmail: 'Vul het e-mailadres in van een ouder of verzorger',
        role: isFormal ? 'Kies wat u wilt doen' : 'Kies wat je wilt doen',
        children: 'Kies hoeveel kinderen er mee komen',
      },
      sameAddress: isFormal ? 'Vul een ander adres in dan dat van uzelf' : 'Vul een ander adres in dan dat van jezelf',
      tooYoung: `Voor dit werk is ${your} leeftijd niet geschikt`,
      questionError: 'Geef hier een antwoord',
      ages: {'under-12': 'Jonger dan 12', '12-15': '12 tot en met 15 jaar', '16-17': '16 of 17 jaar', '18+': '18 jaar of ouder'},
      fullRole: (role) => `${role} (vol, wachtlijst)`,
      submit: isFormal ? 'Meld u aan' : 'Meld je aan',
      submitWaitlist: isFormal ? 'Zet mij op de wachtlijst' : 'Zet me op de wachtlijst',
      sentTitle: isFormal ? 'Kijk in uw mail' : 'Kijk in je mail',
      sent: [
        isFormal ? 'Wij hebben u een mail gestuurd met een link.' : 'Wij hebben je een mail gestuurd met een link.',
        'Geen mail gekregen? Kijk ook bij de ongewenste mail.',
      ],
    };
  },
  en: () => ({
    title: (work) => `Sign up: ${work}`,
    noAccount: 'You need no account.',
    waitlist: 'This one is full. You go on the waiting list and get a mail when there is a place.',
    steps: {you: 'About you', work: 'About helping', questions: 'A few more questions'},
    labels: {
      name: 'Your name',
      email: 'Your e-mail address',
      phone: 'Your phone number',
      ageBand: 'How old you are',
      guardianEmail: 'E-mail address of a parent or guardian',
      role: 'What you want to do',
      children: 'How many children come along',
    },
    hints: {
      email: 'We send a link there, to confirm.',
      phone: 'In case something changes at the last moment.',
      guardianEmail: 'Only if you are 12 to 15 years old. We ask whether it is all right.',
    },
    errors: {
      name: 'Fill in your name',
      email: 'Fill in an e-mail address like name@example.com',
      phone: 'Fill in a phone number with digits only',
      ageBand: 'Choose how old you are',
      guardianEmail: 'Fill in the e-mail address of a parent or guardian',
      role: 'Choose what you want to do',
      children: 'Choose how many children come along',
    },
    sameAddress: 'Fill in another address than your own',
    tooYoung: 'Your age does not fit this work',
    questionError: 'Give an answer here',
    ages: {'under-12': 'Under 12', '12-15': '12 to 15 years', '16-17': '16 or 17 years', '18+': '18 years or over'},
    fullRole: (role) => `${role} (full, waiting list)`,
    submit: 'Sign up',
    submitWaitlist: 'Put me on the waiting list',
    sentTitle: 'Look in your mail',
    sent: ['We have sent you a mail with a link.', 'No mail? Look among unwanted mail too.'],
  }),
};

/** What one signs up for: work, and one of its shifts where it has any. */
export type SignupSubject = {
  opportunity: Pick<Opportunity, 'id' | 'title' | 'minAge' | 'minors' | 'isForChildren' | 'questions'>;
  shift: Pick<Shift, 'id' | 'start' | 'end' | 'roles' | 'state' | 'waitlist'> | null;
  timeZone: string;
};

const mostChildren = 10;
const fewest = 3;
const most = 5;

/** The form by which somebody signs up, without an account. */
export function signupForm(wording: Wording, {opportunity, shift, timeZone}: SignupSubject): FormDescription {
  const {language, addressForm} = wording;
  const {labels, hints, errors, ...said} = words[language](addressForm);
  const inWords = (texts: {nl: string; en?: string | undefined}) => texts[language] ?? texts.nl;
  const field = (name: SignupFieldName, more: Pick<FormField, 'kind'> & Partial<FormField>): FormField => {
    const [hint, error] = [hints[name], errors[name]];
    return {
      name,
      pointer: `#/${name}`,
      label: labels[name],
      ...(hint && {hint}),
      ...more,
      errors: {required: error, 'too-short': error, format: error, unknown: error, ...more.errors},
    };
  };
  const ages = agesFor(opportunity);
  const age = field('ageBand', {
    kind: 'choice',
    isRequired: true,
    options: ages.map((value) => ({value, label: said.ages[value]})),
    errors: {'not-allowed': said.tooYoung},
  });
  const guardian = field('guardianEmail', {
    kind: 'email',
    isRequired: true,
    onlyWhen: {field: 'ageBand', value: '12-15'},
    maxLength: 254,
    errors: {'not-allowed': said.sameAddress},
  });
  const you = [
    field('name', {kind: 'text', isRequired: true, maxLength: 120, autocomplete: 'name'}),
    field('email', {kind: 'email', isRequired: true, maxLength: 254, autocomplete: 'email'}),
    field('phone', {kind: 'phone', maxLength: 40, autocomplete: 'tel'}),
  ];
  const aboutAge = ages.includes('12-15') ? [age, guardian] : [age];
  const roles = shift && shift.roles.length > 1 ? rolesToChoose(shift) : [];
  const work = [
    ...(roles.length > 0
      ? [
          field('role', {
            kind: 'choice',
            isRequired: true,
            options: roles.map(({key, label, free}) => ({value: key, label: free > 0 ? inWords(label) : said.fullRole(inWords(label))})),
          }),
        ]
      : []),
    ...(opportunity.isForChildren ? [field('children', {kind: 'choice', options: numbers(mostChildren)})] : []),
    ...opportunity.questions.map(({key, label, isRequired}): FormField => ({
      name: `answer-${key}`,
      pointer: `#/answers/${key}`,
      kind: 'text',
      label: inWords(label),
      ...(isRequired && {isRequired}),
      maxLength: 1000,
      errors: {required: said.questionError},
    })),
  ];
  const waits = shift?.state === 'waitlist';
  return {
    title: said.title(inWords(opportunity.title)),
    intro: [
      ...(shift ? [formatPeriod(shift.start, shift.end, language, timeZone)] : []),
      ...(waits ? [said.waitlist] : []),
      said.noAccount,
    ],
    steps: inSteps({you, aboutAge, work}, said.steps),
    submit: waits ? said.submitWaitlist : said.submit,
    sent: {title: said.sentTitle, paragraphs: said.sent},
  };
}

/** A role that is full can be chosen where one can wait for it. */
function rolesToChoose({roles, waitlist}: NonNullable<SignupSubject['shift']>): Shift['roles'] {
  const canWait = waitlist.enabled && waitlist.length < waitlist.max;
  return roles.filter(({free}) => free > 0 || canWait);
}

function numbers(last: number): {value: string; label: string}[] {
  return Array.from({length: last}, (_, index) => ({value: String(index + 1), label: String(index + 1)}));
}

type Groups = {you: FormField[]; aboutAge: FormField[]; work: FormField[]};

/** Three to five things each. */
function inSteps({you, aboutAge, work}: Groups, titles: Words['steps']): FormStep[] {
  if (you.length + aboutAge.length + work.length <= most) return [{title: titles.you, fields: [...you, ...aboutAge, ...work]}];
  if (work.length < fewest)
    return [
      {title: titles.you, fields: you},
      {title: titles.work, fields: [...aboutAge, ...work]},
    ];
  const about = {title: titles.you, fields: [...you, ...aboutAge]};
  if (work.length <= most) return [about, {title: titles.work, fields: work}];
  const half = Math.ceil(work.length / 2);
  return [about, {title: titles.work, fields: work.slice(0, half)}, {title: titles.questions, fields: work.slice(half)}];
}
