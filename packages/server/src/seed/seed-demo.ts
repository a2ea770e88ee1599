import {createReadStream} from 'node:fs';
import {sql, type Kysely} from 'kysely';
import {createCommunity, type NewCommunity} from '../communities/create-community.ts';
import {findCommunity} from '../communities/store.ts';
import type {Database} from '../db/database.ts';
import type {Tables} from '../db/tables.ts';
import {commitImport} from '../imports/commit-import.ts';
import type {ImportSource} from '../imports/import-record.ts';
import type {Scope} from '../scope.ts';
import {
  demoRecords,
  readDemoData,
  readPartnerData,
  readPublications,
  readSampleData,
  readVoluntaryWork,
  type DemoData,
} from './demo-reader.ts';
import type {SeededPartner} from './partner-reader.ts';
import {seedCoalitions, seedPartners, seedPlaces, type ScopeOf} from './seed-partners.ts';
import {creditsOf} from './demo-credits.ts';
import {seedPhotos} from './seed-photos.ts';
import {seedPublications} from './seed-publications.ts';
import {seedVoluntaryWork} from './seed-voluntary-work.ts';

const fileSource = (name: string): ImportSource => ({read: () => createReadStream(new URL(`../../data/${name}`, import.meta.url))});
const demoSource = fileSource('initiatives.json');
const sampleSource = fileSource('voorbeeldbuurt.json');
const partnersSource = fileSource('partners.json');
const samplePartnersSource = fileSource('voorbeeldbuurt-partners.json');
const publicationsSource = fileSource('publications.json');
const workSource = fileSource('voluntary-work.json');
const areaYear = 2025;
const loopbackOrigins = ['http://localhost', 'http://127.0.0.1'];
const seedLock = 7_208_872;

/** Whether nobody uses this database yet: it has no community, or only what a seed left that was cut off. */
export async function isDatabaseEmpty(owner: Kysely<Tables>): Promise<boolean> {
  const communities = await owner.selectFrom('communities').select(['slug', 'is_sample']).execute();
  const demo = await readDemoData(demoSource);
  const sample = await readSampleData(sampleSource);
  const isOurs = new Set([sample.community.slug, ...demo.communities.map((community) => community.slug)]);
  const isSeeding = communities.some((community) => community.is_sample && community.slug === sample.community.slug);
  return communities.length === 0 || (isSeeding && communities.every((community) => isOurs.has(community.slug)));
}

/**
 * The demo: a sample community that shows everything, thirteen municipalities with their own initiatives, the organisations behind
 * them, and the region that spans them. Doing it again changes nothing.
 */
export async function seedDemo(database: Database, now: Date): Promise<void> {
  const data = await readDemoData(demoSource);
  await database.owner.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${seedLock})`.execute(connection);
    try {
      // First, since it says that what else there is comes from a seed.
      await seedSample(database, now);
      for (const {slug, name, areaCode} of data.communities) {
        const area = {code: areaCode, year: areaYear, name: name.replace(/^Gemeente /, '')};
        await ensureCommunity(database, {slug, name, kind: 'municipality', areas: [area], settings: creditsOf(slug)});
        await importInitiatives(database, {slug, source: demoSource, data, now});
        await offerWork(database, slug, now);
      }
      await tieInitiatives(database, (await readPartnerData(partnersSource)).partners, {data, now});
      // Last, since a region says that the seed is whole.
      await ensureCommunity(database, {...data.region, kind: 'region', members: data.communities.map((community) => community.slug)});
      await publish(database, data.region.slug, now);
    } finally {
      await sql`select pg_advisory_unlock(${seedLock})`.execute(connection);
    }
  });
}

async function seedSample(database: Database, now: Date): Promise<void> {
  const data = await readSampleData(sampleSource);
  await ensureCommunity(database, {...data.community, kind: 'municipality', isSample: true});
  const {places, partners} = await readPartnerData(samplePartnersSource);
  await seedPlaces((slug) => scopeOf(database, slug, now), places);
  await importInitiatives(database, {slug: data.community.slug, source: sampleSource, data, now});
  await seedPhotos(await scopeOf(database, data.community.slug, now));
  await tieInitiatives(database, partners, {data, now});
  await offerWork(database, data.community.slug, now);
  await publish(database, data.community.slug, now);
}

async function offerWork(database: Database, slug: string, now: Date): Promise<void> {
  await seedVoluntaryWork(await scopeOf(database, slug, now), await readVoluntaryWork(workSource));
}

async function publish(database: Database, slug: string, now: Date): Promise<void> {
  await seedPublications(await scopeOf(database, slug, now), await readPublications(publicationsSource));
}

/** The organisations of a file, and which of them stand behind these initiatives. */
async function tieInitiatives(database: Database, partners: readonly SeededPartner[], {data, now}: Pick<Seeded, 'data' | 'now'>) {
  const ofCommunity: ScopeOf = (slug) => scopeOf(database, slug, now);
  await seedPartners(ofCommunity, partners);
  const homes = new Map(data.initiatives.map((initiative) => [String(initiative['slug']), initiative.community]));
  await seedCoalitions(ofCommunity, partners, homes);
}

async function ensureCommunity(database: Database, community: NewCommunity): Promise<void> {
  if (await findCommunity(database, community.slug)) return;
  await createCommunity(database.owner, {...community, allowedOrigins: loopbackOrigins});
}

type Seeded = {slug: string; source: ImportSource; data: Pick<DemoData, 'initiatives'>; now: Date};

async function importInitiatives(database: Database, {slug, source, data, now}: Seeded): Promise<void> {
  await commitImport(
    await scopeOf(database, slug, now),
    {format: 'demo', source, read: () => demoRecords(data, slug)},
    {
      onWarnings: () => undefined,
      onCommitted: () => undefined,
      onRow: (row) => {
        if (row.action === 'refused') throw new Error(`The demo data are wrong: ${JSON.stringify(row)}`);
      },
    },
  );
}

async function scopeOf(database: Database, slug: string, now: Date): Promise<Scope> {
  const community = await findCommunity(database, slug);
  if (!community) throw new Error(`The demo's community ${slug} is gone.`);
  return {database, community, caller: {kind: 'command'}, language: 'nl', now, publicUrl: ''};
}
