import type {PartnerFacetKey, PartnerReference} from '@buurtkit/contract';
import {sql, type Kysely, type RawBuilder} from 'kysely';
import {partnerReference, type PartnerKey} from '../coalitions/partner-reference.ts';
import {toldInitiativeCount} from '../coalitions/told-coalition.ts';
import type {Tables} from '../db/tables.ts';
import type {Address} from '../lists/address.ts';
import type {Listing} from '../lists/list-page.ts';
import {byDate, byName, type Ordering} from '../lists/ordering.ts';
import {toldPlace} from '../places/place-link.ts';
import type {Scope, TrxScope} from '../scope.ts';
import {partnerFacets} from './filters.ts';
import {partnerColumns, type PartnerRow, type ToldPartnerRow} from './partner-row.ts';

const columns = sql.join(partnerColumns.map((column) => sql.ref(`i.${column}`)));

function told(table: string): RawBuilder<unknown> {
  return sql`(select ${partnerReference('p', 'pc')} from partners p join communities pc using (community_id)
      where p.community_id = ${sql.ref(`${table}.parent_community_id`)} and p.id = ${sql.ref(`${table}.parent_id`)}) as parent,
    ${toldPlace(table)} as building, ${toldInitiativeCount(table)} as initiative_count`;
}

export const partnerListing: Listing<PartnerFacetKey> = {
  table: sql.table('partners'),
  columns,
  told: () => told('page'),
  facets: partnerFacets,
};

export const partnerOrderings: Record<'name' | 'date', Ordering<ToldPartnerRow>> = {
  name: byName(sql.ref('i.name'), (row) => row.name),
  date: byDate,
};

/** Those that go by this slug: one, none, or in a region more than one. */
export async function findPartnerRows(db: Kysely<Tables>, scope: Scope, {slug, community}: Address): Promise<ToldPartnerRow[]> {
  const {rows} = await sql<ToldPartnerRow>`
    select ${columns}, c.slug as community, ${told('i')}
    from partners i join communities c using (community_id)
    where i.community_id = any(${scope.community.readableIds}::uuid[]) and i.slug = ${slug}
      and (${community}::text is null or c.slug = ${community})
    order by c.slug`.execute(db);
  return rows;
}

type Key = {community_id: string; id: string};

/** Who belongs to a network, in its own order. */
export async function listMembers(db: Kysely<Tables>, network: Key): Promise<PartnerReference[]> {
  const {rows} = await sql<{reference: PartnerReference}>`
    select ${partnerReference('p', 'c')} as reference
    from network_members m
    join partners p on p.community_id = m.member_community_id and p.id = m.member_id
    join communities c on c.community_id = p.community_id
    where m.community_id = ${network.community_id} and m.network_id = ${network.id}
    order by m.position, p.id`.execute(db);
  return rows.map(({reference}) => reference);
}

/** The networks that an organisation belongs to, of any community, by name. */
export async function listNetworks(db: Kysely<Tables>, member: Key): Promise<PartnerReference[]> {
  const {rows} = await sql<{reference: PartnerReference}>`
    select ${partnerReference('p', 'c')} as reference
    from network_members m
    join partners p on p.community_id = m.community_id and p.id = m.network_id
    join communities c on c.community_id = p.community_id
    where m.member_community_id = ${member.community_id} and m.member_id = ${member.id}
    order by p.name collate dutch, p.id`.execute(db);
  return rows.map(({reference}) => reference);
}

/** The organisation for whoever is about to change it; null when there is none. */
export async function lockPartner(scope: TrxScope, slug: string): Promise<PartnerRow | null> {
  const row = await scope.trx
    .selectFrom('partners')
    .select(partnerColumns)
    .where('community_id', '=', scope.community.id)
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst();
  return row ? {...row, community: scope.community.slug} : null;
}

/** Who belongs to a network from now on. */
export async function replaceMembers(scope: TrxScope, networkId: string, members: readonly PartnerKey[]): Promise<void> {
  const {id: communityId} = scope.community;
  await scope.trx.deleteFrom('network_members').where('community_id', '=', communityId).where('network_id', '=', networkId).execute();
  if (members.length === 0) return;
  await scope.trx
    .insertInto('network_members')
    .values(
      members.map((member, position) => ({
        community_id: communityId,
        network_id: networkId,
        member_community_id: member.communityId,
        member_id: member.id,
        position,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
