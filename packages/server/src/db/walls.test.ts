import {sql} from 'kysely';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createCommunity} from '../communities/create-community.ts';
import {findCommunity} from '../communities/store.ts';
import {createKey} from '../keys/manage-keys.ts';
import {createTestApp, aKey, write} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const {owner, app: appRole, public: publicRole} = app.database;

type Table = {name: string; hasCommunity: boolean; key: string[]};

const {rows: tables} = await sql<Table>`
  select c.relname as name,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'community_id' and not a.attisdropped) as "hasCommunity",
    array(select a.attname::text from pg_index x cross join lateral unnest(x.indkey) with ordinality k (number, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number where x.indrelid = c.oid and x.indisprimary order by k.place) as key
  from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by c.relname`.execute(owner);

const ofNoCommunity = ['migrations', 'embed_files', 'embed_versions', 'rate_limits', 'server_secrets', 'test_clock', 'used_proofs'];
const lookUps = ['file_lookup', 'token_lookup'];
const ofCommunities = tables.filter((table) => table.hasCommunity && !lookUps.includes(table.name));

/** What anybody may read; nothing else is granted to the public role without this list saying so. */
const openData = [
  'areas',
  'chapters',
  'checkpoints',
  'coalitions',
  'communities',
  'community_members',
  'credit_settings',
  'edition_books',
  'editions',
  'embed_files',
  'embed_versions',
  'event_heads',
  'events',
  'initiatives',
  'ledger_heads',
  'map_cells',
  'map_points',
  'network_members',
  'openings',
  'opportunities',
  'partners',
  'photo_files',
  'photos',
  'places',
  'publications',
  'search_words',
  'service_openings',
  'services',
  'shifts',
  'test_clock',
];

test.each(tables.filter(({name}) => !ofNoCommunity.includes(name) && !lookUps.includes(name)).map((table) => [table.name, table] as const))(
  '%s has the community first in its key, so that it can be spread over nodes',
  (_name, table) => {
    expect(table.key[0]).toBe('community_id');
  },
);

test('tables with nothing of a community in them are those few', () => {
  expect(tables.filter(({hasCommunity}) => !hasCommunity).map(({name}) => name)).toEqual(ofNoCommunity.toSorted());
});

async function fillCommunity(slug: string): Promise<string> {
  const id = await createCommunity(owner, {slug, name: slug, kind: 'municipality', areas: [{code: 'kern', year: null, name: 'Kern'}]});
  const community = (await findCommunity(app.database, slug))!;
  const key = await aKey(app, community, 'admin');
  const body = {
    name: 'Buurttuin',
    kind: 'other',
    summary: {nl: 'Tuin.'},
    externalIds: [{source: 'elders', id: '1'}],
    story: [{title: {nl: 'Begin'}, text: {nl: 'Zo.'}}],
    location: {type: 'Point', coordinates: [5, 52]},
    place: {city: slug, areaCode: null, areaYear: null, precision: 'town'},
  };
  expect((await app.request(`/v1/communities/${slug}/initiatives`, write('POST', key, body))).status).toBe(201);
  await sql`insert into imports (community_id, format, file_hash, state, created_at) values (${id}, 'csv', 'x', 'committed', now())`.execute(
    owner,
  );
  await sql`insert into import_rows (community_id, import_id, line, action, target_id, revision) select community_id, id, 1, 'created', id, 1 from imports where community_id = ${id}`.execute(
    owner,
  );
  await sql`insert into community_members (community_id, member_id) values (${id}, ${id})`.execute(owner);
  await sql`insert into mails (community_id, kind, once, language, recipient, content, due_at, queued_at)
    values (${id}, 'x', 'x', 'nl', 'anna@example.nl', '{}', now(), now())`.execute(owner);
  await sql`insert into mail_counts (community_id, address_key, day, count) values (${id}, 'x', '2026-11-22', 1)`.execute(owner);
  await sql`insert into links (community_id, hash, purpose, subject_id, created_at) values (${id}, 'x', 'x.y', ${id}, now())`.execute(
    owner,
  );
  await sql`insert into members (community_id, email, created_at) values (${id}, 'anna@example.nl', now())`.execute(owner);
  await sql`insert into member_subjects select community_id, 'https://login.example', 'x', id from members where community_id = ${id}`.execute(
    owner,
  );
  await sql`insert into sessions (community_id, member_id, hash, created_at, last_used_at, expires_at, ends_at)
    select community_id, id, sha256('x'), now(), now(), now(), now() from members where community_id = ${id}`.execute(owner);
  await sql`insert into sign_in_codes (community_id, address_key, hash, created_at, expires_at) values (${id}, 'x', 'x', now(), now())`.execute(
    owner,
  );
  await sql`insert into exchanged_tokens (community_id, hash, expires_at) values (${id}, 'x', now())`.execute(owner);
  await sql`insert into members (community_id, email, created_at) values (${id}, 'bram@example.nl', now())`.execute(owner);
  for (const kind of ['offer', 'request'])
    await sql`insert into listings (community_id, owner_id, kind, title, category, minutes, until, created_at, updated_at)
      select community_id, id, ${kind}, '{"nl": "x"}', 'other', 60, now(), now(), now() from members where community_id = ${id} and email like 'anna%'`.execute(
      owner,
    );
  await sql`insert into listing_news select o.community_id, o.id, r.id, o.owner_id from listings o join listings r using (community_id)
    where o.community_id = ${id} and o.kind = 'offer' and r.kind = 'request'`.execute(owner);
  await sql`insert into exchanges (community_id, helper_id, helped_id, proposed_by, state, minutes, created_at, updated_at)
    select a.community_id, a.id, b.id, 'helper', 'proposed', 60, now(), now() from members a join members b using (community_id)
    where a.community_id = ${id} and a.email like 'anna%' and b.email like 'bram%'`.execute(owner);
  await sql`insert into exchange_words (community_id, exchange_id, message) select community_id, id, 'x' from exchanges where community_id = ${id}`.execute(
    owner,
  );
  await sql`insert into photo_files (community_id, hash, content, width, height) values (${id}, sha256('x'), 'x', 1, 1)`.execute(owner);
  await sql`insert into photos (community_id, initiative_id, position, alt, credit, hash, small_hash, created_at)
    select community_id, id, 0, '{}', 'x', sha256('x'), sha256('x'), now() from initiatives where community_id = ${id}`.execute(owner);
  await fillLedger(id);
  return id;
}

