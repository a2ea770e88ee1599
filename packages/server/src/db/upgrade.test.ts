import {sql} from 'kysely';
import {expect, test} from 'vitest';
import {findCommunity} from '../communities/store.ts';
import {listInitiatives} from '../initiatives/list-initiatives.ts';
import {listClusters} from '../map/list-clusters.ts';
import type {Scope} from '../scope.ts';
import {testDatabase} from '../testing/test-database.ts';
import type {Database} from './database.ts';
import {migrate, newestMigration} from './migrate.ts';

/** Rows as the first release wrote them, column by column: what stands here never follows the code. */
async function fillAsFirstRelease(owner: Database['owner']): Promise<void> {
  await sql`
    with c as (
      insert into communities (slug, kind, name, allowed_origins, contact, look) values
        ('eemsdelta', 'municipality', 'Gemeente Eemsdelta', '{http://localhost}', '{"phone": "14 0596"}', '{"corner": "round"}'),
        ('buurtkracht', 'region', 'Buurtkracht', '{}', '{}', '{}')
      returning community_id, slug
    ), heads as (
      insert into event_heads (community_id, sequence) select community_id, case slug when 'eemsdelta' then 2 else 0 end from c
    ), members as (
      insert into community_members select r.community_id, m.community_id from c r, c m where r.slug = 'buurtkracht' and m.slug = 'eemsdelta'
    ), a as (
      insert into areas select community_id, 'GM1979', 2025, 'Eemsdelta', 0 from c where slug = 'eemsdelta'
    ), i as (
      insert into initiatives (community_id, slug, name, kind, stage, themes, summary, city, area_code, area_year, precision, longitude, latitude, areas, area_codes, contact, external_ids)
      select community_id, s.slug, s.name, 'shop', 'active', '{shop}', jsonb_build_object('nl', s.summary), s.city, 'GM1979', 2025, s.precision, s.longitude, s.latitude,
        '[]', '{GM1979}', '{"website": "https://www.example.nl"}', '[{"source": "elders", "id": "1"}]'
      from c, (values
        ('buurtsuper', 'Buurtsuper Holwierde', 'Bewoners houden de winkel open.', 'Holwierde', 'village', 6.872, 53.358),
        ('bij-iemand-thuis', 'Café bij Élise', 'Koffie aan huis.', 'Holwierde', 'grid', 6.8731, 53.3592),
        ('zonder-plek', 'Zonder plek', 'Overal en nergens.', null, null, null, null)) s (slug, name, summary, city, precision, longitude, latitude)
      where c.slug = 'eemsdelta'
      returning community_id, id, slug
    ), ch as (
      insert into chapters (community_id, initiative_id, position, title, text, blocks, dated)
      select community_id, id, 0, '{"nl": "Begin"}', '{"nl": "Zo ging het."}', '{"nl": [{"type": "paragraph", "content": [{"type": "text", "text": "Zo ging het."}]}]}', '1998-04-12' from i
    ), x as (
      insert into external_ids select community_id, 'initiative', 'elders', slug, id from i
    ), e as (
      insert into events select community_id, row_number() over (order by slug), 'nl.buurtkit.initiative.created', id, slug, now() from i where slug <> 'zonder-plek'
    ), k as (
      insert into api_keys (community_id, hash, role) select community_id, '\\x01', 'admin' from c
    ), o as (
      insert into idempotency_keys select community_id, 'key:x', 'createInitiative', 'abcdefgh', '\\x02', 201, '{}', '{}', now() from c
    ), p as (
      insert into imports (community_id, format, file_hash, state, committed_line, created_at) select community_id, 'csv', '\\x03', 'committed', 4, now() from c where slug = 'eemsdelta'
      returning community_id, id
    )
    insert into import_rows (community_id, import_id, line, action, target_id, revision) select p.community_id, p.id, 2, 'created', i.id, 1 from p, i where i.slug = 'buurtsuper'`.execute(
    owner,
  );
}

/** Every row of every table of the first release, with the columns that it had. */
async function contents(owner: Database['owner'], tables: readonly {name: string; columns: string[]}[]): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const {name, columns} of tables) {
    const {rows} =
      await sql`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(name)} t order by t::text`.execute(owner);
    found[name] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return found;
}

/** What a reader finds of it: lists, search and map are filled from what was there. */
async function shown(database: Database) {
  const community = (await findCommunity(database, 'buurtkracht'))!;
  const scope: Scope = {
    database,
    community,
    caller: {kind: 'anonymous'},
    language: 'nl',
    now: new Date(),
    publicUrl: 'http://localhost:8787',
  };
  const [all, found, clusters] = await Promise.all([
    listInitiatives(scope, {}),
    listInitiatives(scope, {q: 'elise'}),
    listClusters(scope, {bbox: [3, 50, 8, 54], zoom: 8}),
  ]);
  return {listed: all.total, foundByWord: found.data.map(({slug}) => slug), onTheMap: clusters.total};
}

test('a database of the first release keeps every row when it is brought up to date', async () => {
  const {database, urls} = await testDatabase({isMigrated: false});
  await migrate(urls.owner, {until: '0001-foundation.sql'});
  await fillAsFirstRelease(database.owner);
  const {rows: tables} = await sql<{name: string; columns: string[]}>`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns from information_schema.columns
    where table_schema = 'public' and table_name <> 'migrations' and is_generated = 'NEVER' group by table_name`.execute(database.owner);
  const before = await contents(database.owner, tables);

  const applied = await migrate(urls.owner);

  expect(applied.at(-1)).toBe(await newestMigration());
  expect(await contents(database.owner, tables)).toEqual(before);
  expect(await migrate(urls.owner)).toEqual([]);
  expect(await shown(database)).toEqual({listed: 3, foundByWord: ['bij-iemand-thuis'], onTheMap: 2});
  expect(
    Object.entries(before).filter(
      ([name, rows]) => !['embed_files', 'embed_versions', 'token_lookup'].includes(name) && (rows as unknown[]).length === 0,
    ),
  ).toEqual([]);
});
