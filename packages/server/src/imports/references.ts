import {sql} from 'kysely';
import {readPublished} from '../db/read-published.ts';
import type {TrxScope} from '../scope.ts';

export type PartnerKey = {communityId: string; id: string; slug: string};

/** What a record names: partners by id, slug or `{community}~{slug}`, places by id or slug. */
export type Named = {partners: readonly string[]; places: readonly string[]};

export type References = {
  partner(name: string): PartnerKey | undefined;
  place(name: string): string | undefined;
};

/** Finds what a batch names, at once. Of another community only what is published can be found. */
export async function findReferences(scope: TrxScope, {partners, places}: Named): Promise<References> {
  const own = await ownPartners(
    scope,
    partners.filter((name) => !name.includes('~')),
  );
  const elsewhere = await partnersElsewhere(
    scope,
    partners.filter((name) => name.includes('~')),
  );
  const byName = new Map([...own.flatMap((key) => [[key.slug, key] as const, [key.id, key] as const]), ...elsewhere]);
  const placeIds = new Map((await ownPlaces(scope, places)).flatMap(({id, slug}) => [[slug, id] as const, [id, id] as const]));
  return {partner: (name) => byName.get(name), place: (name) => placeIds.get(name)};
}

async function ownPartners(scope: TrxScope, names: readonly string[]): Promise<PartnerKey[]> {
  if (names.length === 0) return [];
  const {rows} = await sql<PartnerKey>`
    select community_id as "communityId", id, slug from partners
    where community_id = ${scope.community.id} and (slug = any(${names}::text[]) or id = any(${idsAmong(names)}::uuid[]))`.execute(
    scope.trx,
  );
  return rows;
}

async function ownPlaces(scope: TrxScope, names: readonly string[]): Promise<{id: string; slug: string}[]> {
  if (names.length === 0) return [];
  const {rows} = await sql<{id: string; slug: string}>`
    select id, slug from places
    where community_id = ${scope.community.id} and (slug = any(${names}::text[]) or id = any(${idsAmong(names)}::uuid[]))`.execute(
    scope.trx,
  );
  return rows;
}

async function partnersElsewhere(scope: TrxScope, addresses: readonly string[]): Promise<[string, PartnerKey][]> {
  if (addresses.length === 0) return [];
  const pairs = [...new Set(addresses)].map((address) => {
    const [community, slug] = address.split('~');
    return {address, community, slug};
  });
  const {rows} = await readPublished(scope, (db) =>
    sql<PartnerKey & {address: string}>`
    select n.address, p.community_id as "communityId", p.id, p.slug
    from json_to_recordset(${JSON.stringify(pairs)}) as n (address text, community text, slug text)
    join communities c on c.slug = n.community
    join partners p on p.community_id = c.community_id and p.slug = n.slug`.execute(db),
  );
  return rows.map(({address, ...key}) => [address, key]);
}

function idsAmong(names: readonly string[]): string[] {
  return names.filter((name) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name));
}
