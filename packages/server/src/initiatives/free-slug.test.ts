import {afterAll, expect, test} from 'vitest';
import {aCommunity, aScope, createTestApp} from '../testing/test-app.ts';
import {createInitiative} from './create-initiative.ts';

const app = await createTestApp();
afterAll(() => app.close());
const scope = aScope(app, await aCommunity(app, {slug: 'zierikzee'}));

const add = async (name: string) => (await createInitiative(scope, {name, kind: 'other', summary: {nl: 'Samen.'}})).slug;

test('initiatives of one name get a number, also when many are added at once', async () => {
  const slugs = await Promise.all(Array.from({length: 40}, () => add('Buurttuin')));

  expect(new Set(slugs)).toEqual(new Set(['buurttuin', ...Array.from({length: 39}, (_, index) => `buurttuin-${index + 2}`)]));
});

test('a long name gets an address that still is one, wherever its words end', async () => {
  for (const length of [72, 73, 74, 75, 76, 77, 80, 120]) {
    const name = `${'a'.repeat(length - 1)} ${'b'.repeat(120 - length)}`.slice(0, 120);
    const slugs = [await add(name), await add(name), await add(name)];

    expect(new Set(slugs).size).toBe(3);
    for (const slug of slugs) {
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug.length).toBeLessThanOrEqual(80);
    }
  }
});

test('a name without a letter that we can write gets an address too', async () => {
  expect([await add('🏡🏡'), await add('北京')]).toEqual(['initiatief', 'initiatief-2']);
});
