import {createHash} from 'node:crypto';
import {mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {sql} from 'kysely';
import {expect, onTestFinished, test} from 'vitest';
import {findCommunity} from '../communities/store.ts';
import {connectOwner, newestMigration} from '../db/migrate.ts';
import {seedDemo} from '../seed/seed-demo.ts';
import {aCommunityScope, exportText, importFile, testNow} from '../testing/data-in-and-out.ts';
import {testDatabase, type TestDatabase} from '../testing/test-database.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {backup} from './backup.ts';
import {restore} from './restore.ts';
import {copyOut, readTables} from './table-order.ts';
import {to as copyTo} from 'pg-copy-streams';

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtkit-backup-test-'));
  onTestFinished(() => rm(folder, {recursive: true, force: true}));
  return folder;
}

async function hashes({urls}: TestDatabase): Promise<Record<string, string>> {
  const client = await connectOwner(urls.owner);
  const found: Record<string, string> = {};
  for (const table of await readTables(client)) {
    const hash = createHash('sha256');
    for await (const piece of client.query(copyTo(copyOut(table)))) hash.update(piece as Buffer);
    found[table.name] = hash.digest('hex');
  }
  await client.end();
  return found;
}

async function aSeededDatabase(): Promise<TestDatabase> {
  const seeded = await testDatabase();
  await seedDemo(seeded.database, testNow);
  return seeded;
}

test('what was backed up stands in an empty database again, to the last byte, and only its owner can read the file', async () => {
  const source = await aSeededDatabase();
  const file = join(await aFolder(), 'buurtkit.backup');
  const target = await testDatabase({isMigrated: false});

  await backup(source.urls.owner, file);
  await restore(target.urls.owner, file);

  expect(await hashes(target)).toEqual(await hashes(source));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const communities = await Promise.all([source, target].map(({database}) => findCommunity(database, 'buurtkracht')));
  expect(communities[1]).toEqual(communities[0]);
});

test('a backup made while many write is the database as it was at one moment', async () => {
  const source = await testDatabase();
  const scopes = await Promise.all(['noord', 'zuid'].map((slug) => aCommunityScope(source, slug)));
  const file = join(await aFolder(), 'buurtkit.backup');
  const target = await testDatabase({isMigrated: false});
  let isBusy = true;
  let written = 0;
  const writers = [...scopes, ...scopes].map(async (scope, writer) => {
    for (let number = 0; isBusy; number += 1) {
      await createInitiative(scope, {
        name: `Initiatief ${writer} ${number}`,
        kind: 'other',
        summary: {nl: 'Druk.'},
        externalIds: [{source: 'druk', id: `${writer}-${number}`}],
        story: [{title: {nl: 'Begin'}, text: {nl: 'Wij begonnen.'}}],
      });
      written += 1;
    }
  });
  while (written < 20) await sleep(5);

  await backup(source.urls.owner, file);
  isBusy = false;
  await Promise.all(writers);
  await restore(target.urls.owner, file);

  const {rows} = await sql<Record<string, string>>`
    select h.sequence,
      (select count(*) from events e where e.community_id = h.community_id) as events,
      (select count(*) from initiatives i where i.community_id = h.community_id) as initiatives,
      (select count(*) from chapters c where c.community_id = h.community_id) as chapters,
      (select count(*) from external_ids x where x.community_id = h.community_id) as names
    from event_heads h`.execute(target.database.owner);
  expect(rows).toHaveLength(2);
  for (const {sequence, ...counts} of rows)
    expect(counts).toEqual({events: sequence, initiatives: sequence, chapters: sequence, names: sequence});
  const restored = rows.reduce((total, row) => total + Number(row['sequence']), 0);
  expect(restored).toBeGreaterThanOrEqual(20);
  expect(restored).toBeLessThan(written);
});

test('a restored community goes on where it was: an import into it numbers its changes on', async () => {
  const source = await aSeededDatabase();
  const file = join(await aFolder(), 'buurtkit.backup');
  const target = await testDatabase({isMigrated: false});
  await backup(source.urls.owner, file);
  await restore(target.urls.owner, file);
  const community = await findCommunity(target.database, 'eemsdelta');
  if (!community) throw new Error('eemsdelta is gone');
  const scope = {
    database: target.database,
    community,
    caller: {kind: 'command'} as const,
    language: 'nl' as const,
    now: testNow,
    publicUrl: '',
  };

  const head = async () => {
    const {sequence} = await target.database.owner
      .selectFrom('event_heads')
      .select('sequence')
      .where('community_id', '=', community.id)
      .executeTakeFirstOrThrow();
    return Number(sequence);
  };
  const before = await head();
  expect(before).toBeGreaterThan(0);

  await importFile(scope, 'name,kind,summary_nl\nBuurttuin,other,Groen\n');

  expect(await head()).toBe(before + 1);
  expect(await exportText(scope)).toContain('Buurttuin');
});

test('a database that has communities keeps them: a restore is refused', async () => {
  const source = await aSeededDatabase();
  const file = join(await aFolder(), 'buurtkit.backup');
  await backup(source.urls.owner, file);
  const before = await hashes(source);

  await expect(restore(source.urls.owner, file)).rejects.toMatchObject({code: 'database-not-empty'});

  expect(await hashes(source)).toEqual(before);
});

test('a backup of a newer Buurtkit is refused, and says so', async () => {
  const source = await aSeededDatabase();
  const file = join(await aFolder(), 'buurtkit.backup');
  await backup(source.urls.owner, file);
  const content = await readFile(file, 'latin1');
  const newest = await newestMigration();
  await writeFile(file, content.replace(`"${newest}"`, `"9${newest.slice(1)}"`), 'latin1');

  await expect(restore((await testDatabase({isMigrated: false})).urls.owner, file)).rejects.toMatchObject({code: 'backup.too-new'});
});

test.each<[string, (content: Buffer) => Buffer]>([
  ['was cut off', (content) => content.subarray(0, content.length - 4096)],
  ['has a letter changed', (content) => Buffer.from(content.toString('latin1').replace('Buurtsuper', 'Buurtsuber'), 'latin1')],
  ['is something else', () => Buffer.from('id,slug,name\n')],
])('a file that %s is refused, and leaves the database empty', async (_name, damage) => {
  const source = await aSeededDatabase();
  const file = join(await aFolder(), 'buurtkit.backup');
  const target = await testDatabase();
  await backup(source.urls.owner, file);
  await writeFile(file, damage(await readFile(file)));

  await expect(restore(target.urls.owner, file)).rejects.toMatchObject({code: 'backup.damaged'});

  expect(await target.database.owner.selectFrom('communities').selectAll().execute()).toEqual([]);
});
