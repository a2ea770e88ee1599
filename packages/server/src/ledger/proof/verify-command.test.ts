import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Entry} from '@buurtkit/contract';
import {sql} from 'kysely';
import {afterAll, expect, test} from 'vitest';
import {uuidv7} from '../../http/uuid.ts';
import {inTransaction} from '../../scope.ts';
import {runBuurtkit} from '../../testing/own-process.ts';
import {createTestApp, write} from '../../testing/test-app.ts';
import {aLedger, aMemberOf} from '../testing/a-ledger.ts';
import {isSoundReceipt} from './check-receipt.ts';

const app = await createTestApp();
const folder = await mkdtemp(join(tmpdir(), 'buurtkit-ledger-'));
afterAll(async () => {
  await app.close();
  await rm(folder, {recursive: true});
});

const ledger = await aLedger(app, {now: new Date()});
const {slug} = ledger.scope.community;
const path = `/v1/communities/${slug}`;
const [anna, bram] = [await aMemberOf(app, ledger), await aMemberOf(app, ledger)];
const coordinator = await aMemberOf(app, ledger, {role: 'coordinator'});
const give = async (minutes: number) => {
  const body = {toAccountId: bram.accountId, minutes, memo: 'Heg geknipt'};
  const response = await app.request(`${path}/transfers`, write('POST', anna.token, body, {'Idempotency-Key': uuidv7()}));
  return (await response.json()) as Entry;
};
const receipts = [await give(30), await give(60), await give(15)];
await inTransaction(ledger.scope, ({trx, now}) => sql`select keep_checkpoint('2026-11-22', ${now}::timestamptz)`.execute(trx));
const exported = await (await app.request(`${path}/ledger/export`, {headers: {Authorization: `Bearer ${coordinator.token}`}})).text();
const aFile = async (name: string, content: string) => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};
const offline = (...args: string[]) => runBuurtkit(['ledger', 'verify', ...args], {});
const online = (...args: string[]) => runBuurtkit(['ledger', 'verify', ...args], {DATABASE_URL: app.urls.owner});

test('a ledger that is right says so, in its database and as an export that needs none', {timeout: 60_000}, async () => {
  const told = {name: slug, sequence: 3, hash: receipts[2]!.proof.hash, faults: []};
  const right = await aFile('right.ndjson', exported);
  const [all, file] = await Promise.all([online('--json'), offline(right, '--json')]);

  expect([all.code, file.code]).toEqual([0, 0]);
  expect(JSON.parse(all.stdout)).toMatchObject({ledgers: [told]});
  expect(JSON.parse(file.stdout)).toMatchObject({ledgers: [{...told, name: right}]});
});

test('an export that somebody changed ends with 1 and each fault at its entry', {timeout: 60_000}, async () => {
  const lines = exported.split('\n');
  const second = lines.findIndex((line) => line.includes('"sequence":2,') && line.includes('"entry"'));
  const changed = await aFile('changed.ndjson', lines.with(second, lines[second]!.replaceAll('60', '75')).join('\n'));
  const shortened = await aFile('shortened.ndjson', lines.slice(0, -2).join('\n'));

  const ends = await Promise.all([offline(changed, '--json'), offline(shortened, '--json')]);

  expect(ends.map(({code}) => code)).toEqual([1, 1]);
  const [inTheMiddle, atTheEnd] = ends.map(({stdout}) => (JSON.parse(stdout) as {ledgers: [{faults: unknown[]}]}).ledgers[0].faults);
  expect(inTheMiddle).toContainEqual({sequence: 2, fault: 'chain'});
  expect(atTheEnd).toEqual(
    expect.arrayContaining([
      {sequence: 3, fault: 'head'},
      {sequence: 3, fault: 'checkpoint'},
    ]),
  );
});

test('a database that somebody changed ends with 1', {timeout: 60_000}, async () => {
  const other = await aLedger(app);
  await sql`update accounts set balance = 15 where community_id = ${other.scope.community.id} and kind = 'fund'`.execute(
    app.database.owner,
  );

  const {code, stdout} = await online('--community', other.scope.community.slug, '--json');
  await sql`update accounts set balance = 0 where community_id = ${other.scope.community.id}`.execute(app.database.owner);

  expect([code, JSON.parse(stdout)]).toMatchObject([1, {ledgers: [{sequence: 0, faults: [{sequence: 0, fault: 'balance'}]}]}]);
});

test('a receipt is held against an export: the real one stands in it, one of another entry does not', {timeout: 60_000}, async () => {
  const file = await aFile('right.ndjson', exported);
  const real = await aFile('real.json', JSON.stringify(receipts[1]));
  const elsewhere = await aFile('elsewhere.json', JSON.stringify({...receipts[1], sequence: 1}));

  const ends = await Promise.all([real, elsewhere].map((receipt) => offline(file, '--receipt', receipt, '--json')));

  expect(ends.map(({code}) => code)).toEqual([0, 1]);
  expect(JSON.parse(ends[1]!.stdout)).toMatchObject({ledgers: [{faults: [{sequence: 1, fault: 'receipt'}]}]});
});

test('a receipt that somebody changed is not true to itself', () => {
  const real = receipts[1]!;
  const doubled = real.postings.map((posting) => ({...posting, minutes: posting.minutes * 2}));
  const proof = {...real.proof, hashedText: real.proof.hashedText.replace('transfer', 'gift')};

  expect(isSoundReceipt(real)).toBe(true);
  expect(isSoundReceipt({...real, memo: null, proof: {...real.proof, memoSalt: null}})).toBe(true);
  const forged: Entry[] = [
    {...real, postings: doubled},
    {...real, memo: 'Muur gesloopt'},
    {...real, kind: 'gift'},
    {...real, kind: 'gift', proof},
    {...real, occurredAt: '2026-01-01T00:00:00.000Z'},
  ];
  expect(forged.map(isSoundReceipt)).toEqual(forged.map(() => false));
});

test('what is no ledger, no receipt or no sensible question is said to be so', {timeout: 60_000}, async () => {
  const file = await aFile('right.ndjson', exported);
  const poem = await aFile('poem.txt', 'De maan schijnt door de bomen\n');

  const ends = await Promise.all(
    [[poem], [join(folder, 'nowhere')], [file, '--receipt', poem], ['--receipt', poem]].map((args) => offline(...args, '--json')),
  );

  expect(ends.map(({code}) => code)).toEqual([1, 1, 1, 2]);
  const codes = ends.map(({stdout}) => (JSON.parse(stdout) as {error: {code: string}}).error.code);
  expect(codes).toEqual(['ledger.unreadable', 'file.not-found', 'ledger.unreadable', 'usage']);
});