/** One row in each table of time credits. */
async function fillLedger(id: string): Promise<void> {
  await owner.transaction().execute(async (trx) => {
    await sql`select set_config('buurtkit.community_id', ${id}, true)`.execute(trx);
    const {rows} = await sql<{member: string; fund: string}>`
      with opened as (
        insert into accounts (community_id, kind, owner_id, number, opened_at)
        select community_id, 'member', id, '41750263', now() from members where community_id = ${id} order by id limit 1 returning id
      )
      select opened.id as member, fund.id as fund from opened, accounts fund where fund.community_id = ${id} and fund.kind = 'fund'`.execute(
      trx,
    );
    const {member, fund} = rows[0]!;
    const both = sql`array[${member}, ${fund}]::uuid[], array[-15, 15]::bigint[]`;
    await sql`update credit_settings set allows_below_zero = true where community_id = ${id}`.execute(trx);
    await sql`select post(uuidv7(), 'gift', now(), 'command', ${both}, sha256('x'), memo => 'Voor de buurt')`.execute(trx);
    await sql`select hold_minutes(uuidv7(), ${member}, ${fund}, 15, now() + interval '1 day', null, now())`.execute(trx);
    await sql`select keep_checkpoint('2026-11-22', now())`.execute(trx);
    const sides = sql`${id}, uuidv7(), ${fund}, ${member}`;
    await sql`insert into payment_requests (community_id, id, from_account_id, to_account_id, minutes, expires_at, created_at)
      values (${sides}, 15, now(), now())`.execute(trx);
    await sql`insert into redemption_codes (community_id, hash, account_id, expires_at) values (${id}, 'x', ${member}, now())`.execute(trx);
    await sql`insert into recurring_gifts (community_id, account_id, minutes, reason, starts_on, set_by, created_at)
      values (${id}, ${member}, 15, 'x', '2026-12-01', 'command', now())`.execute(trx);
    await sql`insert into account_decisions (community_id, account_id, is_frozen, reason, decided_by, decided_at)
      values (${id}, ${member}, false, 'x', 'command', now())`.execute(trx);
    await sql`insert into expiry_announcements values (${id}, ${member}, '2026-12-01', 60, 15, now())`.execute(trx);
  });
}

test.each([
  'credit_settings',
  'ledger_heads',
  'accounts',
  'entries',
  'postings',
  'entry_memos',
  'holds',
  'payment_requests',
  'redemption_codes',
  'recurring_gifts',
  'account_decisions',
  'expiry_announcements',
  'checkpoints',
])('of time credits %s is tried with rows of its own on both sides', async (name) => {
  for (const id of [ours, theirs])
    expect((await sql`select from ${sql.table(name)} where community_id = ${id}`.execute(owner)).rows.length).toBeGreaterThan(0);
});

let ours: string;
let theirs: string;
beforeAll(async () => {
  ours = await fillCommunity('onze');
  theirs = await fillCommunity('hunne');
});

