import {chmod, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {sql} from 'kysely';
import type {ClusterQuery} from '@buurtkit/contract';
import {findCommunity} from '../src/communities/store.ts';
import {openDatabase, type Database} from '../src/db/database.ts';
import {openEmbeddedDatabase} from '../src/db/embedded/embedded-database.ts';
import {migrate} from '../src/db/migrate.ts';
import {listInitiatives} from '../src/initiatives/list-initiatives.ts';
import {listClusters} from '../src/map/list-clusters.ts';
import type {Scope} from '../src/scope.ts';
import {seedLargeCommunity} from '../src/seed/seed-large-community.ts';

type Tools = {
  measure(name: string, act: () => unknown): Promise<number>;
  report(name: string, milliseconds: number[]): void;
};

const sizes = [1_000, 100_000, Number(process.env['BUURTKIT_BENCH_SIZE'] ?? 1_000_000)];

const views: Record<string, Pick<ClusterQuery, 'bbox' | 'zoom'>> = {
  'the country': {bbox: [3.2, 50.7, 7.3, 53.6], zoom: 7},
  'the Randstad': {bbox: [4.1, 51.8, 5.3, 52.5], zoom: 10},
  Amsterdam: {bbox: [4.85, 52.34, 4.96, 52.4], zoom: 13},
};
const filters: Record<string, Partial<ClusterQuery>> = {
  'no filter': {},
  'one kind': {kind: ['community-centre']},
  'one theme': {theme: ['meeting']},
  'one stage': {stage: ['active']},
  'a kind, a stage and two themes': {kind: ['community-centre', 'meal-service'], stage: ['active'], theme: ['meeting', 'food']},
  'an area': {area: ['GM0363']},
  'an area and a context': {area: ['GM0363'], context: ['vinex']},
  'a word': {q: 'buurthuis'},
  'two words and a kind': {q: 'koffie amsterdam', kind: ['neighbourhood-cafe']},
  'open now': {open: 'now'},
  'open now and a theme': {open: 'now', theme: ['food']},
  'a word and open now': {q: 'buurthuis', open: 'now'},
};

/** How long the clusters of a view take, from the query to the answer, in the process itself. */
export async function bench({measure, report}: Tools): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'buurtkit-bench-'));
  await chmod(dataFolder, 0o755);
  const postgres = await openEmbeddedDatabase({dataFolder, mode: 'serve', log: () => undefined});
  await migrate(postgres.url);
  const database = openDatabase({owner: postgres.url, app: postgres.url}, () => undefined);
  try {
    for (const size of sizes) {
      const slug = `initiatieven-${size}`;
      const start = performance.now();
      await seedLargeCommunity(database, {slug, size, now: new Date()});
      report(`seed ${size}`, [performance.now() - start]);
      const community = await findCommunity(database, slug);
      if (!community) throw new Error(`${slug} was not made`);
      await addOpenings(database, community.id);
      const scope: Scope = {
        database,
        community,
        caller: {kind: 'anonymous'},
        language: 'nl',
        now: new Date(),
        publicUrl: 'http://localhost',
      };
      for (const [filter, filtered] of Object.entries(filters))
        for (const [view, viewed] of Object.entries(views))
          await measure(`clusters of ${size}, ${view}, ${filter}`, () => listClusters(scope, {...viewed, ...filtered}));
      for (const [view, {bbox}] of Object.entries(views)) await measure(`list of ${size}, ${view}`, () => listInitiatives(scope, {bbox}));
    }
  } finally {
    await database.close();
    await postgres.stop('fast');
    await rm(dataFolder, {recursive: true, force: true});
  }
}

/** A tenth of them tell their hours: every other day in the coming two months, a fifth of those open now. */
async function addOpenings({owner}: Database, communityId: string): Promise<void> {
  await sql`
    insert into opening_windows (community_id, initiative_id, filled_until)
    select community_id, id, now() + interval '60 days' from initiatives where community_id = ${communityId}::uuid and slug like '%7'`.execute(
    owner,
  );
  await sql`
    insert into openings (community_id, initiative_id, opens_at, closes_at)
    select community_id, initiative_id, opens_at, opens_at + interval '10 hours'
    from opening_windows cross join generate_series(0, 29) day
      cross join lateral (select now() + (day * 48 - get_byte(uuid_send(initiative_id), 5) % 48) * interval '1 hour' as opens_at) at
    where community_id = ${communityId}::uuid`.execute(owner);
  await sql`vacuum analyze opening_windows, openings`.execute(owner);
}
