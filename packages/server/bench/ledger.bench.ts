import {loadavg} from 'node:os';
import {setTimeout as sleep} from 'node:timers/promises';
import {sql} from 'kysely';
import pg from 'pg';
import {proof} from '../../../scripts/proof.mjs';
import {uuidv7} from '../src/http/uuid.ts';
import {balanceAt} from '../src/ledger/accounts/balance-at.ts';
import {aLedger} from '../src/ledger/testing/a-ledger.ts';
import {verifyLedger} from '../src/ledger/proof/verify-ledger.ts';
import {inTransaction, type Scope} from '../src/scope.ts';
import {benchDatabase} from './bench-database.ts';

type Bench = {report(name: string, milliseconds: number[], calibrations?: number[]): void; calibrate(): number};

const people = 1000;
const seconds = 5;
const rounds = 3;
const atOnce = 4;
const entries = 500_000;
const found = proof('ledger-bench', {by: 'npm run bench'});

/**
 * Transfers next to the same double entry without chain and idempotency, and next to two bare updates, all on one database, each as
 * one statement in a transaction of its own; what a balance costs at a million postings, and how long it takes to tell them all again.
 */
export async function bench({report, calibrate}: Bench): Promise<void> {
  found.figure('processes that wanted a core in the minute before', loadavg()[0]?.toFixed(1) ?? '');
  const opened = await benchDatabase();
  const ledgers: Ledger[] = [];
  for (let number = 0; number < atOnce; number += 1) {
    const {scope} = await aLedger(opened, {memberMin: -500_000_000});
    ledgers.push({scope, accounts: await fill(scope)});
  }
  const [{scope, accounts}] = ledgers as [Ledger];
  await createRivals(scope);
  const pool = new pg.Pool({connectionString: opened.urls.owner, max: atOnce});

  const contenders = {
    'transfers, as the ledger writes them': (client: pg.PoolClient, [from, to]: Pair) =>
      client.query(`select post($1, 'transfer', now(), 'member:x', array[$2, $3]::uuid[], array[-15, 15]::bigint[], sha256('x'))`, [
        uuidv7(),
        from,
        to,
      ]),
    'the same double entry without chain and idempotency': (client: pg.PoolClient, [from, to]: Pair) =>
      client.query('select double_entry($1, $2, 15)', [from, to]),
    'two bare updates': (client: pg.PoolClient, pair: Pair) => client.query('select bare_updates($1, $2, 15)', pair),
  };
  const [ours, doubleEntry] = Object.keys(contenders) as [string, string];
  // Those of one community wait for each other, those of different ones don't.
  const crowds: Record<string, Ledger[]> = {
    [`${atOnce} at once in one community`]: ledgers.map(() => ledgers[0]!),
    'one at a time': ledgers.slice(0, 1),
    [`one at a time in each of ${atOnce} communities`]: ledgers,
  };

  // A table that was never analyzed is searched by the wrong index; PostgreSQL does it by itself within a minute.
  for (const write of Object.values(contenders)) await flood(pool, ledgers, write, 1);
  await sql`analyze`.execute(opened.database.owner);
  for (const [crowd, members] of Object.entries(crowds)) {
    const rates = new Map(Object.keys(contenders).map((name) => [name, [] as number[]]));
    const times = new Map(Object.keys(contenders).map((name) => [name, [] as number[]]));
    // One after the other and again: whatever else this machine does meanwhile meets all of them.
    for (let round = 0; round < rounds; round += 1)
      for (const [name, write] of Object.entries(contenders)) {
        const taken = await flood(pool, members, write);
        rates.get(name)!.push(taken.length / seconds);
        times.get(name)!.push(...taken);
      }
    for (const [name, taken] of times) {
      report(`${name}, ${crowd}`, taken, [calibrate()]);
      found.figure(
        `${crowd}: ${name}, a second in ${rounds} rounds; p99`,
        `${rates.get(name)!.map(Math.round).join(', ')}; ${percentile(taken, 0.99).toFixed(1)} ms`,
      );
    }
    const ratio = median(rates.get(ours)!) / median(rates.get(doubleEntry)!);
    found.figure(`${crowd}: transfers against the same double entry (aim: at least half)`, ratio.toFixed(2));
  }

  const calm = await atTenASecond(pool, ledgers[0]!, contenders['transfers, as the ledger writes them']);
  report('a transfer, ten a second', calm);
  found.figure(
    'a transfer at ten a second: median, p99 (aim: under 50 ms)',
    `${median(calm).toFixed(1)} ms, ${percentile(calm, 0.99).toFixed(1)} ms`,
  );

  const before = await count(scope);
  await fillUp(scope, accounts, entries - before);
  const [first = ''] = accounts;
  const moments = Array.from({length: 200}, (_, index) => new Date(scope.now.getTime() - index * 1000));
  const balances = await timed(moments, (at) =>
    inTransaction(scope, (trx) => balanceAt(trx, accounts[at.getTime() % people] ?? first, at)),
  );
  report('a balance at a moment, at a million postings', balances);
  found.figure(
    'a balance at a moment, a million postings: median, p99 (aim: under 5 ms)',
    `${median(balances).toFixed(2)} ms, ${percentile(balances, 0.99).toFixed(2)} ms`,
  );
  found.figure('how PostgreSQL finds it', await planOf(scope, first));

  const verified: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    const faults = await verifyLedger(scope);
    verified.push(performance.now() - start);
    if (faults.length > 0) throw new Error(`The ledger is not right: ${JSON.stringify(faults.slice(0, 5))}`);
  }
  report('a million postings told again', verified);
  const {rows} = await sql<{
    postings: string;
  }>`select count(*) as postings from postings where community_id = ${scope.community.id}`.execute(opened.database.owner);
  found.figure(
    'verify: postings, seconds each time (aim: under 10 a million)',
    `${rows[0]?.postings}; ${verified.map((each) => (each / 1000).toFixed(1)).join(', ')}`,
  );
  found.note(
    'Where it loses: many at once in one community wait for each other, since a chain has one end. Alone, or in as many communities, a transfer keeps to its aim.',
  );
  found.note(
    'Everything in one run on one database; PostgreSQL, the clients and whatever else ran shared the cores, and every commit waited for the disk.',
  );
  await found.write();
  await pool.end();
  await opened.close();
}

