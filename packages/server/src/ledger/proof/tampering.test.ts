import fc from 'fast-check';
import {sql, type RawBuilder} from 'kysely';
import {afterAll, describe, expect, test} from 'vitest';
import {inTransaction} from '../../scope.ts';
import {createTestApp} from '../../testing/test-app.ts';
import {postEntry, type EntryToPost} from '../entries/post-entry.ts';
import {keepApart} from '../holds/minutes-hold.ts';
import {aLedger, aMemberOf, aRequest, mint} from '../testing/a-ledger.ts';
import {foundAfter} from '../testing/tampering.ts';
import {verifyLedger} from './verify-ledger.ts';

const runs = Math.min(Number(process.env['BUURTKIT_PROPERTY_RUNS'] ?? 100), 1000);

const app = await createTestApp();
afterAll(() => app.close());

const ledger = await aLedger(app);
const {scope, fund} = ledger;
const [anna, bram, chris] = [await aMemberOf(app, ledger), await aMemberOf(app, ledger), await aMemberOf(app, ledger)];
const move = (lines: [string, number][], more: Partial<EntryToPost> = {}) =>
  inTransaction(scope, (trx) =>
    postEntry(trx, {request: aRequest(), kind: 'transfer', lines: lines.map(([accountId, minutes]) => ({accountId, minutes})), ...more}),
  );
const give = (from: {accountId: string}, to: {accountId: string}, minutes: number, more: Partial<EntryToPost> = {}) =>
  move(
    [
      [from.accountId, -minutes],
      [to.accountId, minutes],
    ],
    more,
  );
const checkpoint = (day: string) =>
  inTransaction(scope, ({trx, now}) => sql`select keep_checkpoint(${day}::date, ${now}::timestamptz)`.execute(trx));

await mint(ledger, anna.accountId, 600);
await give(anna, bram, 60, {memo: 'Heg geknipt'});
const third = await give(bram, chris, 30, {memo: 'Taart'});
await checkpoint('2026-11-20');
await move(
  [
    [anna.accountId, -45],
    [bram.accountId, 15],
    [chris.accountId, 15],
    [fund, 15],
  ],
  {kind: 'batch'},
);
await move(
  [
    [bram.accountId, 30],
    [chris.accountId, -30],
  ],
  {kind: 'reversal', reverses: third.id, memo: 'Was een cadeau'},
);
await give(chris, anna, 15);
await give(anna, bram, 90, {onBehalfOf: anna.accountId});
await checkpoint('2026-11-21');
await give(bram, chris, 15);
await give(anna, chris, 75, {memo: 'Dank'});
await checkpoint('2026-11-22');
await inTransaction(scope, (trx) =>
  keepApart(trx, {fromAccountId: anna.accountId, toAccountId: bram.accountId, minutes: 30, expiresAt: new Date('2027-01-01T00:00:00Z')}),
);

const own = sql`community_id = ${scope.community.id}`;
const found = (...statements: RawBuilder<unknown>[]) =>
  foundAfter(scope, async ({trx}) => {
    for (const statement of statements) await statement.execute(trx);
  });
/** The same in the database and in an export. */
const everywhere = (...faults: string[]) => ({online: faults, offline: faults});

const cutOff = [sql`delete from postings where ${own} and sequence > 7`, sql`delete from entries where ${own} and sequence > 7`];
const headBack = sql`update ledger_heads h set sequence = e.sequence, hash = e.hash, occurred_at = e.occurred_at
  from entries e where h.${own} and e.community_id = h.community_id and e.sequence = 7`;
const cachesBack = sql`update accounts a set balance = l.balance_after, version = l.version
  from (select distinct on (account_id) account_id, balance_after, version from postings where ${own} order by account_id, version desc) l
  where a.${own} and a.id = l.account_id`;
/** All hashes anew from an entry on: nothing in the chain itself is out of place then. */
const chainAnew = sql`
  do $$ declare e entries; previous bytea := decode(repeat('00', 32), 'hex'); begin
    for e in select * from entries where community_id = current_community() order by sequence loop
      e.hash := entry_hash(e, previous, (select array_agg(posting_digest(p.account_id, p.minutes, p.salt) order by p.line)
        from postings p where p.community_id = e.community_id and p.entry_id = e.id));
      update entries set hash = e.hash where community_id = e.community_id and id = e.id;
      update ledger_heads set hash = e.hash where community_id = e.community_id;
      previous := e.hash;
    end loop;
  end $$`;

