import type {NewPartner} from '@buurtkit/contract';
import {sql} from 'kysely';
import {slugOf} from '../initiatives/slug.ts';
import {ownColumnsOf} from '../partners/write-partner.ts';
import {mergeExternalIds} from './merge-external-ids.ts';
import type {PartnerKey} from './references.ts';
import type {Belonging, Resource} from './resource.ts';

type Member = Pick<PartnerKey, 'communityId' | 'id'>;

const members: Belonging<NewPartner> = {
  field: 'members',
  table: 'network_members',
  owner: 'network_id',
  find: async (scope, ids) => {
    const {rows} = await sql<{id: string; members: unknown}>`
      select network_id as id, json_agg(json_build_object('communityId', member_community_id, 'id', member_id) order by position, member_id) as members
      from network_members where community_id = ${scope.community.id} and network_id = any(${ids}::uuid[]) group by network_id`.execute(
      scope.trx,
    );
    return new Map(rows.map((row) => [row.id, row.members]));
  },
  wanted: (value, references) =>
    value.members?.flatMap((name): Member[] => {
      const found = references.partner(name);
      return found ? [{communityId: found.communityId, id: found.id}] : [];
    }),
  keyOf: (member) => {
    const {communityId, id} = member as Member;
    return `${communityId} ${id}`;
  },
  replace: async (scope, networkId, wanted) => {
    const {id: communityId} = scope.community;
    await sql`delete from network_members where community_id = ${communityId} and network_id = ${networkId}`.execute(scope.trx);
    const told = (wanted as Member[]).map((member, position) => ({...member, position}));
    await sql`
      insert into network_members (community_id, network_id, member_community_id, member_id, position)
      select ${communityId}::uuid, ${networkId}::uuid, m."communityId", m.id, m.position
      from json_to_recordset(${JSON.stringify(told)}) as m ("communityId" uuid, id uuid, position integer)`.execute(scope.trx);
  },
};

export const partnerResource: Resource<'partner'> = {
  name: 'partner',
  table: 'partners',
  columns: [
    'name',
    'kind',
    'city',
    'summary',
    'website',
    'is_sample',
    'contacts',
    'areas',
    'area_codes',
    'parent_community_id',
    'parent_id',
    'place_id',
    'external_ids',
    'owned_fields',
  ],
  jsonColumns: new Set(['summary', 'contacts', 'areas', 'external_ids']),
  defaults: {is_sample: false, contacts: [], areas: [], area_codes: [], external_ids: [], owned_fields: {}},
  belongings: [members],
  slugFrom: ({name}) => slugOf(name, 'organisatie'),
  named: ({parent, place, members: told = []}) => ({
    partners: [...(parent ? [parent] : []), ...told],
    places: place ? [place] : [],
  }),
  columnsOf: (changes, _before, references) => {
    const parent = changes.parent ? references.partner(changes.parent) : undefined;
    return {
      ...ownColumnsOf(changes),
      ...(changes.parent !== undefined && {parent_community_id: parent?.communityId ?? null, parent_id: parent?.id ?? null}),
      ...(changes.place !== undefined && {place_id: changes.place === null ? null : (references.place(changes.place) ?? null)}),
    };
  },
  merge: (record, before) => {
    const {slug: _slug, ...merged} = record.value;
    if (merged.externalIds) merged.externalIds = mergeExternalIds(merged.externalIds, record, before);
    return merged;
  },
  follow: async () => undefined,
};
