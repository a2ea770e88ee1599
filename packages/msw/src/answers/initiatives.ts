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
import {findByAddress, freeSlug} from './addresses.ts';
import {told} from './changes.ts';
import {csvOf} from './csv.ts';
import {countPerValue, matching} from './filters.ts';
import {partnerNamed, referenceTo} from './references.ts';
import {distanceBetween} from './where.ts';

export function listItem(initiative: Initiative): InitiativeListItem {
  const {story: _story, openingHours: _openingHours, ownedFields: _ownedFields, ...item} = initiative;
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

function chaptersOf(story: NonNullable<NewInitiative['story']>, id: string): Initiative['story'] {
  const number = Number(id.slice(-12));
  return story.map((chapter, index) => describeChapter(numberedId('chapter', number * 100 + index), chapter));
}

/** Who stands behind it as an answer tells it, each organisation looked up in its own community. */
function coalitionOf(state: MockState, community: string, members: NonNullable<InitiativeChanges['coalition']>): Initiative['coalition'] {
  return members.map(({partner, role, since = null}, index) => ({
    partner: referenceTo(partnerNamed(state, community, partner, `#/coalition/${index}/partner`)),
    role,
    since,
  }));
}

function written(state: MockState, community: string, changes: NewInitiative | InitiativeChanges) {
  const {story: _story, coalition, ...others} = changes;
  return {...told(others), ...(coalition && {coalition: coalitionOf(state, community, coalition)})};
}

/** The organisations' side of a coalition, which is written on the initiative's. */
function tellPartners({partners}: MockState, {slug, community, name, coalition}: Initiative): void {
  for (const partner of partners) {
    const roles = coalition.filter((one) => one.partner.slug === partner.slug && one.partner.community === partner.community);
    const others = partner.coalition.filter(({initiative}) => initiative.slug !== slug || initiative.community !== community);
    partner.coalition = [...others, ...roles.map(({role, since}) => ({initiative: {slug, community, name}, role, since}))];
    partner.initiativeCount = new Set(partner.coalition.map(({initiative}) => `${initiative.community}~${initiative.slug}`)).size;
  }
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
    const initiative = findByAddress(state.initiatives, communityOf(state, params.community), params.slug, 'initiative.not-found');
    return {status: 200, content: initiative};
  }),

  operation(createInitiative, ({state, params, body}) => {
    const slug = freeSlug(state.initiatives, params.community, body, 'initiatief');
    const number = (state.numbers.made += 1);
    const sketch = {
      stage: 'active' as const,
      ...written(state, params.community, body),
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
    tellPartners(state, initiative);
    recordChange(state, 'initiative', 'created', initiative);
    return {status: 201, content: initiative, headers: {Location: `/v1/communities/${params.community}/initiatives/${slug}`}};
  }),

  operation(changeInitiative, ({state, params, body, requireUnchanged}) => {
    const initiative = state.initiatives.find((one) => one.community === params.community && one.slug === params.slug);
    if (!initiative) throw new MockProblem('initiative.not-found');
    requireUnchanged(initiative);
    Object.assign(
      initiative,
      written(state, params.community, body),
      {updatedAt: new Date().toISOString()},
      body.story && {story: chaptersOf(body.story, initiative.id)},
    );
    tellPartners(state, initiative);
    recordChange(state, 'initiative', 'updated', initiative);
    return {status: 200, content: initiative};
  }),
];
