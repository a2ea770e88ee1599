import {createHash} from 'node:crypto';
import {postingText, type Account, type Entry, type TransferPreview} from '@buurtkit/contract';
import {afterAll, expect, test} from 'vitest';
import {uuidv7} from '../../http/uuid.ts';
import {createTestApp, write} from '../../testing/test-app.ts';
import {verifyLedger} from '../proof/verify-ledger.ts';
import {aLedger, aMemberOf, mint, type LedgerUnderTest} from '../testing/a-ledger.ts';

const app = await createTestApp();
afterAll(() => app.close());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function asking({scope}: LedgerUnderTest) {
  const root = `/v1/communities/${scope.community.slug}`;
  return {
    get: (token: string, path: string) => app.request(`${root}/${path}`, {headers: {Authorization: `Bearer ${token}`}}),
    post: (token: string, path: string, body: unknown, key = uuidv7()) =>
      app.request(`${root}/${path}`, write('POST', token, body, {'Idempotency-Key': key})),
  };
}

test('what one neighbour gives the other gets, both see it, and the ledger is right', async () => {
  const ledger = await aLedger(app);
  const [anna, bram] = [await aMemberOf(app, ledger, {name: 'Anna'}), await aMemberOf(app, ledger, {name: 'Bram'})];
  const {get, post} = asking(ledger);

  const response = await post(anna.token, 'transfers', {toAccountId: bram.accountId, minutes: 90, memo: 'Heg geknipt'});

  expect(response.status).toBe(201);
  const entry = (await response.json()) as Entry;
  expect(entry).toMatchObject({kind: 'transfer', memo: 'Heg geknipt', sequence: 1});
  expect(((await (await get(anna.token, 'accounts/mine')).json()) as Account).minutes).toBe(-90);
  expect(((await (await get(bram.token, 'accounts/mine')).json()) as Account).minutes).toBe(90);
  expect(await (await get(bram.token, `accounts/${bram.accountId}/entries`)).json()).toMatchObject({
    total: 1,
    data: [{minutes: 90, balanceMinutes: 90, memo: 'Heg geknipt', counterparty: {name: 'Anna'}}],
  });
  expect(await verifyLedger(ledger.scope)).toEqual([]);
});

test('a receipt proves that the entry stands in the ledger, and tells nothing of the other’s balance', async () => {
  const ledger = await aLedger(app);
  const [anna, bram] = [await aMemberOf(app, ledger), await aMemberOf(app, ledger)];
  const {get, post} = asking(ledger);
  await post(anna.token, 'transfers', {toAccountId: bram.accountId, minutes: 30});

  const given = (await (await post(anna.token, 'transfers', {toAccountId: bram.accountId, minutes: 60})).json()) as Entry;

  expect(sha256(given.proof.hashedText)).toBe(given.proof.hash);
  const own = given.postings.find(({accountId}) => accountId === anna.accountId)!;
  expect(given.proof.hashedText).toContain(sha256(postingText({accountId: own.accountId, minutes: own.minutes, salt: own.salt!})));
  expect(given.postings.find(({accountId}) => accountId === bram.accountId)).toMatchObject({balanceMinutes: null, salt: null});
  const head = await (await app.request(`/v1/communities/${ledger.scope.community.slug}/ledger/head`)).json();
  expect(head).toMatchObject({sequence: 2, hash: given.proof.hash});
  const stranger = await aMemberOf(app, ledger);
  expect((await get(stranger.token, `entries/${given.id}`)).status).toBe(404);
});

test('the same request twice is one transfer, and says so; another by its name is refused', async () => {
  const ledger = await aLedger(app);
  const [anna, bram] = [await aMemberOf(app, ledger), await aMemberOf(app, ledger)];
  const {get, post} = asking(ledger);
  const key = uuidv7();
  const transfer = {toAccountId: bram.accountId, minutes: 30};

  const first = await post(anna.token, 'transfers', transfer, key);
  const again = await post(anna.token, 'transfers', transfer, key);
  const other = await post(anna.token, 'transfers', {...transfer, minutes: 60}, key);
  const somebodyElse = await post(bram.token, 'transfers', {...transfer, toAccountId: anna.accountId}, key);

  expect([first.status, again.status]).toEqual([201, 201]);
  expect([first.headers.get('Idempotency-Replayed'), again.headers.get('Idempotency-Replayed')]).toEqual([null, 'true']);
  expect(await again.json()).toEqual(await first.json());
  expect(await other.json()).toMatchObject({status: 409, code: 'idempotency.key-reused'});
  expect(await somebodyElse.json()).toMatchObject({status: 409, code: 'idempotency.key-reused'});
  expect(((await (await get(bram.token, 'accounts/mine')).json()) as Account).minutes).toBe(30);
  expect((await post(anna.token, 'transfers', transfer, 'geen-uuid-van-ons')).status).toBe(400);
});

