import {sql, type Kysely, type RawBuilder} from 'kysely';
import type {Fault, PartnerReference} from '@buurtkit/contract';
import {readPublished} from '../db/read-published.ts';
import type {Tables} from '../db/tables.ts';
import {readAddress} from '../lists/address.ts';
import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';

/** An organisation as others name it; `partner` and `community` are the names of the tables it stands in. */
export function partnerReference(partner: string, community: string): RawBuilder<PartnerReference> {
  const of = (column: string) => sql.ref(`${partner}.${column}`);
  return sql`json_build_object('slug', ${of('slug')}, 'community', ${sql.ref(`${community}.slug`)}, 'name', ${of('name')}, 'kind', ${of('kind')})`;
}

export type PartnerKey = {communityId: string; id: string};

/**
 * The published organisations that these addresses name, each of this community unless it says which. What is not there is a
 * fault at its own place.
 */
export async function resolvePartners(
  scope: TrxScope,
  addresses: readonly string[],
  pointerOf: (index: number) => string,
): Promise<PartnerKey[]> {
  if (addresses.length === 0) return [];
  const asked = addresses.map((address) => {
    const {slug, community} = readAddress(address);
    return {slug, community: community ?? scope.community.slug};
  });
  const found = await readPublished(scope, (db) => findPartners(db, asked));
  const keys = new Map(found.map((row) => [`${row.community}~${row.slug}`, {communityId: row.communityId, id: row.id}]));
  const faults: Fault[] = [];
  const resolved = asked.flatMap(({slug, community}, index) => {
    const key = keys.get(`${community}~${slug}`);
    if (!key) faults.push({pointer: pointerOf(index), code: 'unknown'});
    return key ? [key] : [];
  });
  if (faults.length > 0) throw new ProblemError('request.invalid', {faults});
  return resolved;
}

type FoundPartner = PartnerKey & {slug: string; community: string};

async function findPartners(db: Kysely<Tables>, asked: readonly {slug: string; community: string}[]): Promise<FoundPartner[]> {
  const {rows} = await sql<FoundPartner>`
    select p.community_id as "communityId", p.id, p.slug, c.slug as community
    from json_to_recordset(${JSON.stringify(asked)}) as a (slug text, community text)
    join communities c on c.slug = a.community
    join partners p on p.community_id = c.community_id and p.slug = a.slug`.execute(db);
  return rows;
}
