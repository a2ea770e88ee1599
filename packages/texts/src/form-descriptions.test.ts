import {describe, expect, test} from 'vitest';
import {
  creditForm,
  exchangeForm,
  listingForm,
  messageForm,
  reportForm,
  signInCodeForm,
  signInForm,
  signInNameForm,
  signupForm,
  submissionForm,
  type FormDescription,
  type Wording,
} from './index.ts';

const both = (nl: string) => ({nl, en: nl});
const questions = ['eten', 'vroeg', 'fiets', 'rijbewijs', 'ervaring'].map((key) => ({key, label: both('Eten'), isRequired: false}));
const dinner = {id: '1', title: both('Kerstdiner'), minAge: 12, minors: 'guardian' as const, isForChildren: true, questions};
const roles = ['koken', 'bedienen'].map((key) => ({key, label: both('Koken'), capacity: 2, free: 1}));
const evening = {
  id: '2',
  start: '2026-12-23T16:00:00Z',
  end: '2026-12-23T20:00:00Z',
  roles,
  state: 'waitlist' as const,
  waitlist: {enabled: true, max: 5, length: 0},
};
const credits = {
  name: {nl: {one: 'tijdspunt', other: 'tijdspunten'}, en: {one: 'time credit', other: 'time credits'}},
  minutesPerCredit: 60,
  stepMinutes: 15 as const,
  allowsBelowZero: true,
  hoursMint: true,
  partnersRedeem: false,
  memberMin: null,
  memberMax: null,
  welcomeGift: 0,
  expiresAfterMonths: null,
  deskDailyCap: 600,
};
const timeZone = 'Europe/Amsterdam';

const forms: Record<string, (wording: Wording) => FormDescription> = {
  'a new initiative': (wording) => submissionForm(wording),
  'a change': (wording) => submissionForm(wording, {name: 'Buurttuin'}),
  'voluntary work': (wording) =>
    signupForm(wording, {opportunity: {...dinner, minAge: 18, isForChildren: false, questions: []}, shift: null, timeZone}),
  'a shift with all there is to ask': (wording) => signupForm(wording, {opportunity: dinner, shift: evening, timeZone}),
  'a message': (wording) => messageForm(wording, {name: 'Buurttuin'}),
  'a report': (wording) => reportForm(wording, {name: 'Buurttuin'}),
  'an address to sign in with': signInForm,
  'the name of who is new': signInNameForm,
  'the code from the mail': (wording) => signInCodeForm(wording, 'sanne@example.nl'),
  'giving to somebody': (wording) => creditForm(wording, {act: 'give', credits, people: [{accountId: '1', name: 'Bram'}]}),
  'asking somebody one never met': (wording) => creditForm(wording, {act: 'ask', credits, people: []}),
  ...Object.fromEntries(
    (['propose', 'acceptance', 'decline', 'withdrawal', 'done', 'confirmation', 'dispute'] as const).map((act) => [
      `help between two members: ${act}`,
      (wording: Wording) => exchangeForm(wording, {act, title: 'De heg', side: 'helper', minutes: 50, credits, isOffer: true}),
    ]),
  ),
  'an offer or a request': (wording) =>
    listingForm(wording, {
      credits,
      areas: [{code: 'kern', name: 'De kern'}],
      categories: [{value: 'garden', label: 'Tuin'}],
      current: null,
    }),
  'a gift to the fund': (wording) => creditForm(wording, {act: 'gift', credits, people: []}),
};
const wordings: Wording[] = [
  {language: 'nl', addressForm: 'je'},
  {language: 'nl', addressForm: 'u'},
  {language: 'en', addressForm: 'je'},
];

function textsOf({title, intro, steps, submit, sent}: FormDescription): string[] {
  const fields = steps.flatMap((step) => step.fields);
  const ofFields = fields.flatMap(({label, hint = label, errors = {}}) => [label, hint, ...Object.values(errors)]);
  return [title, ...intro, ...steps.map((step) => step.title), ...ofFields, submit, sent.title, ...sent.paragraphs];
}

describe.each(Object.entries(forms))('the form for %s', (_name, make) => {
  test('asks at most five things per step, each once', () => {
    const {steps} = make(wordings[0]!);
    const names = steps.flatMap(({fields}) => fields.map(({name}) => name));

    for (const {fields} of steps) expect(fields.length).toBeLessThanOrEqual(5);
    expect(new Set(names).size).toBe(names.length);
  });

  test('asks the same in every language and to everybody', () => {
    const asked = wordings.map((wording) =>
      make(wording).steps.map(({fields}) => fields.map(({name, pointer, kind}) => [name, pointer, kind])),
    );

    expect(asked[1]).toEqual(asked[0]);
    expect(asked[2]).toEqual(asked[0]);
  });

  test('says je or u and never both, in short sentences', () => {
    expect(textsOf(make(wordings[1]!)).filter((text) => /\b(je|jouw|jij|jezelf)\b/i.test(text))).toEqual([]);
    expect(textsOf(make(wordings[0]!)).filter((text) => /\b(u|uw|uzelf)\b/i.test(text))).toEqual([]);
    for (const wording of wordings)
      for (const sentence of textsOf(make(wording)).flatMap((text) => text.split(/[.?!]\s/)))
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(15);
  });
});
