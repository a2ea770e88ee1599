import type {NewInitiative} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {InitiativeRow} from '../initiatives/initiative-row.ts';
import {columnsOf, replaceStory} from '../initiatives/write-initiative.ts';
import {renewOpenings} from '../opening/renew-openings.ts';
import type {TrxScope} from '../scope.ts';
import {slugOf} from '../initiatives/slug.ts';
import {mergeExternalIds} from './merge-external-ids.ts';
import type {ImportRecord} from './import-record.ts';
import type {Belonging, Resource, Row} from './resource.ts';

const story: Belonging<NewInitiative> = {
  field: 'story',
  table: 'chapters',
  owner: 'initiative_id',
  find: async (scope, ids) => {
    const {rows} = await sql<{id: string; story: unknown}>`
      select initiative_id as id, json_agg(json_build_object('title', title, 'text', text, 'date', dated) order by position, id) as story
      from chapters where community_id = ${scope.community.id} and initiative_id = any(${ids}::uuid[]) group by initiative_id`.execute(
      scope.trx,
    );
    return new Map(rows.map((row) => [row.id, row.story]));
  },
  wanted: (value) => value.story?.map(({title, text, date}) => ({title, text, date: date ?? null})),
  replace: (scope, id, wanted) => replaceStory(scope, id, wanted as NonNullable<NewInitiative['story']>),
};

type Member = {communityId: string; id: string; role: string; since: string | null};

const coalition: Belonging<NewInitiative> = {
  field: 'coalition',
  table: 'coalitions',
  owner: 'initiative_id',
  find: async (scope, ids) => {
    const {rows} = await sql<{id: string; members: unknown}>`
      select initiative_id as id, json_agg(json_build_object('communityId', partner_community_id, 'id', partner_id, 'role', role, 'since', since)
        order by position, partner_id, role) as members
      from coalitions where community_id = ${scope.community.id} and initiative_id = any(${ids}::uuid[]) group by initiative_id`.execute(
      scope.trx,
    );
    return new Map(rows.map((row) => [row.id, row.members]));
  },
  wanted: (value, references) =>
    value.coalition?.flatMap(({partner, role, since = null}): Member[] => {
      const found = references.partner(partner);
      return found ? [{communityId: found.communityId, id: found.id, role, since}] : [];
    }),
  keyOf: (member) => {
    const {communityId, id, role} = member as Member;
    return `${communityId} ${id} ${role}`;
  },
  replace: async (scope, initiativeId, wanted) => {
    const {id: communityId} = scope.community;
    await sql`delete from coalitions where community_id = ${communityId} and initiative_id = ${initiativeId}`.execute(scope.trx);
    const members = (wanted as Member[]).map((member, position) => ({...member, position}));
    await sql`
      insert into coalitions (community_id, initiative_id, partner_community_id, partner_id, role, since, position)
      select ${communityId}::uuid, ${initiativeId}::uuid, m."communityId", m.id, m.role, m.since, m.position
      from json_to_recordset(${JSON.stringify(members)}) as m ("communityId" uuid, id uuid, role text, since text, position integer)`.execute(
      scope.trx,
    );
  },
};

export const initiativeResource: Resource<'initiative'> = {
  name: 'initiative',
  table: 'initiatives',
  columns: [
    'name',
    'kind',
    'stage',
    'themes',
    'context',
    'scale',
    'since',
    'summary',
    'city',
    'area_code',
    'area_year',
    'precision',
    'longitude',
    'latitude',
    'place_id',
    'areas',
    'area_codes',
    'accessibility',
    'contact',
    'has_contact_form',
    'opening_hours',
    'looking_for',
    'external_ids',
    'owned_fields',
  ],
  jsonColumns: new Set(['summary', 'areas', 'accessibility', 'contact', 'opening_hours', 'looking_for', 'external_ids']),
  defaults: {
    themes: [],
    area_codes: [],
    areas: [],
    accessibility: {},
    contact: {},
    has_contact_form: false,
    looking_for: [],
    external_ids: [],
    owned_fields: {},
    stage: 'active',
  },
  belongings: [story, coalition],
  slugFrom: ({name}) => slugOf(name),
  named: ({coalition: members = [], place}) => ({
    partners: members.map(({partner}) => partner),
    places: place?.slug === undefined ? [] : [place.slug],
  }),
  columnsOf: (changes, before, references) => {
    const columns = columnsOf(changes, before as InitiativeRow | undefined);
    if (changes.place === undefined) return columns;
    const {slug} = changes.place ?? {};
    // A private home is no place that others share.
    const isHome = changes.place?.precision === 'grid';
    const placeId =
      slug === undefined || isHome ? undefined : (references.place(slug) ?? (slug === before?.['place_id'] ? slug : undefined));
    return {...columns, place_id: placeId ?? null};
  },
  merge: mergeInitiative,
  follow: (scope: TrxScope, ids) => renewOpenings(scope, 'initiative', ids),
};

function mergeInitiative(record: ImportRecord<'initiative'>, before: Row): Partial<NewInitiative> {
  const {value, silentOn} = record;
  const {slug: _slug, ...merged} = value;
  const {summary, contact, city, area_code, area_year, precision, place_id} = before as Row & InitiativeRow;
  if (silentOn.has('summary.en') && summary.en !== undefined) merged.summary = {...merged.summary, en: summary.en};
  if (merged.contact) {
    const kept = Object.entries(contact).filter(([key]) => silentOn.has(`contact.${key as keyof typeof contact}`));
    merged.contact = {...merged.contact, ...Object.fromEntries(kept)};
  }
  if (merged.place && city !== null) {
    merged.place = {
      ...merged.place,
      ...(silentOn.has('place.areaCode') && {areaCode: area_code}),
      ...(silentOn.has('place.areaYear') && {areaYear: area_year}),
      ...(silentOn.has('place.precision') && precision !== null && {precision}),
      // Names of places are ids as well as slugs.
      ...(silentOn.has('place.slug') && place_id !== null && {slug: place_id}),
    };
  }
  if (merged.externalIds) merged.externalIds = mergeExternalIds(merged.externalIds, record, before);
  return merged;
}
