import {chmod, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {ClusterQuery} from '@buurtkit/contract';
import {findCommunity} from '../src/communities/store.ts';
import {openDatabase} from '../src/db/database.ts';
import {openEmbeddedDatabase} from '../src/db/embedded/embedded-database.ts';
import {migrate} from '../src/db/migrate.ts';
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
  'an area and a context': {area: ['GM0363'], context: ['vinex']},
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
    }
  } finally {
    await database.close();
    await postgres.stop('fast');
    await rm(dataFolder, {recursive: true, force: true});
  }
}
