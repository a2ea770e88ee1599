import {setTimeout as sleep} from 'node:timers/promises';
import type {Account, PaymentRequest} from '@buurtkit/contract';
import {sql} from 'kysely';
import {afterAll, expect, test} from 'vitest';
import {proof} from '../../../scripts/proof.mjs';
import {openDatabase} from '../src/db/database.ts';
import {uuidv7} from '../src/http/uuid.ts';
import {verifyLedger} from '../src/ledger/proof/verify-ledger.ts';
import {aLedger, aMemberOf, type LedgerUnderTest} from '../src/ledger/testing/a-ledger.ts';
import {counted, persistentSender} from '../src/ledger/testing/crowd.ts';
import {aDataFolder, endProcess, runBuurtkit, startServerProcess} from '../src/testing/own-process.ts';

const found = proof('ledger-crowd');
const folder = await aDataFolder();
const environment = {BUURTKIT_DATA: folder.path, LOG_LEVEL: 'warn', BUURTKIT_DEFENCES: 'off'};
const one = await startServerProcess(environment);
const url = (await runBuurtkit(['database-url'], environment)).stdout.trim();
const other = await startServerProcess({DATABASE_URL: url, LOG_LEVEL: 'warn', BUURTKIT_DEFENCES: 'off'});
const servers = [one.url, other.url];
const urls = {owner: url, app: url};
const opened = {urls, database: openDatabase(urls, () => undefined), close: async () => undefined};

afterAll(async () => {
  await opened.database.close();
  const ends = [await endProcess(other), await endProcess(one)];
  found.figure('exit codes', ends.map(({code}) => code).join(', '));
  found.note('Over HTTP to two server processes on one PostgreSQL, without rate limits. Who hears 503 comes again with the same key.');
  await found.write();
  await folder.remove();
  expect(ends.map(({code}) => code)).toEqual([0, 0]);
});

const upTo = (count: number) => Array.from({length: count}, (_, index) => index);
const rootOf = ({scope}: LedgerUnderTest) => `/v1/communities/${scope.community.slug}`;
const sending = (ledger: LedgerUnderTest) => persistentSender(servers, rootOf(ledger));
const read = async <Body>(ledger: LedgerUnderTest, token: string, path: string) =>
  (await (await fetch(`${one.url}${rootOf(ledger)}/${path}`, {headers: {Authorization: `Bearer ${token}`}})).json()) as Body;

async function entriesOf({scope}: LedgerUnderTest): Promise<number> {
  const {rows} = await sql<{count: string}>`select count(*) from entries where community_id = ${scope.community.id}`.execute(
    opened.database.owner,
  );
  return Number(rows[0]?.count);
}

async function deadlocks(): Promise<number> {
  const {rows} = await sql<{deadlocks: string}>`select deadlocks from pg_stat_database where datname = current_database()`.execute(
    opened.database.owner,
  );
  return Number(rows[0]?.deadlocks);
}

test('two hundred who spend from one account at once: exactly as many as fit', async () => {
  const ledger = await aLedger(opened);
  const [anna, bram] = [await aMemberOf(opened, ledger), await aMemberOf(opened, ledger)];
  const send = sending(ledger);

  const answers = await Promise.all(upTo(200).map(() => send('transfers', anna.token, {toAccountId: bram.accountId, minutes: 15})));

  expect(counted(answers)).toEqual({201: 20, 'transfer.limit-reached': 180});
  expect((await read<Account>(ledger, anna.token, 'accounts/mine')).minutes).toBe(-300);
  expect(await verifyLedger(ledger.scope)).toEqual([]);
  found.figure('200 spends of 15 minutes, 300 to spend', JSON.stringify(counted(answers)));
});