test('as it was written, nothing is found', async () => {
  expect(await found()).toEqual(everywhere());
  expect(await verifyLedger(scope)).toEqual([]);
});

describe('a superuser changes', () => {
  test('an amount', async () => {
    expect(await found(sql`update postings set minutes = minutes + 15 where ${own} and sequence = 2 and line = 2`)).toEqual(
      everywhere('2 chain', '2 conservation', '2 running-balance'),
    );
  });

  test('an amount on both sides and every balance after it', async () => {
    const by = sql`case account_id when ${anna.accountId} then -15 else 15 end`;
    const both = sql`account_id in (${anna.accountId}, ${bram.accountId})`;
    expect(
      await found(
        sql`update postings set minutes = minutes + ${by} where ${own} and sequence = 2`,
        sql`update postings set balance_after = balance_after + ${by} where ${own} and sequence >= 2 and ${both}`,
        sql`update accounts set balance = balance + case id when ${anna.accountId} then -15 else 15 end where ${own} and id in (${anna.accountId}, ${bram.accountId})`,
      ),
    ).toEqual(everywhere('2 chain', '3 checkpoint', '7 checkpoint', '9 checkpoint'));
  });

  test('a running balance', async () => {
    expect(await found(sql`update postings set balance_after = balance_after + 1 where ${own} and sequence = 4 and line = 1`)).toEqual(
      everywhere('4 running-balance', '6 running-balance'),
    );
  });

  test('who did it', async () => {
    expect(await found(sql`update entries set actor = 'member:0' where ${own} and sequence = 6`)).toEqual(everywhere('6 chain'));
  });

  test('for whom a desk did it', async () => {
    expect(await found(sql`update entries set on_behalf_of = null where ${own} and sequence = 7`)).toEqual(everywhere('7 chain'));
  });

  test('when it was', async () => {
    expect(await found(sql`update entries set occurred_at = occurred_at - interval '1 day' where ${own} and sequence = 6`)).toEqual(
      everywhere('6 chain', '6 moment', '6 posting'),
    );
  });

  test('two entries for each other', async () => {
    const swap = sql`case sequence when 5 then 6 else 5 end`;
    expect(
      await found(
        sql`alter table entries drop constraint entries_community_id_sequence_key`,
        sql`update entries set sequence = ${swap} where ${own} and sequence in (5, 6)`,
        sql`update postings set sequence = ${swap} where ${own} and sequence in (5, 6)`,
      ),
    ).toEqual(everywhere('5 chain', '5 running-balance', '6 chain', '6 running-balance', '7 chain', '7 checkpoint', '8 running-balance'));
  });

  test('the words', async () => {
    const words = sql`update entry_memos m set memo = 'Muur gesloopt' from entries e
      where m.${own} and e.community_id = m.community_id and e.id = m.entry_id and e.sequence = 2`;
    expect(await found(words)).toEqual({online: ['2 memo'], offline: []});
  });

  test('the hash of an entry', async () => {
    expect(await found(sql`update entries set hash = sha256('x') where ${own} and sequence = 5`)).toEqual(everywhere('5 chain', '6 chain'));
  });

  test('what an account says of itself', async () => {
    const of = (accountId: string) => sql`where ${own} and id = ${accountId}`;
    expect(await found(sql`update accounts set balance = balance + 15 ${of(bram.accountId)}`)).toEqual(everywhere('8 balance'));
    expect(await found(sql`update accounts set version = version + 1 ${of(anna.accountId)}`)).toEqual(everywhere('9 balance'));
    expect(await found(sql`update accounts set held = 0 ${of(anna.accountId)}`)).toEqual(everywhere('9 held'));
    expect(await found(sql`update accounts set incoming = 45 ${of(bram.accountId)}`)).toEqual(everywhere('8 held'));
  });

  test('a checkpoint', async () => {
    const of = sql`where ${own} and day = '2026-11-21'`;
    expect(await found(sql`update checkpoints set balances_hash = sha256('x') ${of}`)).toEqual(everywhere('7 checkpoint'));
    expect(await found(sql`update checkpoints set hash = sha256('x') ${of}`)).toEqual(everywhere('7 checkpoint'));
  });

  test('an entry and every hash after it, so that the chain is whole again: the checkpoints know better', async () => {
    expect(await found(sql`update entries set actor = 'member:0' where ${own} and sequence = 2`, chainAnew)).toEqual(
      everywhere('3 checkpoint', '7 checkpoint', '9 checkpoint'),
    );
  });
});

