import type {Area, CreditSettings, Language, Listing, NewListing} from '@buurtkit/contract';
import type {FormDescription, FormField, FormValues} from './form-description.ts';
import {creditAmounts, formatCreditsAndTime} from './time-credit-formats.ts';
import type {Wording} from './wording.ts';

export type ListingFormSubject = {
  credits: CreditSettings;
  areas: readonly Pick<Area, 'code' | 'name'>[];
  /** The kinds of help, in words. */
  categories: readonly {value: string; label: string}[];
  /** The one that is changed; null for a new one. */
  current: Listing | null;
};

type Words = {
  title: string;
  changeTitle: string;
  intro: string;
  steps: {what: string; more: string; when: string};
  kind: string;
  kinds: {request: string; offer: string};
  name: string;
  nameHint: string;
  category: string;
  minutes: string;
  minutesHint: string;
  text: string;
  textHint: string;
  area: string;
  areaHint: string;
  days: string;
  daysHint: string;
  dayChoices: Record<(typeof dayCounts)[number], string>;
  tells: string;
  tellsHint: string;
  errors: {kind: string; name: string; category: string; minutes: string};
  submit: string;
  changeSubmit: string;
  placed: {title: string; paragraphs: string[]};
  changed: {title: string; paragraphs: string[]};
};

const dayCounts = [14, 30, 60, 180] as const;
const usualDays = '60';

const words: Record<Language, (isFormal: boolean) => Words> = {
  nl: (isFormal) => {
    const [Your, your, object] = isFormal ? ['Uw', 'uw', 'u'] : ['Je', 'je', 'je'];
    return {
      title: 'Plaats een vraag of aanbod',
      changeTitle: `Verander ${your} vraag of aanbod`,
      intro: `Alleen deelnemers zien het, met ${your} voornaam. Een adres is niet nodig.`,
      steps: {what: 'Wat is het', more: 'Vertel meer', when: 'Hoe lang staat het er'},
      kind: isFormal ? 'Wat wilt u' : 'Wat wil je',
      kinds: {request: 'Hulp vragen', offer: 'Hulp aanbieden'},
      name: 'In één zin',
      nameHint: 'Bijvoorbeeld: wie helpt mij met de heg?',
      category: 'Soort hulp',
      minutes: 'Hoeveel kost het ongeveer',
      minutesHint: 'Achteraf zeggen jullie samen hoe lang het was.',
      text: 'Wat moet iemand nog meer weten',
      textHint: 'Schrijf hier geen adres of telefoonnummer.',
      area: 'Waar',
      areaHint: 'Laat dit open als het niet uitmaakt.',
      days: 'Hoe lang',
      daysHint: isFormal ? 'Eerder weghalen kan altijd.' : 'Eerder weghalen kan altijd.',
      dayChoices: {14: 'Twee weken', 30: 'Een maand', 60: 'Twee maanden', 180: 'Een half jaar'},
      tells: `Mail mij als er iets bij past`,
      tellsHint: 'Hooguit één mail per dag.',
      errors: {
        kind: isFormal ? 'Kies of u hulp vraagt of aanbiedt' : 'Kies of je hulp vraagt of aanbiedt',
        name: 'Vul in één zin in waar het om gaat',
        category: 'Kies wat voor hulp het is',
        minutes: 'Kies hoeveel het ongeveer kost',
      },
      submit: 'Plaats',
      changeSubmit: 'Bewaar',
      placed: {
        title: 'Het staat in de lijst',
        paragraphs: [
          isFormal
            ? 'Uw buren zien het nu. Reageert er iemand, dan krijgt u een mail.'
            : 'Je buren zien het nu. Reageert er iemand, dan krijg je een mail.',
        ],
      },
      changed: {title: 'Het is veranderd', paragraphs: [`${Your} buren zien het nu zo. Wat ${object} niet veranderde, bleef staan.`]},
    };
  },
  en: () => ({
    title: 'Place an offer or request',
    changeTitle: 'Change your offer or request',
    intro: 'Only members see it, with your first name. No address is needed.',
    steps: {what: 'What it is', more: 'Tell more', when: 'How long it stays'},
    kind: 'What would you like',
    kinds: {request: 'Ask for help', offer: 'Offer help'},
    name: 'In one sentence',
    nameHint: 'For example: who helps me with the hedge?',
    category: 'Kind of help',
    minutes: 'How much it takes, about',
    minutesHint: 'Afterwards you both say how long it was.',
    text: 'What else somebody should know',
    textHint: 'Write no address or phone number here.',
    area: 'Where',
    areaHint: 'Leave this open if it doesn’t matter.',
    days: 'How long',
    daysHint: 'You can always take it off sooner.',
    dayChoices: {14: 'Two weeks', 30: 'A month', 60: 'Two months', 180: 'Half a year'},
    tells: 'Mail me when something fits',
    tellsHint: 'At most one mail a day.',
    errors: {
      kind: 'Choose whether you ask or offer',
      name: 'Fill in what it is about, in one sentence',
      category: 'Choose what kind of help it is',
      minutes: 'Choose how much it takes, about',
    },
    submit: 'Place it',
    changeSubmit: 'Keep this',
    placed: {title: 'It is on the list', paragraphs: ['Your neighbours see it now. When somebody answers, you get a mail.']},
    changed: {title: 'It has been changed', paragraphs: ['Your neighbours see it like this now. What you left as it was, stayed.']},
  }),
};

