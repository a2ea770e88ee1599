import {sql, type RawBuilder} from 'kysely';
import {expect, test} from 'vitest';
import {changeInitiative} from '../initiatives/change-initiative.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import type {Scope} from '../scope.ts';
import {aCommunityScope, exportText, importFile, tryImport} from '../testing/data-in-and-out.ts';
import {testDatabase} from '../testing/test-database.ts';
import {undoImport} from './undo-import.ts';

async function aCommunity(slug = 'zierikzee'): Promise<Scope> {
  return aCommunityScope(await testDatabase(), slug);
}

async function initiativesOf(scope: Scope) {
  return scope.database.owner
    .selectFrom('initiatives')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .orderBy('slug')
    .execute();
}

async function eventsOf(scope: Scope): Promise<string[]> {
  const events = await scope.database.owner
    .selectFrom('events')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .orderBy('sequence')
    .execute();
  return events.map((event) => `${event.sequence} ${event.type.split('.').at(-1)} ${event.subject_slug}`);
}

function rowsOf(count: number): string {
  const rows = Array.from({length: count}, (_, index) => `Initiatief ${index},other,Nummer ${index},bron,${index}`);
  return ['name,kind,summary_nl,externalSource,externalId', ...rows, ''].join('\n');
}

const three = [
  'slug,name,kind,summary_nl,externalSource,externalId',
  'tuin,Buurttuin,other,Groen,,',
  ',Repair Café,other,Maken,,',
  ',Samen eten,meal-service,Eten,bron,7',
  '',
].join('\n');

test('without a commit an import tells row by row what it would do, and nothing happens', async () => {
  const scope = await aCommunity();

  const {rows, counts} = await tryImport(scope, three.replace(',Repair', ',Kapot,winkel,Groen,,\n,Repair'));

  expect(rows).toMatchObject([
    {line: 2, action: 'created', slug: 'tuin'},
    {line: 3, action: 'refused', faults: [{column: 'kind', value: 'winkel'}]},
    {line: 4, action: 'created', slug: 'repair-cafe'},
    {line: 5, action: 'created', slug: 'samen-eten'},
  ]);
  expect(counts).toEqual({created: 3, updated: 0, unchanged: 0, refused: 1});
  expect(await initiativesOf(scope)).toEqual([]);
  expect(await eventsOf(scope)).toEqual([]);
  expect(await scope.database.owner.selectFrom('imports').selectAll().execute()).toEqual([]);
});

test('a commit brings the good rows in, each with its event, and tells the others', async () => {
  const scope = await aCommunity();

  const {counts, committed} = await importFile(scope, `${three},Kapot,winkel,Groen,,\n`);

  expect(counts).toEqual({created: 3, updated: 0, unchanged: 0, refused: 1});
  expect(committed).toEqual([{line: 4, rows: 3}]);
  expect((await initiativesOf(scope)).map((row) => row.name)).toEqual(['Repair Café', 'Samen eten', 'Buurttuin']);
  expect(await eventsOf(scope)).toEqual(['1 created tuin', '2 created repair-cafe', '3 created samen-eten']);
});

test('the same import again doubles nothing and writes nothing', async () => {
  const scope = await aCommunity();
  await importFile(scope, three);
  const before = await initiativesOf(scope);

  const {counts} = await importFile(scope, three);

  expect(counts).toEqual({created: 0, updated: 0, unchanged: 3, refused: 0});
  expect(await initiativesOf(scope)).toEqual(before);
  expect(await eventsOf(scope)).toHaveLength(3);
});

test('five thousand rows are in within seconds, and each batch is told with its last line', async () => {
  const scope = await aCommunity();
  const startedAt = performance.now();

  const {counts, committed} = await importFile(scope, rowsOf(5000));

  expect(performance.now() - startedAt).toBeLessThan(15_000);
  expect(counts.created).toBe(5000);
  expect(committed.map((batch) => batch.line)).toEqual([501, 1001, 1501, 2001, 2501, 3001, 3501, 4001, 4501, 5001]);
  expect((await importFile(scope, rowsOf(5000))).counts.unchanged).toBe(5000);
});