test('the same key a hundred times: one entry, 99 replays', async () => {
  const ledger = await aLedger(opened);
  const [anna, bram] = [await aMemberOf(opened, ledger), await aMemberOf(opened, ledger)];
  const send = sending(ledger);
  const key = uuidv7();

  const answers = await Promise.all(upTo(100).map(() => send('transfers', anna.token, {toAccountId: bram.accountId, minutes: 15}, key)));

  expect(counted(answers)).toEqual({201: 100});
  expect(answers.filter(({isReplay}) => isReplay)).toHaveLength(99);
  expect(new Set(answers.map(({body}) => JSON.stringify(body))).size).toBe(1);
  expect(await entriesOf(ledger)).toBe(1);
  found.figure('one key, a hundred times', `${await entriesOf(ledger)} entry, ${answers.filter(({isReplay}) => isReplay).length} replays`);
});

test('a ring of four accounts with two thousand transfers: no deadlock, and together they have what they had', async () => {
  const ledger = await aLedger(opened, {memberMin: -500_000});
  const ring = await Promise.all(upTo(4).map(() => aMemberOf(opened, ledger)));
  const send = sending(ledger);
  const work = upTo(2000).values();
  const answers: Awaited<ReturnType<typeof send>>[] = [];
  const start = performance.now();

  await Promise.all(
    upTo(64).map(async () => {
      for (const number of work) {
        const [from, to] = [ring[number % 4]!, ring[(number + (number % 3) + 1) % 4]!];
        answers.push(await send('transfers', from.token, {toAccountId: to.accountId, minutes: 15 * (1 + (number % 5))}));
      }
    }),
  );

  const seconds = (performance.now() - start) / 1000;
  expect(counted(answers)).toEqual({201: 2000});
  expect(await deadlocks()).toBe(0);
  const accounts = await Promise.all(ring.map(({token}) => read<Account>(ledger, token, 'accounts/mine')));
  expect(accounts.reduce((sum, {minutes}) => sum + minutes, 0)).toBe(0);
  expect(accounts.reduce((sum, {version}) => sum + version, 0)).toBe(4000);
  expect(await verifyLedger(ledger.scope)).toEqual([]);
  found.figure('2,000 transfers among four accounts, 64 at once', `${Math.round(2000 / seconds)} a second, 0 deadlocks, sum 0`);
});

test('one request, accepted twenty times while it is withdrawn and expires: one outcome', async () => {
  const outcomes: string[] = [];
  for (const round of upTo(30)) {
    const ledger = await aLedger(opened);
    const [anna, bram] = [await aMemberOf(opened, ledger), await aMemberOf(opened, ledger)];
    const send = sending(ledger);
    const expiresAt = new Date(Date.now() + 1000 + 10 * round);
    const asked = await send('payment-requests', bram.token, {
      fromAccountId: anna.accountId,
      minutes: 60,
      expiresAt: expiresAt.toISOString(),
    });
    const path = `payment-requests/${asked.body.id}`;
    await sleep(Math.max(0, expiresAt.getTime() - Date.now() - (round % 6) * 20));

    const withdrawn = send(`${path}/withdrawal`, bram.token, null);
    const answers = await Promise.all([withdrawn, ...upTo(20).map(() => send(`${path}/acceptance`, anna.token, null))]);

    const done = answers.filter(({status}) => status < 300);
    const outcome = done.length === 0 ? 'expired' : done[0]!.status === 201 ? 'accepted' : 'withdrawn';
    expect(done.length).toBeLessThanOrEqual(1);
    expect((await read<PaymentRequest>(ledger, anna.token, path)).state).toBe(outcome);
    expect(await entriesOf(ledger)).toBe(outcome === 'accepted' ? 1 : 0);
    expect(await verifyLedger(ledger.scope)).toEqual([]);
    outcomes.push(outcome);
  }
  const each = Map.groupBy(outcomes, (outcome) => outcome);
  found.figure(
    '30 requests, each accepted by twenty, withdrawn and expiring',
    [...each].map(([what, {length}]) => `${length} ${what}`).join(', '),
  );
});
