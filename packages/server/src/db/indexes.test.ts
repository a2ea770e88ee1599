import {sql} from 'kysely';
import {expect, test} from 'vitest';
import {createCommunity} from '../communities/create-community.ts';
import {findCommunity} from '../communities/store.ts';
import {createApp} from '../http/app.ts';
import {createKey} from '../keys/manage-keys.ts';
import {write} from '../testing/test-app.ts';
import {testServices} from '../testing/test-services.ts';
import {testDatabase} from '../testing/test-database.ts';
import {openDatabase, type Database} from './database.ts';

const big = [
  'initiatives',
  'chapters',
  'events',
  'idempotency_keys',
  'api_keys',
  'token_lookup',
  'external_ids',
  'openings',
  'partners',
  'services',
  'service_openings',
  'coalitions',
  'network_members',
  'places',
  'search_words',
];

/** Twenty communities with a thousand of everything each: enough that reading all of it is never the better plan. */
async function fill({owner}: Database): Promise<void> {
  for (let number = 1; number <= 20; number += 1)
    await createCommunity(owner, {slug: `gemeente-${number}`, name: `Gemeente ${number}`, kind: 'municipality'});
  const numbers = sql`from communities c cross join generate_series(1, 1000) n`;
  await sql`insert into initiatives (community_id, slug, name, kind, stage, summary, themes, area_codes)
    select community_id, 'tuin-' || n, 'Tuin ' || n, (array['shop', 'playground', 'other'])[1 + n % 3], 'active', '{"nl": "Samen tuinieren."}', array['thema-' || n % 50], array['kern-' || n % 50] ${numbers}`.execute(
    owner,
  );
  await sql`insert into chapters (community_id, initiative_id, position, title, text, blocks) select community_id, id, 0, '{"nl": "a"}', '{"nl": "b"}', '{"nl": []}' from initiatives`.execute(
    owner,
  );
  await sql`insert into opening_windows select community_id, id, now() + interval '60 days' from initiatives`.execute(owner);
  await sql`insert into openings (community_id, initiative_id, opens_at, closes_at) select community_id, id, now() + interval '1 day', now() + interval '25 hours' from initiatives`.execute(
    owner,
  );
  await sql`insert into places (community_id, slug, name, city, updated_at) select community_id, 'huis-' || n, 'Huis ' || n, 'Dorp', now() ${numbers}`.execute(
    owner,
  );
  await sql`insert into partners (community_id, slug, name, kind, summary, area_codes, updated_at, place_id)
    select c.community_id, 'vereniging-' || n, 'Vereniging ' || n, (array['care', 'school', 'other'])[1 + n % 3], '{"nl": "Van de buurt."}', array['kern-' || n % 50], now(),
      (select p.id from places p where p.community_id = c.community_id and p.slug = 'huis-' || n) ${numbers}`.execute(owner);
  await sql`insert into services (community_id, partner_id, name, summary, functions, themes, area_codes, updated_at)
    select community_id, id, jsonb_build_object('nl', 'Spreekuur ' || slug), '{"nl": "Loop binnen."}', array['advice'], array['thema-' || (length(slug) % 7)], area_codes, now() from partners`.execute(
    owner,
  );
  await sql`insert into service_opening_windows select community_id, id, now() + interval '60 days' from services`.execute(owner);
  await sql`insert into service_openings select community_id, id, now() + interval '1 day', now() + interval '25 hours' from services`.execute(
    owner,
  );
  await sql`insert into coalitions select i.community_id, i.id, p.community_id, p.id, 'partner', null, 0
    from initiatives i join partners p on p.community_id = i.community_id and p.slug = replace(i.slug, 'tuin', 'vereniging')`.execute(
    owner,
  );
  await sql`insert into network_members select n.community_id, n.id, m.community_id, m.id, 0
    from partners n join partners m on m.community_id = n.community_id and n.slug = 'vereniging-1'`.execute(owner);
  await sql`insert into events select community_id, n, 'nl.buurtkit.initiative.created', uuidv7(), 'tuin-' || n, now() ${numbers}`.execute(
    owner,
  );
  await sql`update event_heads set sequence = 1000`.execute(owner);
  await sql`insert into external_ids select community_id, 'initiative', 'elders', n::text, uuidv7() ${numbers}`.execute(owner);
  await sql`insert into idempotency_keys select community_id, 'key:x', 'createInitiative', 'key-number-' || n, 'x', 201, '{}', '{}', now() ${numbers}`.execute(
    owner,
  );
  await sql`insert into api_keys (community_id, hash, role) select community_id, sha256((slug || ' ' || n)::bytea), 'admin' ${numbers}`.execute(
    owner,
  );
  await sql`insert into token_lookup select sha256((slug || ' ' || n)::bytea), community_id ${numbers}`.execute(owner);
  await sql`analyze`.execute(owner);
}