test('a row finds its initiative by id, else by its name elsewhere, else by its slug, and changes only what the file speaks of', async () => {
  const scope = await aCommunity();
  const row = await createInitiative(scope, {
    name: 'De Tuin',
    kind: 'other',
    slug: 'de-tuin',
    summary: {nl: 'Groen', en: 'Green'},
    themes: ['food'],
    contact: {website: 'https://tuin.example.nl', phone: '0111 123456'},
    externalIds: [
      {source: 'bron', id: '1'},
      {source: 'ander', id: '2'},
    ],
    location: {type: 'Point', coordinates: [3.9, 51.6]},
  });

  const renamed = await importFile(scope, `id,name,kind,summary_nl,phone\n${row.id.toUpperCase()},De Nieuwe Tuin,other,Groen,\n`);
  const found = await importFile(scope, 'name,kind,summary_nl,externalSource,externalId\nDe Tuin 3,other,Groener,bron,1\n');
  const bySlug = await importFile(scope, 'slug,name,kind,summary_nl,externalSource,externalId\nde-tuin,De Tuin 4,other,Groenst,derde,3\n');

  expect([renamed, found, bySlug].map(({counts}) => counts.updated)).toEqual([1, 1, 1]);
  expect(await initiativesOf(scope)).toMatchObject([
    {
      id: row.id,
      slug: 'de-tuin',
      name: 'De Tuin 4',
      summary: {nl: 'Groenst', en: 'Green'},
      themes: ['food'],
      contact: {website: 'https://tuin.example.nl'},
      external_ids: [
        {source: 'bron', id: '1'},
        {source: 'ander', id: '2'},
        {source: 'derde', id: '3'},
      ],
      longitude: 3.9,
      revision: '4',
    },
  ]);
  expect(
    (await importFile(scope, 'name,kind,summary_nl,externalSource,externalId\nDe Tuin 4,other,Groenst,derde,3\n')).counts.unchanged,
  ).toBe(1);
});

test('two that happen to have the same name stay two when they have names of their own elsewhere', async () => {
  const scope = await aCommunity();
  const file = 'name,kind,summary_nl,externalSource,externalId\nBuurttuin,other,Noord,bron,1\nBuurttuin,other,Zuid,bron,2\n';

  await importFile(scope, file);
  const again = await importFile(scope, file);

  expect((await initiativesOf(scope)).map((row) => [row.slug, row.summary.nl])).toEqual([
    ['buurttuin', 'Noord'],
    ['buurttuin-2', 'Zuid'],
  ]);
  expect(again.counts.unchanged).toBe(2);
});

test('a row that is the same initiative as one above it, or has the slug of another, is refused', async () => {
  const scope = await aCommunity();
  await createInitiative(scope, {
    name: 'Huis',
    slug: 'huis',
    kind: 'other',
    summary: {nl: 'Huis'},
    externalIds: [{source: 'bron', id: '1'}],
  });

  const {rows} = await importFile(
    scope,
    [
      'id,slug,name,kind,summary_nl,externalSource,externalId',
      ',,Tuin,other,Groen,,',
      ',,Tuin,other,Groener,,',
      ',huis,Huis,other,Ander huis,bron,2',
      '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e,huis,Huis,other,Ander huis,,',
    ].join('\n'),
  );

  expect(rows.map((row) => [row.line, row.action])).toEqual([
    [2, 'created'],
    [3, 'refused'],
    [4, 'refused'],
    [5, 'refused'],
  ]);
  expect((await initiativesOf(scope)).map((row) => row.summary.nl)).toEqual(['Huis', 'Groen']);
});

test('a row that takes the name of another elsewhere is refused, in the dry run as in the commit, and the others come in', async () => {
  const scope = await aCommunity();
  await importFile(scope, 'name,kind,summary_nl,externalSource,externalId\nEen,other,Een,bron,1\nTwee,other,Twee,bron,2\n');
  const [een] = await initiativesOf(scope);
  const file = `id,name,kind,summary_nl,externalSource,externalId\n${een?.id},Een,other,Een,bron,2\n,Drie,other,Drie,bron,3\n`;

  const planned = await tryImport(scope, file);
  const done = await importFile(scope, file);

  expect(planned.counts).toEqual({created: 1, updated: 0, unchanged: 0, refused: 1});
  expect(done.counts).toEqual(planned.counts);
  expect(done.rows[0]).toMatchObject({line: 2, faults: [{code: 'not-allowed', column: 'externalId', value: '2'}]});
});

