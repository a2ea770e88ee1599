import {areaWithAncestors, type Fault, type NewOpportunity, type OpportunityChanges, type Position} from '@buurtkit/contract';
import type {Insertable, Selectable} from 'kysely';
import type {Tables} from '../../db/tables.ts';
import {parseTexts} from '../../initiatives/parse-markdown.ts';
import {homeGridPoint} from '../../map/home-grid.ts';
import {ProblemError} from '../../problem-error.ts';
import type {TrxScope} from '../../scope.ts';
import {dateOrNull} from '../shifts/write-shift.ts';

type Row = Selectable<Tables['opportunities']>;
type Columns = Partial<Omit<Insertable<Tables['opportunities']>, 'community_id' | 'id'>>;

/** Work that comes with a person to meet first is reviewed unless somebody says otherwise. */
const reviewed: readonly NewOpportunity['kind'][] = ['recurring', 'home-visit', 'buddy'];

export function usualApproval(kind: NewOpportunity['kind']): Row['approval'] {
  return reviewed.includes(kind) ? 'review' : 'automatic';
}

/** The columns that a change touches; what it leaves out is not in the result. */
export async function columnsOf(scope: TrxScope, changes: OpportunityChanges, before?: Row): Promise<Columns> {
  const {initiative, partner, place, location, text, ...plain} = changes;
  const owner = initiative ? await findInitiative(scope, initiative) : null;
  return {
    ...ageForMinors(changes, before),
    ...plainColumns(plain),
    ...(text !== undefined && {text: text && JSON.stringify(text), blocks: text && JSON.stringify(parseTexts(text))}),
    ...(initiative !== undefined && {initiative_id: owner?.id ?? null}),
    ...(partner !== undefined && {partner_id: partner && (await findPartner(scope, partner))}),
    ...(await whereColumns(scope, {place, location}, owner, before)),
    ...areaColumns(changes, owner, before),
  };
}

/** Who lets minors in and names no age means those who may sign up by themselves: from 12. */
function ageForMinors({minors, minAge}: OpportunityChanges, before?: Row): Columns {
  const letsIn = minors !== undefined && minors !== 'none';
  return letsIn && minAge === undefined && (before?.min_age ?? 18) >= 18 ? {min_age: 12} : {};
}

function plainColumns(changes: Omit<OpportunityChanges, 'initiative' | 'partner' | 'place' | 'location' | 'text'>): Columns {
  return {
    ...(changes.title !== undefined && {title: JSON.stringify(changes.title)}),
    ...(changes.summary !== undefined && {summary: JSON.stringify(changes.summary)}),
    ...(changes.kind !== undefined && {kind: changes.kind}),
    ...(changes.areas !== undefined && {areas: JSON.stringify(changes.areas)}),
    ...(changes.themes !== undefined && {themes: [...new Set(changes.themes)]}),
    ...(changes.skills !== undefined && {skills: [...new Set(changes.skills)]}),
    ...(changes.languages !== undefined && {languages: [...new Set(changes.languages)]}),
    ...(changes.commitment !== undefined && {commitment: changes.commitment && JSON.stringify(changes.commitment)}),
    ...(changes.minAge !== undefined && {min_age: changes.minAge}),
    ...(changes.minors !== undefined && {minors: changes.minors}),
    ...(changes.vog !== undefined && {vog: changes.vog}),
    ...(changes.expenses !== undefined && {expenses: changes.expenses && JSON.stringify(changes.expenses)}),
    ...(changes.training !== undefined && {training: changes.training && JSON.stringify(changes.training)}),
    ...(changes.earnsCredits !== undefined && {earns_credits: changes.earnsCredits}),
    ...(changes.isForChildren !== undefined && {is_for_children: changes.isForChildren}),
    ...(changes.contact !== undefined && {contact: JSON.stringify(changes.contact)}),
    ...(changes.approval !== undefined && {approval: changes.approval}),
    ...(changes.questions !== undefined && {questions: JSON.stringify(requireOwnKeys(changes.questions))}),
    ...(changes.visibleFrom !== undefined && {visible_from: dateOrNull(changes.visibleFrom)}),
    ...(changes.visibleUntil !== undefined && {visible_until: dateOrNull(changes.visibleUntil)}),
    ...(changes.isSample !== undefined && {is_sample: changes.isSample}),
    ...(changes.isClosed !== undefined && {is_closed: changes.isClosed}),
  };
}

