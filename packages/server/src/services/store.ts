import type {ServiceFacetKey} from '@buurtkit/contract';
import {sql, type Kysely, type RawBuilder} from 'kysely';
import {partnerReference} from '../coalitions/partner-reference.ts';
import type {Tables} from '../db/tables.ts';
import type {Listing} from '../lists/list-page.ts';
import {byDate, byName, type Ordering} from '../lists/ordering.ts';
import {toldOpenings} from '../opening/told-openings.ts';
import {toldPlace} from '../places/place-link.ts';
import type {Scope, TrxScope} from '../scope.ts';
import {serviceFacets} from './filters.ts';
import {serviceColumns, type ServiceRow, type ToldServiceRow} from './service-row.ts';

const columns = sql.join(serviceColumns.map((column) => sql.ref(`i.${column}`)));
const dutchName = sql`(i.name ->> 'nl')`;

function told(table: string, now: Date): RawBuilder<unknown> {
  return sql`(select ${partnerReference('p', 'pc')} from partners p join communities pc using (community_id)
      where p.community_id = ${sql.ref(`${table}.community_id`)} and p.id = ${sql.ref(`${table}.partner_id`)}) as partner,
    ${toldPlace(table)} as building, ${toldOpenings('service', table, now)} as openings`;
}

export const serviceListing: Listing<ServiceFacetKey> = {
  table: sql.table('services'),
  columns,
  told: (now) => told('page', now),
  facets: serviceFacets,
};

export const serviceOrderings: Record<'name' | 'date', Ordering<ToldServiceRow>> = {
  name: byName(dutchName, (row) => row.name.nl),
  date: byDate,
};

export async function findServiceRow(db: Kysely<Tables>, scope: Scope, id: string): Promise<ToldServiceRow | null> {
  const {rows} = await sql<ToldServiceRow>`
    select ${columns}, c.slug as community, ${told('i', scope.now)}
    from services i join communities c using (community_id)
    where i.community_id = any(${scope.community.readableIds}::uuid[]) and i.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** The services of an organisation, by name. */
export async function listServiceRowsOf(
  db: Kysely<Tables>,
  partner: {community_id: string; id: string},
  now: Date,
): Promise<ToldServiceRow[]> {
  const {rows} = await sql<ToldServiceRow>`
    select ${columns}, c.slug as community, ${told('i', now)}
    from services i join communities c using (community_id)
    where i.community_id = ${partner.community_id} and i.partner_id = ${partner.id}
    order by ${dutchName} collate dutch, i.id`.execute(db);
  return rows;
}

/** The service for whoever is about to change it, with the slug of its organisation; null when there is none. */
export async function lockService(scope: TrxScope, id: string): Promise<(ServiceRow & {partnerSlug: string}) | null> {
  const {rows} = await sql<ServiceRow & {partnerSlug: string}>`
    select ${columns}, ${scope.community.slug} as community, p.slug as "partnerSlug"
    from services i join partners p on p.community_id = i.community_id and p.id = i.partner_id
    where i.community_id = ${scope.community.id} and i.id = ${id}
    for update of i`.execute(scope.trx);
  return rows[0] ?? null;
}