async function wholeReads({owner}: Database): Promise<Record<string, number>> {
  await sql`select pg_stat_force_next_flush()`.execute(owner);
  const {rows} = await sql<{
    relname: string;
    seq_scan: string;
  }>`select relname, seq_scan from pg_stat_user_tables where relname = any(${big})`.execute(owner);
  return Object.fromEntries(rows.map(({relname, seq_scan}) => [relname, Number(seq_scan)]));
}

test('what readers and writers ask for is found by an index, never by reading a whole table', {timeout: 120_000}, async () => {
  const {database, urls} = await testDatabase();
  await fill(database);
  const community = (await findCommunity(database, 'gemeente-7'))!;
  const {key} = await createKey(database.owner, {communityId: community.id, role: 'admin', target: null});
  const before = await wholeReads(database);
  // A connection tells what it read when it ends.
  const asked = openDatabase(urls, () => undefined);
  const app = createApp(testServices(asked));
  const initiatives = '/v1/communities/gemeente-7/initiatives';

  const statuses: number[] = [];
  for (const path of [
    initiatives,
    `${initiatives}?facets=kind,stage,theme,context,area`,
    `${initiatives}?kind=shop&theme=thema-3&sort=date`,
    `${initiatives}?area=kern-4&fields=slug`,
    `${initiatives}?q=tuinieren`,
    `${initiatives}?open=now`,
    `${initiatives}/tuin-500`,
    '/v1/communities/gemeente-7/partners',
    '/v1/communities/gemeente-7/partners?facets=kind,function,theme,area,community',
    '/v1/communities/gemeente-7/partners?kind=care&area=kern-4&sort=date',
    '/v1/communities/gemeente-7/partners?q=spreekuur',
    '/v1/communities/gemeente-7/partners?q=verenigign',
    '/v1/communities/gemeente-7/partners?open=now',
    `/v1/communities/gemeente-7/partners?open=${encodeURIComponent(new Date(Date.now() + 24.5 * 3_600_000).toISOString())}`,
    '/v1/communities/gemeente-7/partners/vereniging-500',
    '/v1/communities/gemeente-7/services?facets=function,theme,status',
    '/v1/communities/gemeente-7/services?q=spreekuur&open=now&partner=vereniging-4',
    '/v1/communities/gemeente-7/places?q=huis',
    '/v1/communities/gemeente-7/places/huis-9',
    '/v1/communities/gemeente-7/events?limit=50',
    '/gemeente-7/initiatieven',
  ])
    statuses.push((await app.request(path)).status);
  const {next} = (await (await app.request(`${initiatives}?limit=50`)).json()) as {next: string};
  statuses.push((await app.request(`${initiatives}?limit=50&cursor=${next}`)).status);
  statuses.push(
    (
      await app.request(
        initiatives,
        write('POST', key, {name: 'Nieuw', kind: 'other', summary: {nl: 'x'}, externalIds: [{source: 'nieuw', id: '1'}]}),
      )
    ).status,
  );
  statuses.push((await app.request(`${initiatives}/tuin-9`, write('PATCH', key, {stage: 'paused', story: []}, {'If-Match': '*'}))).status);
  const partner = '/v1/communities/gemeente-7/partners/vereniging-9';
  statuses.push((await app.request(partner, write('PATCH', key, {place: 'huis-3', parent: 'vereniging-8'}, {'If-Match': '*'}))).status);
  const stands = {coalition: [{partner: 'gemeente-8~vereniging-4', role: 'follows'}]};
  statuses.push((await app.request(`${initiatives}/tuin-8`, write('PATCH', key, stands, {'If-Match': '*'}))).status);
  await asked.close();

  expect(statuses).toEqual([...Array.from({length: 22}, () => 200), 201, 200, 200, 200]);
  expect(await wholeReads(database)).toEqual(before);
});