test('a transfer that can’t be says why, and nothing moves', async () => {
  const ledger = await aLedger(app);
  const elsewhere = await aLedger(app);
  const [anna, bram, far] = [await aMemberOf(app, ledger), await aMemberOf(app, ledger), await aMemberOf(app, elsewhere)];
  const {get, post} = asking(ledger);
  const to = bram.accountId;
  const codeOf = async (body: unknown) => ((await (await post(anna.token, 'transfers', body)).json()) as {code: string}).code;

  expect(await codeOf({toAccountId: to, minutes: 20})).toBe('transfer.not-in-step');
  expect(await codeOf({toAccountId: to, minutes: 1.5})).toBe('request.invalid');
  expect(await codeOf({toAccountId: to, minutes: -15})).toBe('request.invalid');
  expect(await codeOf({toAccountId: anna.accountId, minutes: 15})).toBe('transfer.to-self');
  expect(await codeOf({toAccountId: to, minutes: 315})).toBe('transfer.limit-reached');
  expect(await codeOf({toAccountId: far.accountId, minutes: 15})).toBe('account.not-found');
  expect(await codeOf({toAccountId: ledger.issuance, minutes: 15})).toBe('account.not-found');
  expect(await codeOf({toAccountId: anna.accountId, fromAccountId: to, minutes: 15})).toBe('account.not-found');
  const admin = await aMemberOf(app, ledger, {role: 'admin'});
  const freeze = {isFrozen: true, reason: 'Telefoon kwijt.'};
  const put = write('PUT', admin.token, freeze);
  await app.request(`/v1/communities/${ledger.scope.community.slug}/accounts/${to}/freeze`, put);
  expect(await codeOf({toAccountId: to, minutes: 15})).toBe('account.frozen');
  expect(((await (await get(anna.token, 'accounts/mine')).json()) as Account).version).toBe(0);
});

test('whoever is short hears what the fund could add, and nothing moves by looking', async () => {
  const ledger = await aLedger(app, {allowsBelowZero: false});
  const [anna, bram] = [await aMemberOf(app, ledger), await aMemberOf(app, ledger)];
  await mint(ledger, anna.accountId, 60);
  await mint(ledger, ledger.fund, 600);
  const {post} = asking(ledger);
  const preview = async (minutes: number) =>
    (await (await post(anna.token, 'transfer-previews', {toAccountId: bram.accountId, minutes})).json()) as TransferPreview;

  expect(await preview(60)).toMatchObject({isAllowed: true, code: null, beforeMinutes: 60, afterMinutes: 0, fundMinutes: null});
  expect(await preview(90)).toMatchObject({isAllowed: false, code: 'transfer.limit-reached', fundMinutes: 30});
  expect(await verifyLedger(ledger.scope)).toEqual([]);
});

test('a coordinator turns an entry back once, also past a limit', async () => {
  const ledger = await aLedger(app, {allowsBelowZero: false});
  const [anna, bram] = [await aMemberOf(app, ledger), await aMemberOf(app, ledger)];
  const coordinator = await aMemberOf(app, ledger, {role: 'coordinator'});
  await mint(ledger, anna.accountId, 60);
  const {get, post} = asking(ledger);
  const entry = (await (await post(anna.token, 'transfers', {toAccountId: bram.accountId, minutes: 60})).json()) as Entry;
  await post(bram.token, 'transfers', {toAccountId: ledger.fund, minutes: 60});

  const reversal = await post(coordinator.token, `entries/${entry.id}/reversal`, {reason: 'Verkeerde buur'});
  const again = await post(coordinator.token, `entries/${entry.id}/reversal`, {reason: 'Verkeerde buur'});

  expect(await reversal.json()).toMatchObject({kind: 'reversal', reverses: entry.id, memo: 'Verkeerde buur'});
  expect(await again.json()).toMatchObject({code: 'entry.already-reversed'});
  expect(((await (await get(bram.token, 'accounts/mine')).json()) as Account).minutes).toBe(-60);
  expect((await post(anna.token, `entries/${entry.id}/reversal`, {reason: 'Nee'})).status).toBe(403);
  expect(await verifyLedger(ledger.scope)).toEqual([]);
});
