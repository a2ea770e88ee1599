import {coalitionRoles, valuesOf, type CoalitionMember, type Partner} from '@buurtkit/contract';
import {sql, type Kysely, type RawBuilder} from 'kysely';
import type {Tables} from '../db/tables.ts';
import {partnerReference} from './partner-reference.ts';

const roles = valuesOf(coalitionRoles);
const byRole = sql`array_position(${roles}::text[], m.role)`;

/** Who stands behind the initiative that a row of this table or subquery is: leads first, who only follows last. */
export function toldCoalition(table: string): RawBuilder<CoalitionMember[]> {
  return sql`(select coalesce(json_agg(json_build_object('partner', ${partnerReference('p', 'c')}, 'role', m.role, 'since', m.since)
      order by ${byRole}, p.name collate dutch, p.id), '[]')
    from coalitions m
    join partners p on p.community_id = m.partner_community_id and p.id = m.partner_id
    join communities c on c.community_id = p.community_id
    where m.community_id = ${sql.ref(`${table}.community_id`)} and m.initiative_id = ${sql.ref(`${table}.id`)})`;
}

/** How many initiatives the organisation stands behind that a row of this table or subquery is. */
export function toldInitiativeCount(table: string): RawBuilder<number> {
  return sql`(select count(distinct (m.community_id, m.initiative_id))::integer from coalitions m
    where m.partner_community_id = ${sql.ref(`${table}.community_id`)} and m.partner_id = ${sql.ref(`${table}.id`)})`;
}

/** All initiatives that an organisation stands behind, of whatever community, by name. */
export async function listCoalitionOf(db: Kysely<Tables>, partner: {community_id: string; id: string}): Promise<Partner['coalition']> {
  const {rows} = await sql<Partner['coalition'][number]>`
    select json_build_object('slug', i.slug, 'community', c.slug, 'name', i.name) as initiative, m.role, m.since
    from coalitions m
    join initiatives i on i.community_id = m.community_id and i.id = m.initiative_id
    join communities c on c.community_id = i.community_id
    where m.partner_community_id = ${partner.community_id} and m.partner_id = ${partner.id}
    order by i.name collate dutch, i.id, ${byRole}`.execute(db);
  return rows;
}
