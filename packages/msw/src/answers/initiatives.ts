import {
  changeInitiative,
  createInitiative,
  getInitiative,
  listInitiatives,
  type Initiative,
  type InitiativeChanges,
  type InitiativeListItem,
  type InitiativeQuery,
  type NewInitiative,
} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {communityOf, readSlugs, recordChange, type MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {describeChapter, describeInitiative} from '../samples/describe-initiative.ts';
import {numberedId} from '../samples/numbered-id.ts';
import {csvOf} from './csv.ts';
import {countPerValue, matching} from './filters.ts';
import {distanceBetween} from './where.ts';

function listItem(initiative: Initiative): InitiativeListItem {
  const {story: _story, openingHours: _openingHours, ...item} = initiative;
  return item;
}

function selected(item: InitiativeListItem, fields: readonly (keyof InitiativeListItem)[] | undefined): Partial<InitiativeListItem> {
  if (!fields) return item;
  return Object.fromEntries(Object.entries(item).filter(([name]) => name === 'id' || fields.includes(name as keyof InitiativeListItem)));
}

const orders = {
  name: (one: Initiative, other: Initiative) => one.name.localeCompare(other.name, 'nl'),
  date: (one: Initiative, other: Initiative) => other.updatedAt.localeCompare(one.updatedAt),
};

function orderOf({sort, near}: InitiativeQuery): (one: Initiative, other: Initiative) => number {
  if (sort !== undefined && sort !== 'distance') return orders[sort];
  if (!near && sort === 'distance') throw new MockProblem('request.invalid', {faults: [{parameter: 'near', code: 'required'}]});
  if (!near) return orders.name;
  const away = ({location}: Initiative) => (location ? distanceBetween(near, location.coordinates) : Infinity);
  return (one, other) => away(one) - away(other);
}

function slugOf(name: string): string {
  return (
    name
      .normalize('NFD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 76)
      .replace(/^-|-$/g, '') || 'initiatief'
  );
}

function freeSlug({initiatives}: MockState, community: string, {slug, name}: NewInitiative): string {
  const isTaken = (candidate: string) => initiatives.some((one) => one.community === community && one.slug === candidate);
  if (slug !== undefined) {
    if (isTaken(slug)) throw new MockProblem('slug.taken', {faults: [{pointer: '#/slug', code: 'not-allowed'}]});
    return slug;
  }
  let candidate = slugOf(name);
  for (let number = 2; isTaken(candidate); number += 1) candidate = `${slugOf(name)}-${number}`;
  return candidate;
}

function chaptersOf(story: NonNullable<NewInitiative['story']>, id: string): Initiative['story'] {
  const number = Number(id.slice(-12));
  return story.map((chapter, index) => describeChapter(numberedId('chapter', number * 100 + index), chapter));
}

/** Only what was sent: a key without a value is no change. */
function told(changes: InitiativeChanges): Partial<Initiative> {
  const {story: _, ...others} = changes;
  return Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
}

export const initiativeOperations = [
  operation(listInitiatives, ({state, params, query, format, url}) => {
    const {fields, facets = [], sort: _sort, cursor, limit, format: _, ...filters} = query;
    const slugs = readSlugs(communityOf(state, params.community));
    const readable = state.initiatives.filter(({community}) => slugs.includes(community));
    const found = matching(readable, filters).sort(orderOf(query));
    if (format === 'csv') return {status: 200, content: csvOf(found.map(listItem))};

    const {headers, data, total, next} = pageOf(found, {cursor, limit}, url);
    const items = data.map((initiative) => selected(listItem(initiative), fields));
    if (format === 'json') {
      const counts = Object.fromEntries(facets.map((key) => [key, countPerValue(readable, filters, key)]));
      return {status: 200, content: {data: items, total, next, facets: counts}, headers};
    }
    const features = data.map(({id, location}, index) => ({type: 'Feature', id, geometry: location, properties: items[index]}));
    return {status: 200, content: {type: 'FeatureCollection', features, numberMatched: total, numberReturned: features.length}, headers};
  }),

  operation(getInitiative, ({state, params}) => {
    const slugs = readSlugs(communityOf(state, params.community));
    const [slug, community] = params.slug.split('~').reverse();
    const found = state.initiatives.filter(
      (one) => one.slug === slug && slugs.includes(one.community) && (!community || one.community === community),
    );
    if (found.length > 1) throw new MockProblem('slug.ambiguous', {addresses: found.map((one) => `${one.community}~${one.slug}`)});
    if (!found[0]) throw new MockProblem('initiative.not-found');
    return {status: 200, content: found[0]};
  }),

  operation(createInitiative, ({state, params, body}) => {
    const slug = freeSlug(state, params.community, body);
    const number = (state.numbers.initiative += 1);
    const sketch = {
      stage: 'active' as const,
      ...told(body),
      name: body.name,
      kind: body.kind,
      summary: body.summary,
      slug,
      community: params.community,
    };
    const described = describeInitiative(number, sketch);
    const initiative = {
      ...described,
      location: body.location ?? null,
      story: chaptersOf(body.story ?? [], described.id),
      updatedAt: new Date().toISOString(),
    };
    state.initiatives.push(initiative);
    recordChange(state, 'nl.buurtkit.initiative.created', initiative);
    return {status: 201, content: initiative, headers: {Location: `/v1/communities/${params.community}/initiatives/${slug}`}};
  }),

  operation(changeInitiative, ({state, params, body, requireUnchanged}) => {
    const initiative = state.initiatives.find((one) => one.community === params.community && one.slug === params.slug);
    if (!initiative) throw new MockProblem('initiative.not-found');
    requireUnchanged(initiative);
    Object.assign(
      initiative,
      told(body),
      {updatedAt: new Date().toISOString()},
      body.story && {story: chaptersOf(body.story, initiative.id)},
    );
    recordChange(state, 'nl.buurtkit.initiative.updated', initiative);
    return {status: 200, content: initiative};
  }),
];
