import {sql, type RawBuilder} from 'kysely';
import {readPublished} from '../db/read-published.ts';
import type {TrxScope} from '../scope.ts';
import type {Resource} from './resource.ts';

type Uses = Record<Resource['table'], readonly RawBuilder<unknown>[]>;

/** Which of these others lean on, here or in another community: what people wrote, sent, showed or saved there, and what names them. */
export async function findNeeded(scope: TrxScope, {table}: Resource, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const needed = await sql<{id: string}>`${anyOf(usesHere(scope.community.id, ids)[table])}`.execute(scope.trx);
  const elsewhere = usesAnywhere(scope.community.id, ids)[table];
  const neededElsewhere =
    elsewhere.length === 0 ? {rows: []} : await readPublished(scope, (db) => sql<{id: string}>`${anyOf(elsewhere)}`.execute(db));
  return new Set([...needed.rows, ...neededElsewhere.rows].map((row) => row.id));
}

function anyOf(uses: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(uses, sql` union `);
}

/** What names them in their own community, whoever may read it. */
function usesHere(communityId: string, ids: readonly string[]): Uses {
  const among = (column: string) => sql`community_id = ${communityId} and ${sql.ref(column)} = any(${ids}::uuid[])`;
  const naming = (tables: readonly string[], column: string) =>
    tables.map((table) => sql`select ${sql.ref(column)} as id from ${sql.table(table)} where ${among(column)}`);
  const told = (kind: 'initiative' | 'partner' | 'service' | 'place') =>
    sql`select subject_id from reports where ${among('subject_id')} and resource = ${kind}`;
  const account = (kind: 'initiative' | 'partner') => sql`select owner_id from accounts where ${among('owner_id')} and kind = ${kind}`;
  const organisers = (kind: 'initiative' | 'partner') => sql`
    select id from ${sql.table(`${kind}s`)} where ${among('id')} and ${`${kind}:`} || slug in (
      select target from members where community_id = ${communityId}
      union select target from api_keys where community_id = ${communityId} and revoked_at is null)`;
  return {
    initiatives: [
      ...naming(['revisions', 'initiative_people', 'photos', 'opportunities'], 'initiative_id'),
      told('initiative'),
      account('initiative'),
      organisers('initiative'),
    ],
    partners: [...naming(['services', 'opportunities'], 'partner_id'), told('partner'), account('partner'), organisers('partner')],
    services: [told('service')],
    places: [...naming(['partners', 'services', 'initiatives', 'opportunities'], 'place_id'), told('place')],
  };
}

/** What names them in any community: `buurtkit_app` sees only its own. */
function usesAnywhere(communityId: string, ids: readonly string[]): Uses {
  const among = sql`any(${ids}::uuid[])`;
  return {
    initiatives: [
      sql`
        select (chosen.value ->> 'id')::uuid as id from publications cross join lateral jsonb_array_elements(selection) chosen
        where chosen.value ->> 'communityId' = ${communityId} and (chosen.value ->> 'id')::uuid = ${among}`,
    ],
    partners: [
      sql`select partner_id as id from coalitions where partner_community_id = ${communityId} and partner_id = ${among}`,
      sql`
        select member_id from network_members where member_community_id = ${communityId} and member_id = ${among}
          and not (community_id = ${communityId} and network_id = ${among})`,
      sql`
        select parent_id from partners where parent_community_id = ${communityId} and parent_id = ${among}
          and not (community_id = ${communityId} and id = ${among})`,
    ],
    services: [],
    places: [],
  };
}