/** Whether PostgreSQL itself refused; a statement that touches nothing is as good. */
async function outcome(community: string | null, statement: string): Promise<'refused' | number> {
  return appRole
    .transaction()
    .execute(async (trx) => {
      if (community !== null) await sql`select set_config('buurtkit.community_id', ${community}, true)`.execute(trx);
      await sql`set local lock_timeout = '2s'`.execute(trx);
      const result = await sql.raw(statement).execute(trx);
      return Number(result.numAffectedRows ?? result.rows.length);
    })
    .catch((error: {code?: string}) => {
      if (error.code === '42501') return 'refused' as const;
      throw error;
    });
}

describe.each(ofCommunities.map(({name}) => name))('%s, for who works for one community', (name) => {
  test('shows its own rows and none of another', async () => {
    const all = await outcome(ours, `select from ${name}`);
    const foreign = await outcome(ours, `select from ${name} where community_id <> '${ours}'`);
    const {rows} = await sql<{count: string}>`select count(*) from ${sql.table(name)} where community_id = ${ours}`.execute(owner);

    expect(foreign === 'refused' || foreign === 0).toBe(true);
    if (all !== 'refused') expect(all).toBe(Number(rows[0]?.count));
  });

  test('shows nothing to who has not said for which community', async () => {
    expect(['refused', 0]).toContain(await outcome(null, `select from ${name}`));
  });

  test('cannot be changed, added to or emptied for another', async () => {
    const before = await sql`select * from ${sql.table(name)} t where community_id = ${theirs} order by t::text`.execute(owner);

    expect(['refused', 0]).toContain(
      await outcome(ours, `update ${name} set community_id = community_id where community_id = '${theirs}'`),
    );
    expect(['refused', 0]).toContain(await outcome(ours, `delete from ${name} where community_id = '${theirs}'`));
    expect(await takeOver(name)).toBe('refused');
    expect((await sql`select * from ${sql.table(name)} t where community_id = ${theirs} order by t::text`.execute(owner)).rows).toEqual(
      before.rows,
    );
  });
});

/** Adds a copy of a row of ours under their name, and one of nothing where there is none: only the wall stands in the way. */
async function takeOver(name: string): Promise<'refused' | number> {
  const {rows} = await sql<{column_name: string}>`select column_name from information_schema.columns
    where table_schema = 'public' and table_name = ${name} and is_generated = 'NEVER' and column_name <> 'community_id'`.execute(owner);
  const columns = rows.map((column) => `"${column.column_name}"`).join(', ');
  return outcome(
    ours,
    `insert into ${name} (${['community_id', columns].filter(Boolean).join(', ')}) select ${[`'${theirs}'::uuid`, columns].filter(Boolean).join(', ')} from (values (true)) one left join ${name} on true limit 1`,
  );
}

describe.each(tables.map(({name}) => name))('%s, for the public', (name) => {
  test('can be read when it is open data and nothing else, and never be written', async () => {
    const {rows} = await sql<{
      privilege: string;
    }>`select p.privilege from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p (privilege)
      where has_table_privilege('buurtkit_public', ${name}, p.privilege)`.execute(owner);

    expect(rows.map(({privilege}) => privilege)).toEqual(openData.includes(name) ? ['SELECT'] : []);
  });
});

test('every table of communities has its wall up, also those that nobody was granted anything on', async () => {
  const {rows} = await sql<{
    relname: string;
  }>`select relname from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity
    and (has_table_privilege('buurtkit_app', oid, 'SELECT,INSERT,UPDATE,DELETE') or has_table_privilege('buurtkit_public', oid, 'SELECT'))
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'community_id')`.execute(owner);

  expect(rows).toEqual([]);
});

test('neither role can become the owner, make anything, or read where keys lead', async () => {
  for (const role of [appRole, publicRole]) {
    for (const statement of [
      'select * from token_lookup',
      'select * from file_lookup',
      'create table mine (id int)',
      'create function mine() returns int language sql return 1',
      'truncate events',
      'alter table events disable row level security',
      'select * from server_secrets',
      'select * from used_proofs',
    ])
      await expect(sql.raw(statement).execute(role)).rejects.toMatchObject({code: '42501'});
  }
  await expect(sql`select * from find_api_key('x')`.execute(publicRole)).rejects.toMatchObject({code: '42501'});
  await expect(sql`select * from find_link('x')`.execute(publicRole)).rejects.toMatchObject({code: '42501'});
  await expect(sql`select * from find_session('x', now(), now())`.execute(publicRole)).rejects.toMatchObject({code: '42501'});
  await expect(sql`select * from api_keys`.execute(publicRole)).rejects.toMatchObject({code: '42501'});
});

test('a key leads to its own community only', async () => {
  const {key} = await createKey(owner, {communityId: theirs, role: 'admin', target: null});

  const response = await app.request(
    '/v1/communities/onze/initiatives',
    write('POST', key, {name: 'Indringer', kind: 'other', summary: {nl: 'x'}}),
  );

  expect(response.status).toBe(403);
});