test('an import that is taken back leaves an export as it was before, to the byte, and a tombstone for what it made', async () => {
  const scope = await aCommunity();
  await importFile(scope, three);
  await createInitiative(scope, {
    name: 'Verhaal',
    kind: 'other',
    summary: {nl: 'Oud'},
    story: [{title: {nl: 'Begin'}, text: {nl: 'Zo ging het.'}, date: '2020-01-02'}],
  });
  const before = {csv: await exportText(scope), geojson: await exportText(scope, 'geojson')};
  const feature = {
    type: 'Feature',
    geometry: null,
    properties: {slug: 'verhaal', name: 'Verhaal', kind: 'other', summary: {nl: 'Nieuw'}, story: []},
  };
  const withoutStory = await importFile(scope, JSON.stringify({type: 'FeatureCollection', features: [feature]}), 'geojson');
  const {id} = await importFile(scope, three.replace('Groen', 'Rood').replace(',bron,7', ',bron,8').replace('Samen eten', 'Samen koken'));
  const eventsBefore = (await eventsOf(scope)).length;

  const result = await undoImport(scope, id);
  await undoImport(scope, withoutStory.id);

  expect(result).toEqual({deleted: 1, restored: 1, left: []});
  expect((await initiativesOf(scope)).map((row) => [row.slug, row.revision])).toContainEqual(['tuin', '3']);
  expect(await exportText(scope)).toBe(before.csv);
  expect(await exportText(scope, 'geojson')).toBe(before.geojson);
  expect((await eventsOf(scope)).slice(eventsBefore)).toEqual(['8 updated tuin', '9 deleted samen-koken', '10 updated verhaal']);
  await expect(undoImport(scope, id)).rejects.toMatchObject({code: 'import.undone'});
  expect((await importFile(scope, three)).counts.unchanged).toBe(3);
});

test('what somebody changed since the import stays as they made it, and is told', async () => {
  const scope = await aCommunity();
  const {id} = await importFile(scope, three);
  await changeInitiative(scope, 'tuin', {name: 'Onze tuin'}, '*');

  const result = await undoImport(scope, id);

  expect(result).toEqual({deleted: 2, restored: 0, left: [{line: 2, slug: 'tuin'}]});
  expect((await initiativesOf(scope)).map((row) => row.name)).toEqual(['Onze tuin']);
});

test('a name elsewhere that went to another since stays there when an import is taken back', async () => {
  const scope = await aCommunity();
  const names = (...rows: string[]) => ['slug,name,kind,summary_nl,externalSource,externalId', ...rows, ''].join('\n');
  const filler = Array.from({length: 500}, (_, index) => `f-${index},Vulling,other,Vulling,,`);
  await importFile(scope, names('een,Een,other,Een,bron,1', 'twee,Twee,other,Twee,bron,2'));
  const before = await exportText(scope);

  const both = await importFile(scope, names('een,Een,other,Een,bron,9', ...filler, 'drie,Drie,other,Drie,bron,1'));
  await undoImport(scope, both.id);
  const whole = await exportText(scope);
  const one = await importFile(scope, before.replace(',bron,1', ',bron,9'));
  await importFile(scope, names('drie,Drie,other,Drie,bron,1'));
  await undoImport(scope, one.id);

  expect(whole).toBe(before);
  expect((await initiativesOf(scope)).map(({slug, external_ids}) => [slug, external_ids])).toEqual([
    ['drie', [{source: 'bron', id: '1'}]],
    ['een', []],
    ['twee', [{source: 'bron', id: '2'}]],
  ]);
});