type Ledger = {scope: Scope; accounts: readonly string[]};
type Pair = [from: string, to: string];

async function fill({database, community}: Scope): Promise<string[]> {
  const {rows} = await sql<{id: string}>`
    insert into accounts (community_id, kind, owner_id, number, opened_at)
    select ${community.id}, 'member', uuidv7(), lpad((n + 1)::text, 8, '0'), now() from generate_series(1, ${people}) n returning id`.execute(
    database.owner,
  );
  await sql`analyze accounts`.execute(database.owner);
  return rows.map(({id}) => id);
}

/** The same tables with the same indexes and keys; only what makes it a ledger that can be checked and repeated is left out. */
async function createRivals({database: {owner}}: Scope): Promise<void> {
  await sql`create table plain_accounts (like accounts including all)`.execute(owner);
  await sql`insert into plain_accounts select * from accounts`.execute(owner);
  await sql`create table plain_entries (like entries including all)`.execute(owner);
  await sql`alter table plain_entries add foreign key (community_id) references communities, alter hash drop not null, alter request_hash drop not null`.execute(
    owner,
  );
  await sql`create table plain_postings (like postings including all)`.execute(owner);
  await sql`alter table plain_postings alter salt drop not null,
    add foreign key (community_id, entry_id) references plain_entries (community_id, id),
    add foreign key (community_id, account_id) references plain_accounts (community_id, id)`.execute(owner);
  await sql`create sequence plain_sequence`.execute(owner);
  await sql`
    create function double_entry(from_account uuid, to_account uuid, minutes bigint) returns void language plpgsql as $$
    #variable_conflict use_variable
    declare
      community uuid := current_community();
      e plain_entries;
      moved plain_accounts;
      settings credit_settings;
      side uuid;
      amount bigint;
    begin
      perform from plain_accounts a where a.community_id = community and a.id in (from_account, to_account) order by a.id for update;
      select s.* into settings from credit_settings s where s.community_id = community;
      e := row(community, uuidv7(), nextval('plain_sequence'), 'transfer', now(), 'member:x', null, null, null, null, null, null);
      insert into plain_entries select e.*;
      for line in 1..2 loop
        side := case line when 1 then from_account else to_account end;
        amount := case line when 1 then -minutes else minutes end;
        update plain_accounts a set balance = a.balance + amount, version = a.version + 1
        where a.community_id = community and a.id = side returning a.* into moved;
        if amount < 0 and moved.balance - moved.held < settings.member_min then perform refuse('transfer.limit-reached', side); end if;
        insert into plain_postings values (community, side, moved.version, e.id, line, e.sequence, e.occurred_at, amount, moved.balance, null);
      end loop;
    end $$`.execute(owner);
  await sql`
    create function bare_updates(from_account uuid, to_account uuid, minutes bigint) returns void language plpgsql as $$
    begin
      perform from plain_accounts where community_id = current_community() and id in (from_account, to_account) order by id for update;
      update plain_accounts set balance = balance - minutes where community_id = current_community() and id = from_account;
      update plain_accounts set balance = balance + minutes where community_id = current_community() and id = to_account;
    end $$`.execute(owner);
}

