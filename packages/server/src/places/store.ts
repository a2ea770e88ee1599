import type {SharedPlace} from '@buurtkit/contract';
import {sql, type Kysely} from 'kysely';
import type {Tables} from '../db/tables.ts';
import type {Address} from '../lists/address.ts';
import type {Listing} from '../lists/list-page.ts';
import {byName, type Ordering} from '../lists/ordering.ts';
import type {Scope, TrxScope} from '../scope.ts';
import type {PlaceRow} from './place-link.ts';
import {placeColumns, type ReadPlaceRow} from './place-row.ts';

const columns = sql.join(placeColumns.map((column) => sql.ref(`i.${column}`)));

export const placeListing: Listing<never> = {table: sql.table('places'), columns, told: () => sql`null as told`, facets: {}};
export const placeOrdering: Ordering<ReadPlaceRow> = byName(sql.ref('i.name'), (row) => row.name);

/** Those that go by this slug: one, none, or in a region more than one. */
export async function findPlaceRows(db: Kysely<Tables>, scope: Scope, {slug, community}: Address): Promise<ReadPlaceRow[]> {
  const {rows} = await sql<ReadPlaceRow>`
    select ${columns}, c.slug as community
    from places i join communities c using (community_id)
    where i.community_id = any(${scope.community.readableIds}::uuid[]) and i.slug = ${slug}
      and (${community}::text is null or c.slug = ${community})
    order by c.slug`.execute(db);
  return rows;
}

/** Who is in a place, by name: initiatives, organisations and their services. A private home is nobody's address here. */
export async function listOccupants(db: Kysely<Tables>, place: {community_id: string; id: string}): Promise<SharedPlace['occupants']> {
  const here = (table: string) =>
    sql`${sql.ref(`${table}.community_id`)} = ${place.community_id} and ${sql.ref(`${table}.place_id`)} = ${place.id}`;
  const {rows} = await sql<SharedPlace['occupants'][number]>`
    select o.resource, o.id, o.slug, c.slug as community, o.name
    from (
      select 'initiative' as resource, i.community_id, i.id, i.slug, jsonb_build_object('nl', i.name) as name
        from initiatives i where ${here('i')} and i.precision is distinct from 'grid'
      union all select 'partner', p.community_id, p.id, p.slug, jsonb_build_object('nl', p.name) from partners p where ${here('p')}
      union all select 'service', s.community_id, s.id, p.slug, s.name
        from services s join partners p on p.community_id = s.community_id and p.id = s.partner_id where ${here('s')} and s.status <> 'defunct'
    ) o join communities c using (community_id)
    order by (o.name ->> 'nl') collate dutch, o.id`.execute(db);
  return rows;
}

/** The place for whoever is about to change it; null when there is none. */
export async function lockPlace(scope: TrxScope, slug: string): Promise<PlaceRow | null> {
  const row = await scope.trx
    .selectFrom('places')
    .select(placeColumns)
    .where('community_id', '=', scope.community.id)
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}