const ofPeople: [what: string, add: (scope: Scope, id: string) => RawBuilder<unknown>][] = [
  [
    'a change that a resident sent in',
    ({community}, id) => sql`
      insert into revisions (community_id, kind, initiative_id, state, content, submitted_at, expires_at)
      values (${community.id}, 'initiative-change', ${id}, 'pending', '{}', now(), now())`,
  ],
  [
    'somebody who gets its mail',
    ({community}, id) =>
      sql`insert into initiative_people (community_id, initiative_id, email) values (${community.id}, ${id}, 'an@example.nl')`,
  ],
  [
    'a photo',
    ({community}, id) => sql`
      with file as (insert into photo_files (community_id, hash, content, width, height) values (${community.id}, sha256('x'), 'x', 1, 1) returning hash)
      insert into photos (community_id, initiative_id, position, alt, credit, hash, small_hash, created_at)
      select ${community.id}::uuid, ${id}::uuid, 0, '{}', 'An', hash, hash, now() from file`,
  ],
  [
    'voluntary work',
    ({community}, id) => sql`
      insert into opportunities (community_id, initiative_id, title, summary, kind, approval, updated_at)
      values (${community.id}, ${id}, '{"nl": "Helpen"}', '{"nl": "Helpen"}', 'once', 'automatic', now())`,
  ],
  [
    'a report that something isn’t right',
    ({community}, id) => sql`
      insert into reports (community_id, resource, subject_id, subject_name, text, reported_at)
      values (${community.id}, 'initiative', ${id}, 'Tuin', 'Dicht', now())`,
  ],
  [
    'an account with hours',
    ({community}, id) => sql`
      insert into accounts (community_id, kind, owner_id, number, opened_at) values (${community.id}, 'initiative', ${id}, '12345678', now())`,
  ],
  [
    'an organiser',
    ({community}) => sql`
      insert into api_keys (community_id, hash, role, target) values (${community.id}, sha256('k'), 'organiser', 'initiative:tuin')`,
  ],
  [
    'a place in a publication of the region',
    ({community}, id) => sql`
      with region as (insert into communities (slug, name, kind) values ('streek', 'Streek', 'region') returning community_id)
      insert into publications (community_id, slug, title, summary, selection, updated_at)
      select community_id, 'boek', '{"nl": "Boek"}', '{"nl": "Boek"}',
        jsonb_build_array(jsonb_build_object('communityId', ${community.id}::text, 'id', ${id}::text)), now() from region`,
  ],
];

test.each(ofPeople)('an initiative that has %s stays when its import is taken back, and is told', async (_what, add) => {
  const scope = await aCommunity();
  const {id} = await importFile(scope, three);
  const tuin = (await initiativesOf(scope)).find(({slug}) => slug === 'tuin');
  await add(scope, tuin?.id ?? '').execute(scope.database.owner);

  const result = await undoImport(scope, id);

  expect(result).toEqual({deleted: 2, restored: 0, left: [{line: 2, slug: 'tuin'}]});
  expect((await initiativesOf(scope)).map(({slug}) => slug)).toEqual(['tuin']);
});

test('an import touches its own community only, also where ids and slugs are the same', async () => {
  const database = await testDatabase();
  const [noord, zuid] = [await aCommunityScope(database, 'noord'), await aCommunityScope(database, 'zuid')];
  await importFile(noord, three);
  const file = await exportText(noord);

  const {counts, id} = await importFile(zuid, file.replace('Groen', 'Rood'));
  const changed = await importFile(zuid, file.replace('Groen', 'Blauw'));

  expect(counts).toEqual({created: 3, updated: 0, unchanged: 0, refused: 0});
  expect(changed.counts).toEqual({created: 0, updated: 1, unchanged: 2, refused: 0});
  expect(await exportText(noord)).toBe(file);
  expect(await undoImport(zuid, changed.id)).toMatchObject({restored: 1});
  expect(await exportText(zuid)).toBe(file.replace('Groen', 'Rood'));
  expect(await exportText(noord)).toBe(file);
  await expect(undoImport(noord, id)).rejects.toMatchObject({code: 'import.not-found'});
  expect(await undoImport(zuid, id)).toMatchObject({deleted: 2, left: [{slug: 'tuin'}]});
  expect(await exportText(noord)).toBe(file);
});

test('a region has nothing of its own to import into', async () => {
  const database = await testDatabase();
  await aCommunityScope(database, 'noord');
  const region = await aCommunityScope(database, 'streek', {kind: 'region', members: ['noord']});

  await expect(importFile(region, three)).rejects.toMatchObject({code: 'community.is-region'});
});

test('a crowd that imports the same file at once makes each initiative once', async () => {
  const scope = await aCommunity();

  await Promise.all([1, 2, 3, 4].map(() => importFile(scope, rowsOf(1200))));

  expect(await initiativesOf(scope)).toHaveLength(1200);
  expect(await eventsOf(scope)).toHaveLength(1200);
});
