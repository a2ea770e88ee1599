import type {SimilarInitiative, SimilarRequest} from '@buurtkit/contract';
import {sql} from 'kysely';
import {distanceTo, whereCondition} from '../map/where-condition.ts';
import type {Scope} from '../scope.ts';

const atMost = 5;
const nearby = 250;

/** Initiatives that may be the one somebody is about to send in: those with a name like it, and those that are very near. */
export async function findSimilarInitiatives(scope: Scope, {name, location}: SimilarRequest): Promise<SimilarInitiative[]> {
  const near = location?.coordinates;
  const alike = sql<boolean>`fold(i.name) % fold(${name})`;
  const isNear = near ? whereCondition({near, radius: nearby}) : sql<boolean>`false`;
  // One branch each, so that each is found by its own index.
  const {rows} = await sql<SimilarInitiative>`
    select slug, community, name, kind, city, round(distance)::int as distance
    from (
      select distinct on (i.id) i.id, i.slug, c.slug as community, i.name, i.kind, i.city,
        similarity(fold(i.name), fold(${name})) as likeness, ${near ? distanceTo(near) : sql`null::float8`} as distance
      from (
        select i.* from initiatives i where i.community_id = any(${scope.community.readableIds}::uuid[]) and ${alike}
        union all
        select i.* from initiatives i where i.community_id = any(${scope.community.readableIds}::uuid[]) and ${isNear}
      ) i join communities c using (community_id)
    ) found
    order by case when likeness >= 0.3 then likeness else 0 end desc, distance, id
    limit ${atMost}`.execute(scope.database.public);
  return rows;
}
