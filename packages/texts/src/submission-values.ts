import type {Initiative, Language, NewSubmission, Point, SubmissionContent} from '@buurtkit/contract';
import type {FormValues} from './form-description.ts';
import type {SubmissionFieldName} from './submission-form.ts';

type Values = Record<SubmissionFieldName, string>;
/** Whether one of these fields says something other than it did at the start. */
type IsOther = (...names: SubmissionFieldName[]) => boolean;

/** What the form for a change of this initiative begins with. */
export function valuesOfInitiative(initiative: Initiative, language: Language): FormValues {
  const {name, kind, stage, summary, place, contact, hasContactForm, lookingFor} = initiative;
  return {
    name,
    kind,
    stage,
    summary: summary[language] ?? summary.nl,
    city: place?.city ?? '',
    address: '',
    isHome: place?.precision === 'grid' ? 'on' : '',
    website: contact.website ?? '',
    contactEmail: contact.email ?? '',
    contactPhone: contact.phone ?? '',
    hasContactForm: hasContactForm ? 'on' : '',
    lookingFor: lookingFor[0]?.text[language] ?? lookingFor[0]?.text.nl ?? '',
  };
}

/** What else has to be known to send the form: where its address is, and which initiative it changes. */
export type SubmissionContext = {language: Language; location: Point | null; current: Initiative | null};

/**
 * What was filled in, as the API takes it; it is the API that says what is wrong with it. Of a change only what is other than
 * it stood in the form.
 */
export function submissionOf(values: FormValues, context: SubmissionContext): NewSubmission {
  const {language, current} = context;
  const before: Partial<FormValues> = current ? valuesOfInitiative(current, language) : {};
  const value = (name: SubmissionFieldName): string => (values[name] ?? '').trim();
  const isOther: IsOther = (...names) => names.some((name) => value(name) !== (before[name] ?? ''));
  const filled = {} as Values;
  for (const name of Object.keys(values)) filled[name as SubmissionFieldName] = value(name as SubmissionFieldName);

  const yourName = value('yourName');
  return {
    ...(current && {initiative: current.slug}),
    content: contentOf(filled, context, isOther),
    ...(yourName !== '' && {name: yourName}),
    email: value('yourEmail'),
    locale: language,
  };
}

function contentOf(values: Values, {language, location, current}: SubmissionContext, isOther: IsOther): SubmissionContent {
  const content: SubmissionContent = {};
  if (isOther('name')) content.name = values.name;
  // An empty choice is one that was not made.
  if (isOther('kind') && values.kind) content.kind = values.kind as NonNullable<SubmissionContent['kind']>;
  if (isOther('stage') && values.stage) content.stage = values.stage as NonNullable<SubmissionContent['stage']>;
  if (isOther('summary')) content.summary = textIn(values.summary, current?.summary, language);
  if (isOther('city', 'address', 'isHome')) Object.assign(content, whereOf(values, location, current, isOther));
  if (isOther('website', 'contactEmail', 'contactPhone')) content.contact = contactOf(values);
  if (isOther('hasContactForm')) content.hasContactForm = Boolean(values.hasContactForm);
  if (isOther('lookingFor')) content.lookingFor = lookingForOf(values.lookingFor, current, language);
  if (!current && values.story) content.story = [{title: {nl: storyTitle[language]}, text: {nl: values.story}}];
  return content;
}

const storyTitle = {nl: 'Ons verhaal', en: 'Our story'};

/** Dutch is always there: a new text stands there, whatever it is written in; a changed one where it was read. */
function textIn(text: string, before: {nl: string; en?: string | undefined} | undefined, language: Language) {
  return before?.[language] === undefined ? {...before, nl: text} : {...before, [language]: text};
}

function whereOf(values: Values, location: Point | null, current: Initiative | null, isOther: IsOther): SubmissionContent {
  const {city, address, isHome} = values;
  if (!city && !address) return {place: null, location: null};
  if (location && current && isInBuilding(current, location)) return whereOf({...values, address: ''}, null, current, isOther);
  // A home's address is kept nowhere; any other that nobody could look up is for the moderator to read.
  const unknown = address && !location && !isHome ? {address} : {};
  return location || isOther('city', 'isHome') ? {...placeOf(city, Boolean(isHome), location, current), ...unknown} : unknown;
}

/** Whoever fills in the address of the building that it is in already, within some 20 metres, moves nothing. */
function isInBuilding({place, location}: Initiative, found: Point): boolean {
  if (!place?.slug || !location) return false;
  const [[longitude, latitude], [itsLongitude, itsLatitude]] = [found.coordinates, location.coordinates];
  return Math.abs(longitude - itsLongitude) < 0.0003 && Math.abs(latitude - itsLatitude) < 0.0002;
}

/** Where it stood, with what was filled in; only an address that is known takes it somewhere else. */
function placeOf(city: string, isHome: boolean, location: Point | null, current: Initiative | null): SubmissionContent {
  const {slug, name, ...known} = current?.place ?? {city: '', areaCode: null, areaYear: null, precision: 'town' as const};
  const isElsewhere = location !== null && city !== known.city;
  const stood = known.precision === 'grid' ? 'town' : known.precision;
  return {
    place: {
      ...known,
      ...(isElsewhere && {areaCode: null, areaYear: null}),
      city,
      precision: isHome ? 'grid' : location ? 'exact' : stood,
      ...(slug && !isHome && !location && {slug, ...(name && {name})}),
    },
    location: location ?? current?.location ?? null,
  };
}

function contactOf({website, contactEmail, contactPhone}: Values): NonNullable<SubmissionContent['contact']> {
  return {...(website && {website}), ...(contactEmail && {email: contactEmail}), ...(contactPhone && {phone: contactPhone})};
}

/** The form asks for one; those that stand behind it stay. */
function lookingForOf(text: string, current: Initiative | null, language: Language): NonNullable<SubmissionContent['lookingFor']> {
  const [first, ...others] = current?.lookingFor ?? [];
  return text ? [{text: textIn(text, first?.text, language), kind: first?.kind ?? null}, ...others] : others;
}
