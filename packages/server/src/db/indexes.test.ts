import {sql} from 'kysely';
import {expect, test} from 'vitest';
import {createCommunity} from '../communities/create-community.ts';
import {findCommunity} from '../communities/store.ts';
import {createApp} from '../http/app.ts';
import {uuidv7} from '../http/uuid.ts';
import {createKey} from '../keys/manage-keys.ts';
import {aMember} from '../testing/a-member.ts';
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
  'accounts',
  'entries',
  'postings',
  'entry_memos',
  'holds',
  'payment_requests',
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
  await sql`insert into accounts (community_id, kind, owner_id, number, opened_at)
    select community_id, 'member', uuidv7(), lpad((n + 1)::text, 8, '0'), now() ${numbers}`.execute(owner);
  await sql`insert into entries (community_id, id, sequence, kind, occurred_at, actor, request_hash, hash)
    select community_id, uuidv7(), n, 'transfer', now() - n * interval '1 hour', 'member:x', 'x', 'x' ${numbers}`.execute(owner);
  const sides = sql`select e.community_id, e.id as entry_id, e.sequence, e.occurred_at, a.id as account_id, a.number = lpad((e.sequence + 1)::text, 8, '0') as gives
    from entries e join accounts a on a.community_id = e.community_id and a.number in (lpad((e.sequence + 1)::text, 8, '0'), lpad((2 + e.sequence % 1000)::text, 8, '0'))`;
  await sql`insert into postings
    select community_id, account_id, row_number() over (partition by community_id, account_id order by sequence), entry_id, case when gives then 1 else 2 end,
      sequence, occurred_at, case when gives then -15 else 15 end, 0, 'x' from (${sides}) as side`.execute(owner);
  await sql`insert into entry_memos select community_id, id, 'x', 'Dank' from entries`.execute(owner);
  const pair = sql`from accounts a join accounts b on b.community_id = a.community_id and b.number = lpad((2 + a.number::integer % 1000)::text, 8, '0') where a.kind = 'member' and a.id <> b.id`;
  await sql`insert into holds (community_id, id, from_account_id, to_account_id, minutes, expires_at, created_at)
    select a.community_id, uuidv7(), a.id, b.id, 15, now() + interval '1 day', now() ${pair}`.execute(owner);
  await sql`insert into payment_requests (community_id, id, from_account_id, to_account_id, minutes, expires_at, created_at)
    select a.community_id, uuidv7(), a.id, b.id, 15, now() + interval '1 day', now() ${pair}`.execute(owner);
  await sql`update credit_settings set allows_below_zero = true`.execute(owner);
  await sql`update ledger_heads set sequence = 1000`.execute(owner);
  await sql`update accounts set version = 2 where kind = 'member'`.execute(owner);
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

test(
  'a member’s balance, lines, statement and requests, and what a transfer looks at, are found by an index too',
  {timeout: 120_000},
  async () => {
    const opened = await testDatabase();
    await fill(opened.database);
    const community = (await findCommunity(opened.database, 'gemeente-7'))!;
    const {token} = await aMember(opened, community);
    const {rows} = await sql<{id: string}>`select id from accounts where community_id = ${community.id} and number = '00000008'`.execute(
      opened.database.owner,
    );
    const before = await wholeReads(opened.database);
    const asked = openDatabase(opened.urls, () => undefined);
    const app = createApp(testServices(asked));
    const root = '/v1/communities/gemeente-7';
    const read = async (path: string) => app.request(`${root}/${path}`, {headers: {Authorization: `Bearer ${token}`}});
    const post = (path: string, body: unknown) => app.request(`${root}/${path}`, write('POST', token, body, {'Idempotency-Key': uuidv7()}));

    const {id} = (await (await read('accounts/mine')).json()) as {id: string};
    const given = await post('transfers', {toAccountId: rows[0]?.id, minutes: 30, memo: 'Dank'});
    const {id: entry} = (await given.json()) as {id: string};
    const answers = [
      given,
      await post('transfer-previews', {toAccountId: rows[0]?.id, minutes: 30}),
      await post('payment-requests', {fromAccountId: rows[0]?.id, minutes: 30}),
      await post('holds', {toAccountId: rows[0]?.id, minutes: 30, expiresAt: new Date(Date.now() + 3_600_000).toISOString()}),
      await post('transfer-previews', {toAccountId: id, minutes: 30}),
      await post('counterparty-lookups', {number: '00000009'}),
      ...(await Promise.all(
        [
          `accounts/${id}`,
          `accounts/${id}/balance?at=2026-01-01T00:00:00Z`,
          `accounts/${id}/entries?direction=given&from=2026-01-01`,
          `accounts/${id}/statements/${new Date().toISOString().slice(0, 7)}`,
          `accounts/${id}/history`,
          `entries/${entry}`,
          'payment-requests',
          'payment-requests?state=pending',
          'counterparties',
          'ledger/head',
        ].map(read),
      )),
    ];
    await asked.close();

    expect(answers.map(({status}) => status).filter((status) => status >= 300)).toEqual([]);
    expect(await wholeReads(opened.database)).toEqual(before);
  },
);