describe('a superuser removes', () => {
  test('an entry with its postings', async () => {
    const {online, offline} = await found(
      sql`delete from postings where ${own} and sequence = 6`,
      sql`delete from entries where ${own} and sequence = 6`,
    );
    expect(online).toEqual(offline);
    expect(online).toEqual(expect.arrayContaining(['7 sequence', '7 chain', '7 running-balance']));
  });

  test('an entry and leaves its postings', async () => {
    const {online, offline} = await found(sql`delete from entries where ${own} and sequence = 6`);
    expect(online).toEqual(offline);
    expect(online).toEqual(expect.arrayContaining(['6 stray', '7 sequence', '7 chain']));
  });

  test('the postings of an entry', async () => {
    const {online, offline} = await found(sql`delete from postings where ${own} and sequence = 8`);
    expect(online).toEqual(offline);
    expect(online).toEqual(expect.arrayContaining(['8 chain', '8 conservation']));
  });

  test('an account', async () => {
    expect(await found(sql`delete from accounts where ${own} and id = ${bram.accountId}`)).toEqual(everywhere('8 account'));
  });

  test('the end', async () => {
    const {online, offline} = await found(...cutOff);
    expect(online).toEqual(offline);
    expect(online).toEqual(expect.arrayContaining(['9 head', '9 checkpoint']));
  });

  test('the end, and sets the head back', async () => {
    const {online, offline} = await found(...cutOff, headBack);
    expect(online).toEqual(offline);
    expect(online).toEqual(['6 balance', '7 balance', '9 checkpoint']);
  });

  test('the end, and sets the head and all accounts back: the checkpoint remembers it', async () => {
    expect(await found(...cutOff, headBack, cachesBack)).toEqual(everywhere('9 checkpoint'));
  });
});

/** One thing in one table changed to something else, or a row taken away. */
const changes: Record<string, string[]> = {
  entries: ['sequence', 'kind', 'occurred_at', 'actor', 'on_behalf_of', 'reverses', 'reference', 'memo_hash', 'hash', 'id'],
  postings: ['account_id', 'version', 'entry_id', 'sequence', 'occurred_at', 'minutes', 'balance_after', 'salt'],
  accounts: ['balance', 'version', 'held', 'incoming', 'id'],
  checkpoints: ['sequence', 'hash', 'balances_hash'],
  ledger_heads: ['sequence', 'hash'],
  holds: ['minutes', 'from_account_id'],
};
const others: Record<string, RawBuilder<unknown>> = {
  sequence: sql`sequence + 1000`,
  version: sql`version + 1000`,
  occurred_at: sql`occurred_at - interval '1 minute'`,
  minutes: sql`minutes + 7`,
  balance: sql`balance - 1`,
  balance_after: sql`balance_after - 1`,
  held: sql`held + 1`,
  incoming: sql`incoming + 1`,
  kind: sql`case kind when 'gift' then 'batch' else 'gift' end`,
  actor: sql`actor || '.'`,
  reference: sql`coalesce(reference, '') || 'x'`,
};
const tampering = fc
  .constantFrom(...Object.keys(changes))
  .chain((table) => fc.record({table: fc.constant(table), column: fc.constantFrom('', ...changes[table]!), row: fc.nat({max: 30})}))
  .filter(({table, column}) => column !== '' || !['ledger_heads', 'checkpoints'].includes(table));

test(
  'whatever is changed or removed, the database and an export tell the same, and never that all is well',
  {timeout: 600_000},
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(tampering, {minLength: 1, maxLength: 3, selector: ({table, column}) => `${table} ${column}`}),
        async (all) => {
          const {online, offline} = await foundAfter(scope, async ({trx}) => {
            for (const {table, column, row} of all) {
              const which = sql`where ctid = (select t.ctid from ${sql.table(table)} t where ${own} order by t::text offset ${row} % greatest(1,
            (select count(*) from ${sql.table(table)} where ${own})) limit 1)`;
              const other = others[column] ?? (/hash|salt/.test(column) ? sql`sha256('x')` : sql`uuidv7()`);
              await (
                column === ''
                  ? sql`delete from ${sql.table(table)} ${which}`
                  : sql`update ${sql.table(table)} set ${sql.ref(column)} = ${other} ${which}`
              ).execute(trx);
            }
          });
          // The words are in no export.
          expect(online.filter((fault) => !fault.endsWith('memo'))).toEqual(offline);
          expect(online).not.toEqual([]);
        },
      ),
      {numRuns: runs},
    );
  },
);
