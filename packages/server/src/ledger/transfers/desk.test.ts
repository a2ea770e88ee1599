import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type {Account, Entry} from '@buurtkit/contract';
import {afterAll, expect, test} from 'vitest';
import {uuidv7} from '../../http/uuid.ts';
import {createTestApp, write} from '../../testing/test-app.ts';
import {aLedger, aMemberOf} from '../testing/a-ledger.ts';

const app = await createTestApp();
afterAll(() => app.close());

const ledger = await aLedger(app, {now: new Date(), deskDailyCap: 120, allowsBelowZero: true});
const root = `/v1/communities/${ledger.scope.community.slug}`;
const [anna, bram] = [await aMemberOf(app, ledger, {name: 'Anna', email: null}), await aMemberOf(app, ledger, {name: 'Bram'})];
const desk = await aMemberOf(app, ledger, {name: 'Loes', role: 'desk'});

const give = (minutes: number) =>
  app.request(
    `${root}/transfers`,
    write(
      'POST',
      desk.token,
      {fromAccountId: anna.accountId, toAccountId: bram.accountId, minutes, memo: 'Boodschappen'},
      {'Idempotency-Key': uuidv7()},
    ),
  );
const get = (path: string, token: string) => app.request(`${root}/${path}`, {headers: {Authorization: `Bearer ${token}`}});

test('a desk gives for the member who is there: the entry names both, and there is a receipt to print', async () => {
  const response = await give(60);

  expect(response.status).toBe(201);
  const entry = (await response.json()) as Entry;
  expect(entry).toMatchObject({actor: 'desk', onBehalfOf: {name: 'Anna'}, memo: 'Boodschappen'});
  expect(((await (await get(`accounts/${anna.accountId}`, desk.token)).json()) as Account).minutes).toBe(-60);
  const seen = (await (await get(`entries/${entry.id}`, bram.token)).json()) as Entry;
  expect([seen.actor, seen.proof.hashedText.includes(`member:${desk.memberId}`)]).toEqual(['desk', true]);
  const pdf = await get(`entries/${entry.id}?format=pdf`, desk.token);
  const document = await getDocument({data: new Uint8Array(await pdf.arrayBuffer())}).promise;
  const {items} = await (await document.getPage(1)).getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  for (const said of [`Bon ${entry.sequence}`, 'Anna', 'Bram', 'Boodschappen', entry.proof.hash.slice(0, 20)]) expect(text).toContain(said);
});

test('it does no more for one member on one day than the community allows', async () => {
  expect((await give(60)).status).toBe(201);
  expect(await (await give(15)).json()).toMatchObject({code: 'desk.cap-reached'});
});

test('a desk changes no limits, freezes nothing, turns nothing back, and gives nothing from the fund', async () => {
  const put = (path: string, body: unknown) => app.request(`${root}/${path}`, write('PUT', desk.token, body));
  expect((await put(`accounts/${anna.accountId}/limits`, {min: -999, max: null, reason: 'x'})).status).toBe(403);
  expect((await put(`accounts/${anna.accountId}/freeze`, {isFrozen: true, reason: 'x'})).status).toBe(403);
  const fromFund = {fromAccountId: ledger.fund, toAccountId: desk.accountId, minutes: 15};
  const response = await app.request(`${root}/transfers`, write('POST', desk.token, fromFund, {'Idempotency-Key': uuidv7()}));
  expect(await response.json()).toMatchObject({code: 'account.not-found'});
});
