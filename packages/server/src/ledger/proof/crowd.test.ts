import {setTimeout as sleep} from 'node:timers/promises';
import type {Account, PaymentRequest} from '@buurtkit/contract';
import {sql} from 'kysely';
import {afterAll, expect, test} from 'vitest';
import {uuidv7} from '../../http/uuid.ts';
import {createTestApp} from '../../testing/test-app.ts';
import {aLedger, aMemberOf, type LedgerUnderTest, type MemberUnderTest} from '../testing/a-ledger.ts';
import {counted, sender} from '../testing/crowd.ts';
import {verifyLedger} from './verify-ledger.ts';

const app = await createTestApp();
afterAll(() => app.close());

const upTo = (count: number) => Array.from({length: count}, (_, index) => index);
const sending = ({scope}: LedgerUnderTest) => sender((path, init) => app.request(`/v1/communities/${scope.community.slug}/${path}`, init));
const read = async ({scope}: LedgerUnderTest, {token}: MemberUnderTest, path: string) => {
  const response = await app.request(`/v1/communities/${scope.community.slug}/${path}`, {headers: {Authorization: `Bearer ${token}`}});
  return (await response.json()) as unknown;
};
const accountOf = async (ledger: LedgerUnderTest, member: MemberUnderTest) => (await read(ledger, member, 'accounts/mine')) as Account;
const stateOf = async (ledger: LedgerUnderTest, member: MemberUnderTest, path: string) =>
  ((await read(ledger, member, path)) as PaymentRequest).state;
const entriesOf = async ({scope}: LedgerUnderTest) => {
  const {rows} = await sql<{count: string}>`select count(*) from entries where community_id = ${scope.community.id}`.execute(
    app.database.owner,
  );
  return Number(rows[0]?.count);
};

test('forty who spend from one account at once: exactly as many as fit', async () => {
  const ledger = await aLedger(app, {now: new Date()});
  const [anna, bram] = [await aMemberOf(app, ledger), await aMemberOf(app, ledger)];
  const send = sending(ledger);

  const answers = await Promise.all(upTo(40).map(() => send('transfers', anna.token, {toAccountId: bram.accountId, minutes: 30})));

  expect(counted(answers)).toEqual({201: 10, 'transfer.limit-reached': 30});
  expect((await accountOf(ledger, anna)).minutes).toBe(-300);
  expect(await verifyLedger(ledger.scope)).toEqual([]);
});

test('one key pressed thirty times at once is one entry and 29 replays of it', async () => {
  const ledger = await aLedger(app, {now: new Date()});
  const [anna, bram] = [await aMemberOf(app, ledger), await aMemberOf(app, ledger)];
  const send = sending(ledger);
  const key = uuidv7();

  const answers = await Promise.all(upTo(30).map(() => send('transfers', anna.token, {toAccountId: bram.accountId, minutes: 30}, key)));

  expect(counted(answers)).toEqual({201: 30});
  expect(answers.filter(({isReplay}) => isReplay)).toHaveLength(29);
  expect(new Set(answers.map(({body}) => JSON.stringify(body))).size).toBe(1);
  expect(await entriesOf(ledger)).toBe(1);
});

test('a ring of four who give to each other all at once never get in each other’s way', async () => {
  const ledger = await aLedger(app, {now: new Date(), memberMin: -60_000});
  const ring = [await aMemberOf(app, ledger), await aMemberOf(app, ledger), await aMemberOf(app, ledger), await aMemberOf(app, ledger)];
  const send = sending(ledger);

  const answers = await Promise.all(
    upTo(120).map((number) => {
      const [from, to] = [ring[number % 4]!, ring[(number + (number % 3) + 1) % 4]!];
      return send('transfers', from.token, {toAccountId: to.accountId, minutes: 15 * (1 + (number % 5))});
    }),
  );

  expect(counted(answers)).toEqual({201: 120});
  const {rows} = await sql<{deadlocks: string}>`select deadlocks from pg_stat_database where datname = current_database()`.execute(
    app.database.owner,
  );
  expect(rows).toEqual([{deadlocks: '0'}]);
  const balances = await Promise.all(ring.map((member) => accountOf(ledger, member)));
  expect(balances.reduce((sum, {minutes}) => sum + minutes, 0)).toBe(0);
  expect(balances.reduce((sum, {version}) => sum + version, 0)).toBe(240);
  expect(await verifyLedger(ledger.scope)).toEqual([]);
});

test.each([0, 50, 100, 200, 60_000])(
  'a request that is accepted by many while it is withdrawn and expires within %i ms has one outcome',
  async (milliseconds) => {
    const ledger = await aLedger(app, {now: new Date()});
    const [anna, bram] = [await aMemberOf(app, ledger), await aMemberOf(app, ledger)];
    const send = sending(ledger);
    const expiresAt = new Date(Date.now() + 2000);
    const asked = await send('payment-requests', bram.token, {
      fromAccountId: anna.accountId,
      minutes: 60,
      expiresAt: expiresAt.toISOString(),
    });
    const path = `payment-requests/${asked.body.id}`;
    await sleep(Math.max(0, expiresAt.getTime() - Date.now() - milliseconds));

    const answers = await Promise.all([
      ...upTo(10).map(() => send(`${path}/acceptance`, anna.token, null)),
      send(`${path}/withdrawal`, bram.token, null),
      ...upTo(10).map(() => send(`${path}/acceptance`, anna.token, null)),
    ]);

    const done = answers.filter(({status}) => status < 300);
    expect(done.length).toBeLessThanOrEqual(1);
    expect(counted(answers)['payment-request.decided']).toBe(21 - done.length);
    const isAccepted = done[0]?.status === 201;
    const outcome = done.length === 0 ? 'expired' : isAccepted ? 'accepted' : 'withdrawn';
    expect(await stateOf(ledger, anna, path)).toBe(outcome);
    expect((await accountOf(ledger, anna)).minutes).toBe(isAccepted ? -60 : 0);
    expect(await entriesOf(ledger)).toBe(isAccepted ? 1 : 0);
    expect(await verifyLedger(ledger.scope)).toEqual([]);
  },
);
