import type {InitiativeListItem} from '@buurtkit/contract';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {aCommunity, aScope, createTestApp, type TestApp} from '../testing/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  const scope = aScope(app, await aCommunity(app, {slug: 'groningen'}));
  for (const [name, at] of [
    ['Op de markt', [6.5667, 53.2187]],
    ['Ook op de markt', [6.5667, 53.2187]],
    ['Aan de rand', [6.62, 53.22]],
    ['In Holwierde', [6.872, 53.358]],
    ['Zonder plek', null],
  ] as const)
    await createInitiative(scope, {name, kind: 'other', summary: {nl: 'Proef.'}, location: at && {type: 'Point', coordinates: [...at]}});
});
afterAll(() => app.close());

type Page = {data: InitiativeListItem[]; total: number; next: string | null};

async function list(query: string): Promise<Page> {
  const answer = await app.request(`/v1/communities/groningen/initiatives?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Page;
}
const names = ({data}: Page) => data.map(({name}) => name);

test('near a point the nearest come first, as far as five kilometres', async () => {
  expect(names(await list('near=6.6201,53.22'))).toEqual(['Aan de rand', ...names(await list('near=6.5667,53.2187&radius=10'))]);
  expect(names(await list('near=6.6201,53.22&sort=name'))).toEqual(['Aan de rand', 'Ook op de markt', 'Op de markt']);
});

test('the radius is in metres', async () => {
  // Along a meridian a degree is 111.19 km.
  expect((await list('near=6.872,53.3671&radius=1000')).total).toBe(0);
  expect((await list('near=6.872,53.3669&radius=1000')).total).toBe(1);
  expect((await list('near=6.5667,53.2187&radius=200000')).total).toBe(4);
});

test('what is equally far away is seen once when one pages through it', async () => {
  const seen: string[] = [];
  let cursor = '';
  do {
    const page: Page = await list(`near=6.6,53.22&radius=100000&limit=1${cursor}`);
    expect(page.total).toBe(4);
    seen.push(...names(page));
    cursor = page.next === null ? '' : `&cursor=${page.next}`;
  } while (cursor !== '' && seen.length < 10);

  expect(seen).toHaveLength(4);
  expect(new Set(seen).size).toBe(4);
  expect(seen.at(-1)).toBe('In Holwierde');
});

test('what has no place is nowhere, however large the view', async () => {
  expect((await list('bbox=-180,-90,180,90')).total).toBe(4);
  expect((await list('near=0,90&radius=200000')).total).toBe(0);
  expect((await list('')).total).toBe(5);
});

test('the whole list near a point goes out nearest first as CSV too', async () => {
  const text = await (await app.request('/v1/communities/groningen/initiatives?near=6.872,53.358&radius=100000&format=csv')).text();

  expect(text.split('\r\n')[1]).toContain('In Holwierde');
});

test.each([
  ['sort=distance', {parameter: 'near', code: 'required'}],
  ['near=6.5', {parameter: 'near', code: expect.any(String)}],
  ['near=6.5,91', {parameter: 'near', code: 'range'}],
  ['near=6.5,53&radius=200001', {parameter: 'radius', code: 'range'}],
  ['bbox=7,53,6,54', {parameter: 'bbox', code: 'range'}],
  ['near=6.5,53&cursor=WyJuYW1lIiwieCIsIjAxOWE1YzFlLTdiNGEtN2MzZS05ZjAwLTNmMmExYjRjNWQ2ZSJd', {parameter: 'cursor', code: 'format'}],
])('%s is told what is wrong with it', async (query, fault) => {
  const answer = await app.request(`/v1/communities/groningen/initiatives?${query}`);

  expect(answer.status).toBe(400);
  expect(((await answer.json()) as {errors: unknown[]}).errors).toContainEqual(expect.objectContaining(fault));
});