function requireOwnKeys(questions: Row['questions']): Row['questions'] {
  const faults = questions.flatMap(({key}, index): Fault[] =>
    questions.findIndex((other) => other.key === key) < index ? [{pointer: `#/questions/${index}/key`, code: 'not-allowed'}] : [],
  );
  if (faults.length > 0) throw new ProblemError('request.invalid', {faults});
  return questions;
}

type Owner = Pick<
  Selectable<Tables['initiatives']>,
  'id' | 'city' | 'area_code' | 'area_year' | 'precision' | 'place_id' | 'longitude' | 'latitude' | 'area_codes' | 'accessibility'
>;

/** Where it is: as told, else where its initiative is. A private home is its grid point here too. */
async function whereColumns(
  scope: TrxScope,
  {place, location}: Pick<OpportunityChanges, 'place' | 'location'>,
  owner: Owner | null,
  before: Row | undefined,
): Promise<Columns> {
  if (place === undefined && location === undefined) {
    if (!owner || (before && before.city !== null)) return {};
    const {city, area_code, area_year, precision, place_id, longitude, latitude, accessibility} = owner;
    return {
      city,
      area_code,
      area_year,
      precision,
      place_id,
      longitude,
      latitude,
      is_wheelchair_accessible: accessibility.stepFree === 'yes',
    };
  }
  const shared = place?.slug === undefined ? null : await findPlace(scope, place.slug);
  const precision = place === undefined ? (before?.precision ?? null) : (place?.precision ?? null);
  const isHome = precision === 'grid' || (precision === null && (await isAtHome(scope, owner, before)));
  const told = location === undefined ? (pointOf(shared) ?? pointOf(before)) : (location?.coordinates ?? pointOf(shared));
  const [longitude, latitude] = told && isHome ? homeGridPoint(told) : (told ?? []);
  return {
    ...(place !== undefined && {
      city: place?.city ?? null,
      area_code: place?.areaCode ?? null,
      area_year: place?.areaYear ?? null,
      precision,
      place_id: shared?.id ?? null,
      is_wheelchair_accessible: shared?.accessibility.stepFree === 'yes',
    }),
    longitude: longitude ?? null,
    latitude: latitude ?? null,
  };
}

/** Whether the initiative that it is of is at somebody's home. */
async function isAtHome(scope: TrxScope, owner: Owner | null, before: Row | undefined): Promise<boolean> {
  if (owner || !before?.initiative_id) return owner?.precision === 'grid';
  const row = await scope.trx
    .selectFrom('initiatives')
    .select('precision')
    .where('community_id', '=', scope.community.id)
    .where('id', '=', before.initiative_id)
    .executeTakeFirst();
  return row?.precision === 'grid';
}

type Located = {longitude: number | null; latitude: number | null};

function pointOf(located: Located | null | undefined): Position | null {
  return located && located.longitude !== null && located.latitude !== null ? [located.longitude, located.latitude] : null;
}

function areaColumns(changes: OpportunityChanges, owner: Owner | null, before: Row | undefined): Columns {
  if (changes.place === undefined && changes.areas === undefined && !owner) return {};
  const placeCode = changes.place === undefined ? (before?.area_code ?? null) : (changes.place?.areaCode ?? null);
  const areas = changes.areas ?? before?.areas ?? [];
  const named = [...(placeCode === null ? [] : [placeCode]), ...areas.map(({code}) => code)];
  const codes = named.length === 0 && owner ? owner.area_codes : named.flatMap(areaWithAncestors);
  return {area_codes: [...new Set(codes)].sort()};
}

async function findInitiative(scope: TrxScope, slug: string): Promise<Owner> {
  const row = await scope.trx
    .selectFrom('initiatives')
    .select(['id', 'city', 'area_code', 'area_year', 'precision', 'place_id', 'longitude', 'latitude', 'area_codes', 'accessibility'])
    .where('community_id', '=', scope.community.id)
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!row) throw unknown('#/initiative');
  return row;
}

async function findPartner(scope: TrxScope, slug: string): Promise<string> {
  const row = await scope.trx
    .selectFrom('partners')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!row) throw unknown('#/partner');
  return row.id;
}

async function findPlace(scope: TrxScope, slug: string) {
  const row = await scope.trx
    .selectFrom('places')
    .select(['id', 'longitude', 'latitude', 'accessibility'])
    .where('community_id', '=', scope.community.id)
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!row) throw unknown('#/place/slug');
  return row;
}

function unknown(pointer: string): ProblemError {
  return new ProblemError('request.invalid', {faults: [{pointer, code: 'unknown'}]});
}
