import type {CoalitionRole} from '@buurtkit/contract';
import {sql} from 'kysely';
import {resolvePartners} from '../coalitions/partner-reference.ts';
import {recordChanges, type Change} from '../events/outbox.ts';
import {createPartner} from '../partners/create-partner.ts';
import {createPlace} from '../places/create-place.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {createService} from '../services/create-service.ts';
import type {SeededPartner, SeededPlace} from './partner-reader.ts';

export type ScopeOf = (community: string) => Promise<Scope>;

/** Adds the places that aren't there; before the initiatives, which name the place that they are in. */
export async function seedPlaces(scopeOf: ScopeOf, places: readonly SeededPlace[]): Promise<void> {
  for (const [slug, ofOne] of Map.groupBy(places, ({community}) => community))
    await inTransaction(await scopeOf(slug), async (scope) => {
      for (const {community: _community, ...place} of ofOne)
        if (!(await isThere(scope, 'places', place.slug))) await createPlace(scope, place);
    });
}

/** Adds the organisations that aren't there, with their services, one community after the other. */
export async function seedPartners(scopeOf: ScopeOf, partners: readonly SeededPartner[]): Promise<void> {
  for (const [slug, ofOne] of Map.groupBy(partners, ({community}) => community))
    await inTransaction(await scopeOf(slug), async (scope) => {
      for (const {community: _community, coalition: _coalition, services = [], ...partner} of ofOne) {
        if (await isThere(scope, 'partners', partner.slug)) continue;
        await createPartner(scope, partner);
        for (const service of services) await createService(scope, {...service, partner: partner.slug});
      }
    });
}

async function isThere({trx, community}: TrxScope, table: 'places' | 'partners', slug: string): Promise<boolean> {
  const {rows} = await sql`select from ${sql.table(table)} where community_id = ${community.id} and slug = ${slug}`.execute(trx);
  return rows.length > 0;
}

type Tie = {initiative: string; partner: string; role: CoalitionRole; since: string | null};

/** Says who stands behind which initiative, where that isn't said yet; `homes` tells of which community each initiative is. */
export async function seedCoalitions(
  scopeOf: ScopeOf,
  partners: readonly SeededPartner[],
  homes: ReadonlyMap<string, string>,
): Promise<void> {
  const ties = partners.flatMap(({slug, community, coalition}) =>
    coalition.map(({initiative, role, since = null}): Tie => ({initiative, partner: `${community}~${slug}`, role, since})),
  );
  for (const [home, ofOne] of Map.groupBy(ties, ({initiative}) => homes.get(initiative))) {
    if (home === undefined) throw new Error(`The demo data are wrong: there is no initiative ${ofOne[0]?.initiative}.`);
    await inTransaction(await scopeOf(home), (scope) => addTies(scope, ofOne));
  }
}

async function addTies(scope: TrxScope, ties: readonly Tie[]): Promise<void> {
  const partners = await resolvePartners(
    scope,
    ties.map(({partner}) => partner),
    (index) => `#/coalition/${index}`,
  );
  const rows = ties.map(({initiative, role, since}, position) => ({initiative, role, since, position, partner: partners[position]}));
  const added = await sql<{id: string; slug: string}>`
    with added as (
      insert into coalitions (community_id, initiative_id, partner_community_id, partner_id, role, since, position)
      select i.community_id, i.id, (t.partner ->> 'communityId')::uuid, (t.partner ->> 'id')::uuid, t.role, t.since, t.position
      from json_to_recordset(${JSON.stringify(rows)}) as t (initiative text, role text, since text, position integer, partner json)
      join initiatives i on i.community_id = ${scope.community.id} and i.slug = t.initiative
      on conflict do nothing
      returning community_id, initiative_id
    )
    select i.id, i.slug from initiatives i where (i.community_id, i.id) in (select * from added) order by i.id`.execute(scope.trx);
  const changes = added.rows.map((row): Change => ({...row, type: 'nl.buurtkit.initiative.updated', fields: ['coalition']}));
  await recordChanges(scope, changes);
}
