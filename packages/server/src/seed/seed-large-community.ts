import {readFile} from 'node:fs/promises';
import {sql, type Kysely} from 'kysely';
import {createCommunity} from '../communities/create-community.ts';
import {findCommunity} from '../communities/store.ts';
import {CommandError} from '../command-error.ts';
import type {Database} from '../db/database.ts';
import type {Tables} from '../db/tables.ts';
import {initiativeInventor, type InventedInitiative, type Town} from './invented-initiative.ts';

const townsFile = new URL('../../data/towns.json', import.meta.url);
const areaYear = 2025;
const batchSize = 5000;

export async function readTowns(): Promise<Town[]> {
  return JSON.parse(await readFile(townsFile, 'utf8')) as Town[];
}

/**
 * Fills a community with this many invented initiatives, spread as people are over Dutch towns; the same ones every time. Doing it
 * again adds nothing, with a larger size what is missing. Returns how many were added.
 */
export async function seedLargeCommunity(
  database: Database,
  {slug, size, now, onProgress}: {slug: string; size: number; now: Date; onProgress?: (done: number) => void},
): Promise<number> {
  const towns = await readTowns();
  const communityId = await ensureCommunity(database, slug, towns);
  const invent = initiativeInventor(towns, slug);
  let added = 0;
  for (let start = 0; start < size; start += batchSize) {
    const batch = Array.from({length: Math.min(batchSize, size - start)}, (_, index) => invent(start + index + 1));
    added += await insertBatch(database, communityId, batch, now);
    onProgress?.(start + batch.length);
  }
  await database.owner.transaction().execute(async (trx) => {
    await lockHead(trx, communityId);
    await sql`select rebuild_map(${communityId}::uuid)`.execute(trx);
  });
  await sql`vacuum analyze initiatives, search_words, map_points, map_cells, events`.execute(database.owner);
  return added;
}

async function ensureCommunity(database: Database, slug: string, towns: readonly Town[]): Promise<string> {
  const found = await findCommunity(database, slug);
  if (found?.kind === 'region') throw new CommandError('community.is-region', `${found.name} is a region: fill one of its members.`);
  if (found) return found.id;
  const areas = towns.map(({name, areaCode}) => ({code: areaCode, year: areaYear, name}));
  const allowedOrigins = ['http://localhost', 'http://127.0.0.1'];
  return createCommunity(database.owner, {slug, name: `Proef ${slug}`, kind: 'municipality', isSample: true, areas, allowedOrigins});
}

/** Writers of a community stand in a row here. */
async function lockHead(trx: Kysely<Tables>, communityId: string): Promise<void> {
  await sql`select from event_heads where community_id = ${communityId}::uuid for update`.execute(trx);
}

/** One statement for the initiatives; the map follows once, at the end, since it is quicker made whole than kept in step. */
async function insertBatch(database: Database, communityId: string, batch: readonly InventedInitiative[], now: Date): Promise<number> {
  return database.owner.transaction().execute(async (trx) => {
    // A seed that a crash cuts off is done again; and the word index is quicker in large steps.
    await sql`set local synchronous_commit = off`.execute(trx);
    await sql`set local gin_pending_list_limit = '256MB'`.execute(trx);
    await lockHead(trx, communityId);
    const {rows} = await sql<{id: string; slug: string}>`
      insert into initiatives (community_id, id, slug, name, kind, stage, themes, context, scale, since, summary, city, area_code, area_year,
        precision, longitude, latitude, area_codes, created_at, updated_at)
      select ${communityId}::uuid, id, slug, name, kind, stage, themes, context, scale, since, jsonb_build_object('nl', summary), city, "areaCode",
        case when "areaCode" is not null then ${areaYear}::integer end, precision, longitude, latitude,
        case when "areaCode" is null then '{}' else array["areaCode"] end, "updatedAt", "updatedAt"
      from json_to_recordset(${JSON.stringify(batch)}) as b (id uuid, slug text, name text, kind text, stage text, themes text[], context text,
        scale text, since text, summary text, city text, "areaCode" text, precision text, longitude float8, latitude float8, "updatedAt" timestamptz)
      on conflict do nothing
      returning id, slug`.execute(trx);
    await sql`
      with head as (
        update event_heads set sequence = sequence + ${rows.length} where community_id = ${communityId}::uuid returning sequence - ${rows.length} as before
      )
      insert into events (community_id, sequence, type, subject_id, subject_slug, occurred_at)
      select ${communityId}::uuid, head.before + made.position, 'nl.buurtkit.initiative.created', made.id, made.slug, ${now}::timestamptz
      from head cross join unnest(${rows.map(({id}) => id)}::uuid[], ${rows.map((row) => row.slug)}::text[]) with ordinality made (id, slug, position)`.execute(
      trx,
    );
    return rows.length;
  });
}