/** The form by which a member places an offer or a request, or changes their own. */
export function listingForm({language, addressForm}: Wording, {credits, areas, categories, current}: ListingFormSubject): FormDescription {
  const text = words[language](addressForm === 'u');
  const own = current ? [current.minutes] : [];
  const amounts = [...new Set([...creditAmounts(credits.stepMinutes), ...own])].sort((one, other) => one - other);
  const choice = (
    name: string,
    label: string,
    options: readonly {value: string; label: string}[],
    more: Partial<FormField>,
  ): FormField => ({
    name,
    pointer: `#/${name}`,
    kind: 'choice',
    label,
    options,
    ...more,
  });
  const required = (error: string) => ({isRequired: true, errors: {required: error}});
  const kinds = (['request', 'offer'] as const).map((value) => ({value, label: text.kinds[value]}));
  const amount = amounts.map((minutes) => ({value: String(minutes), label: formatCreditsAndTime(minutes, credits, language)}));
  const places = areas.map(({code, name}) => ({value: code, label: name}));
  const days = dayCounts.map((count) => ({value: String(count), label: text.dayChoices[count]}));
  return {
    title: current ? text.changeTitle : text.title,
    intro: [text.intro],
    steps: [
      {
        title: text.steps.what,
        fields: [
          // An offer can't become a request: what others proposed would turn round.
          ...(current ? [] : [choice('kind', text.kind, kinds, required(text.errors.kind))]),
          {
            name: 'title',
            pointer: '#/title',
            kind: 'text',
            label: text.name,
            hint: text.nameHint,
            maxLength: 120,
            ...required(text.errors.name),
          },
          choice('category', text.category, categories, required(text.errors.category)),
          choice('minutes', text.minutes, amount, {hint: text.minutesHint, ...required(text.errors.minutes)}),
        ],
      },
      {
        title: text.steps.more,
        fields: [
          {name: 'text', pointer: '#/text', kind: 'multiline', label: text.text, hint: text.textHint, maxLength: 2000},
          ...(places.length ? [choice('area', text.area, places, {hint: text.areaHint})] : []),
        ],
      },
      {
        title: text.steps.when,
        fields: [
          ...(current ? [] : [choice('days', text.days, days, {hint: text.daysHint, pointer: '#/until'})]),
          {name: 'tells', pointer: '#/tellsMatches', kind: 'checkbox', label: text.tells, hint: text.tellsHint},
        ],
      },
    ],
    submit: current ? text.changeSubmit : text.submit,
    sent: current ? text.changed : text.placed,
  };
}

/** What the form begins with. */
export function valuesOfListing(current: Listing | null, language: Language): FormValues {
  if (!current) return {days: usualDays, tells: 'on'};
  const {title, text, category, area, minutes, tellsMatches} = current;
  return {
    title: title[language] ?? title.nl,
    text: text?.[language] ?? text?.nl ?? '',
    category,
    area: area?.code ?? '',
    minutes: String(minutes),
    tells: tellsMatches ? 'on' : '',
  };
}

/** What was filled in, as the API takes it. Of a change the texts in another language stay. @param now - From when the days count. */
export function listingOf(
  values: FormValues,
  {current, language, now}: {current: Listing | null; language: Language; now: Date},
): NewListing {
  const value = (name: string) => (values[name] ?? '').trim();
  const written = (text: string, before: Listing['title'] | null | undefined) =>
    before?.[language] === undefined ? {...before, nl: text} : {...before, [language]: text};
  const days = Number(values['days'] ?? '');
  const listing = {
    title: written(value('title'), current?.title),
    text: value('text') ? written(value('text'), current?.text) : null,
    category: value('category') as NewListing['category'],
    area: value('area') || null,
    minutes: Number(value('minutes')),
    tellsMatches: value('tells') !== '',
    ...(days > 0 && {until: new Date(now.getTime() + days * 86_400_000).toISOString()}),
  };
  return {kind: (current?.kind ?? value('kind')) as NewListing['kind'], ...listing};
}