type Write = (client: pg.PoolClient, pair: Pair) => Promise<unknown>;

/** As many as these clients manage in a while, each in its community; how long each took. */
async function flood(pool: pg.Pool, members: readonly Ledger[], write: Write, during = seconds): Promise<number[]> {
  const until = performance.now() + during * 1000;
  const times: number[] = [];
  await Promise.all(
    members.map((ledger) =>
      connected(pool, ledger, async (client) => {
        while (performance.now() < until) {
          const start = performance.now();
          await write(client, aPair(ledger.accounts));
          times.push(performance.now() - start);
        }
      }),
    ),
  );
  return times;
}

async function atTenASecond(pool: pg.Pool, ledger: Ledger, write: Write): Promise<number[]> {
  return connected(pool, ledger, (client) =>
    timed(
      Array.from({length: 200}, (_, index) => index),
      () => write(client, aPair(ledger.accounts)),
      100,
    ),
  );
}

async function connected<Value>(pool: pg.Pool, {scope}: Ledger, act: (client: pg.PoolClient) => Promise<Value>): Promise<Value> {
  const client = await pool.connect();
  try {
    await client.query(`select set_config('buurtkit.community_id', $1, false)`, [scope.community.id]);
    return await act(client);
  } finally {
    client.release();
  }
}

async function timed<Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>, every = 0): Promise<number[]> {
  const times: number[] = [];
  for (const item of items) {
    const start = performance.now();
    await act(item);
    times.push(performance.now() - start);
    if (every > 0) await sleep(Math.max(0, every - (performance.now() - start)));
  }
  return times;
}

function aPair(accounts: readonly string[]): Pair {
  const from = Math.floor(Math.random() * people);
  const to = (from + 1 + Math.floor(Math.random() * (people - 1))) % people;
  return [accounts[from]!, accounts[to]!];
}

async function count({database, community}: Scope): Promise<number> {
  const {rows} = await sql<{count: string}>`select count(*) from entries where community_id = ${community.id}`.execute(database.owner);
  return Number(rows[0]?.count);
}

/** Through the one way in, without waiting for the disk each time, with a checkpoint now and then. */
async function fillUp({database: {owner}, community}: Scope, accounts: readonly string[], missing: number): Promise<void> {
  await owner.connection().execute(async (connection) => {
    await sql`select set_config('buurtkit.community_id', ${community.id}, false), set_config('synchronous_commit', 'off', false)`.execute(
      connection,
    );
    const perDay = 5000;
    for (let day = 0; day * perDay < missing; day += 1) {
      await sql
        .raw(`
        do $$ declare accounts uuid[] := '{${accounts.join(',')}}'; one integer; begin
          for n in 1..${Math.min(perDay, missing - day * perDay)} loop
            one := 1 + n % ${people};
            perform post(uuidv7(), 'transfer', now(), 'member:x', array[accounts[one], accounts[1 + (one + ${day}) % ${people}]], array[-15, 15]::bigint[], sha256('x'));
            if n % 100 = 0 then commit; end if;
          end loop;
          perform keep_checkpoint(current_date - 1000 + ${day}, now());
        end $$`)
        .execute(connection);
    }
  });
  await sql`vacuum analyze postings`.execute(owner);
  await sql`vacuum analyze entries`.execute(owner);
  await sql`vacuum analyze accounts`.execute(owner);
}

async function planOf(scope: Scope, accountId: string): Promise<string> {
  const {rows} = await sql<{'QUERY PLAN': string}>`
    explain (analyze, costs off, timing off, summary off, buffers off)
    select balance_after as balance from postings
    where community_id = ${scope.community.id} and account_id = ${accountId} and occurred_at <= ${scope.now}
    order by occurred_at desc, version desc limit 1`.execute(scope.database.owner);
  return rows
    .map((row) => row['QUERY PLAN'].trim())
    .filter((line) => /Scan|Heap Fetches/.test(line))
    .join('; ');
}

function percentile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}
