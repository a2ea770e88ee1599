import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type {Statement} from '@buurtkit/contract';
import {afterAll, expect, test} from 'vitest';
import {uuidv7} from '../../http/uuid.ts';
import {createTestApp, write} from '../../testing/test-app.ts';
import {aLedger, aMemberOf} from '../testing/a-ledger.ts';

const app = await createTestApp();
afterAll(() => app.close());

const ledger = await aLedger(app, {now: new Date(), name: {nl: {one: 'tijdspunt', other: 'tijdspunten'}}});
const [anna, bram] = [await aMemberOf(app, ledger, {name: 'Anna'}), await aMemberOf(app, ledger, {name: 'Bram Šimić'})];
const root = `/v1/communities/${ledger.scope.community.slug}`;
const month = new Date().toISOString().slice(0, 7);
for (let number = 1; number <= 40; number += 1)
  await app.request(
    `${root}/transfers`,
    write(
      'POST',
      number % 2 ? anna.token : bram.token,
      {toAccountId: number % 2 ? bram.accountId : anna.accountId, minutes: 15 * number, memo: `Keer ${number}`},
      {
        'Idempotency-Key': uuidv7(),
      },
    ),
  );

const ask = (form: string, token = anna.token) =>
  app.request(`${root}/accounts/${anna.accountId}/statements/${month}`, {headers: {Accept: form, Authorization: `Bearer ${token}`}});
const statement = (await (await ask('application/json')).json()) as Statement;

test('a month opens where the one before closed, and closes at what came and went', async () => {
  expect(statement.lines.length).toBeGreaterThan(15);
  expect(statement.openingMinutes + statement.receivedMinutes - statement.givenMinutes).toBe(statement.closingMinutes);
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  const after = await app.request(`${root}/accounts/${anna.accountId}/statements/${next}`, {
    headers: {Authorization: `Bearer ${anna.token}`},
  });
  expect(await after.json()).toMatchObject({openingMinutes: statement.closingMinutes, lines: []});
});

test('as CSV it has the same lines, in whole minutes', async () => {
  const csv = await (await ask('text/csv')).text();

  const rows = csv.trimEnd().split('\r\n').slice(2, -1);
  expect(rows).toHaveLength(statement.lines.length);
  for (const [index, {minutes, balanceMinutes}] of statement.lines.entries())
    expect(rows[index]).toContain(`,${minutes},${balanceMinutes},`);
});

test('as PDF its text has every line, also over more pages, and a screen reader finds headings and a table', async () => {
  const response = await ask('application/pdf');
  expect(response.headers.get('Content-Type')).toBe('application/pdf');
  const document = await getDocument({data: new Uint8Array(await response.arrayBuffer())}).promise;
  const pages = await Promise.all(Array.from({length: document.numPages}, (_, index) => document.getPage(index + 1)));
  const words: string[] = [];
  const roles = new Set<string>();
  for (const page of pages) {
    const {items} = await page.getTextContent();
    words.push(...items.map((item) => ('str' in item ? item.str : '')));
    collect(await page.getStructTree(), roles);
  }
  const text = words.join(' ').replaceAll(/\s+/g, ' ');

  expect(document.numPages).toBeGreaterThan(1);
  for (const {memo, sequence} of statement.lines) {
    expect(text).toContain(memo);
    expect(text).toContain(String(sequence));
  }
  expect(text).toContain('Bram Šimić');
  expect([...roles]).toEqual(expect.arrayContaining(['H1', 'Table', 'TR', 'TH', 'TD']));
  expect((await document.getMarkInfo())?.Marked).toBe(true);
});

test('nobody else gets it, in whatever form', async () => {
  expect((await ask('application/pdf', bram.token)).status).toBe(404);
  expect((await ask('text/csv', bram.token)).status).toBe(404);
});

function collect(node: unknown, roles: Set<string>): void {
  const {role, children = []} = (node ?? {}) as {role?: string; children?: unknown[]};
  if (role !== undefined) roles.add(role);
  for (const child of children) collect(child, roles);
}
