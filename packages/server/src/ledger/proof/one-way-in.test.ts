import {sql, type RawBuilder} from 'kysely';
import {afterAll, describe, expect, test} from 'vitest';
import {inTransaction} from '../../scope.ts';
import {createTestApp} from '../../testing/test-app.ts';
import {postEntry, type EntryToPost, type PostingLine} from '../entries/post-entry.ts';
import {aLedger, aMemberOf, aRequest, mint} from '../testing/a-ledger.ts';
import {verifyLedger} from './verify-ledger.ts';

const app = await createTestApp();
afterAll(() => app.close());

const ledger = await aLedger(app);
const {scope, fund, issuance} = ledger;
const [anna, bram] = [await aMemberOf(app, ledger), await aMemberOf(app, ledger)];
await mint(ledger, anna.accountId, 60);
await inTransaction(scope, ({trx, now}) => sql`select keep_checkpoint('2026-11-22', ${now}::timestamptz)`.execute(trx));

const written = ['entries', 'postings', 'checkpoints'];
const own = sql`community_id = ${scope.community.id}`;

/** The code with which PostgreSQL refused it. */
async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: {code?: string; message: string}) => error.code ?? error.message,
  );
}

describe.each(written)('%s are written once', (table) => {
  test.each([
    ['changed', sql`update ${sql.table(table)} set community_id = community_id where ${own}`],
    ['removed', sql`delete from ${sql.table(table)} where ${own}`],
    ['emptied', sql`truncate ${sql.table(table)} cascade`],
  ])('and are never %s, not even by the owner of the database', async (_what, statement) => {
    expect(await refusal(statement.execute(app.database.owner))).toBe('42501');
  });
});

const columns: Record<string, RawBuilder<unknown>> = {
  entries: sql`update entries set actor = actor`,
  postings: sql`update postings set minutes = minutes`,
  checkpoints: sql`update checkpoints set hash = hash`,
  ledger_heads: sql`update ledger_heads set sequence = sequence + 1`,
  holds: sql`update holds set state = 'voided'`,
  entry_memos: sql`update entry_memos set memo = 'x'`,
};

describe.each(Object.keys(columns))('whoever answers requests, on %s', (table) => {
  test('adds, changes and removes nothing by themselves', async () => {
    const asApp = (statement: RawBuilder<unknown>) => refusal(inTransaction(scope, ({trx}) => statement.execute(trx)));

    expect(await asApp(sql`insert into ${sql.table(table)} select * from ${sql.table(table)}`)).toBe('42501');
    expect(await asApp(columns[table]!)).toBe('42501');
    expect(await asApp(sql`truncate ${sql.table(table)} cascade`)).toBe('42501');
    // Words can be erased; their hash stays.
    if (table !== 'entry_memos') expect(await asApp(sql`delete from ${sql.table(table)}`)).toBe('42501');
  });
});

test.each(['balance', 'held', 'incoming', 'version', 'kind', 'owner_id', 'id'])(
  'whoever answers requests never sets %s of an account',
  async (column) => {
    const {rows} = await sql<{may: boolean}>`
    select has_column_privilege('buurtkit_app', 'accounts', ${column}, 'update') as may`.execute(app.database.owner);

    expect(rows).toEqual([{may: false}]);
  },
);

test('the public can call none of it', async () => {
  const {rows} = await sql<{name: string}>`
    select proname as name from pg_proc
    where proname in ('post', 'hold_minutes', 'void_hold', 'expire_holds', 'keep_checkpoint', 'lock_ledger', 'lapse_holds', 'require_room', 'open_ledger', 'verify_ledger')
      and has_function_privilege('buurtkit_public', oid, 'execute')`.execute(app.database.owner);

  expect(rows).toEqual([]);
});

const post = (lines: PostingLine[], more: Partial<EntryToPost> = {}) =>
  refusal(inTransaction(scope, (trx) => postEntry(trx, {request: aRequest(), kind: 'transfer', lines, ...more})));
const move = (from: string, to: string, minutes: number) => [
  {accountId: from, minutes: -minutes},
  {accountId: to, minutes},
];

test.each<[string, PostingLine[], Partial<EntryToPost>]>([
  [
    'whose minutes don’t sum to nothing',
    [
      {accountId: anna.accountId, minutes: -30},
      {accountId: bram.accountId, minutes: 45},
    ],
    {},
  ],
  ['with one side', [{accountId: anna.accountId, minutes: 30}], {}],
  ['that moves nothing', move(anna.accountId, bram.accountId, 0), {}],
  ['that takes credits from nowhere, save for hours and a welcome', move(issuance, anna.accountId, 30), {kind: 'gift'}],
  ['that calls itself a correction of nothing', move(anna.accountId, bram.accountId, 30), {kind: 'reversal'}],
])('no entry is written %s', async (_what, lines, more) => {
  expect(await post(lines, more)).toBe('P0001');
  expect(await verifyLedger(scope)).toEqual([]);
});

test('a correction is the very entry the other way round', async () => {
  const request = aRequest();
  await inTransaction(scope, (trx) => postEntry(trx, {request, kind: 'transfer', lines: move(anna.accountId, bram.accountId, 30)}));
  const back = (lines: PostingLine[]) => post(lines, {kind: 'reversal', reverses: request.id});

  expect(await back(move(bram.accountId, anna.accountId, 15))).toBe('P0001');
  expect(await back(move(bram.accountId, fund, 30))).toBe('P0001');
  expect(await back(move(bram.accountId, anna.accountId, 30))).toBe('done');
  expect(await back(move(bram.accountId, anna.accountId, 30))).toBe('entry.already-reversed');
});
