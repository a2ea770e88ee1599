import {readFile} from 'node:fs/promises';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import * as z from 'zod';
import {changeInitiative} from '../initiatives/change-initiative.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {listInitiatives} from '../initiatives/list-initiatives.ts';
import {findCommunity} from '../communities/store.ts';
import type {Scope} from '../scope.ts';
import {seedDemo} from '../seed/seed-demo.ts';
import {aCommunityScope, importFile, testNow} from '../testing/data-in-and-out.ts';
import {createTestDatabase, type TestDatabase} from '../testing/test-database.ts';

const queriesSchema = z.array(z.object({about: z.string(), community: z.string(), q: z.string(), finds: z.array(z.string())}));
const file = new URL('../../data/search-queries.json', import.meta.url);
const queries = queriesSchema.parse(JSON.parse(await readFile(file, 'utf8')));

let opened: TestDatabase;
beforeAll(async () => {
  opened = await createTestDatabase();
  await seedDemo(opened.database, testNow);
});
afterAll(() => opened.close());

async function scopeOf(slug: string): Promise<Scope> {
  const community = await findCommunity(opened.database, slug);
  if (!community) throw new Error(`There is no community ${slug}.`);
  return {database: opened.database, community, caller: {kind: 'command'}, language: 'nl', now: testNow, publicUrl: ''};
}

async function foundIn(scope: Scope, q: string): Promise<string[]> {
  const {data} = await listInitiatives(scope, {q, limit: 100});
  return data.map((initiative) => initiative.slug);
}

const found = async (community: string, q: string) => foundIn(await scopeOf(community), q);

describe('the table of what neighbours type', () => {
  // What is "unseen" was written down when the rest was found, to see what the search does with what it wasn't made for; what it
  // misses stays in the table.
  const tried = queries.filter((query) => query.about !== 'unseen');

  test.each(tried)('“$q” in $community finds what is meant, and in the first three nothing else', async ({community, q, finds}) => {
    const slugs = await found(community, q);

    expect(slugs.slice(0, 3).filter((slug) => !finds.includes(slug))).toEqual([]);
    expect(slugs.slice(0, 3)).toHaveLength(Math.min(3, finds.length));
  });

  test('over the whole table hardly anything is missed, and hardly anything is found that was not meant', async () => {
    const figures = await Promise.all(
      queries.map(async ({about, community, q, finds}) => {
        const slugs = await found(community, q);
        return {about, meant: finds.length, found: slugs.length, right: slugs.filter((slug) => finds.includes(slug)).length};
      }),
    );
    const sumOf = (rows: typeof figures) => {
      const total = (key: 'meant' | 'found' | 'right') => rows.reduce((sum, row) => sum + row[key], 0);
      return {queries: rows.length, precision: total('right') / total('found'), recall: total('right') / total('meant')};
    };

    const all = sumOf(figures);
    const unseen = sumOf(figures.filter((row) => row.about === 'unseen'));

    const line = (name: string, {queries: count, precision, recall}: typeof all) =>
      `search, ${name}: ${count} queries, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`;
    process.stdout.write(line('all', all) + line('unseen', unseen));
    expect(all.precision).toBeGreaterThan(0.97);
    expect(all.recall).toBeGreaterThan(0.97);
    expect(unseen.precision).toBeGreaterThan(0.95);
    expect(unseen.recall).toBeGreaterThan(0.9);
  });
});

const letter = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz'));
const accents: Record<string, string> = {a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'û', c: 'ç', n: 'ñ'};

function lettersOf(name: string): number[] {
  return Array.from(name).flatMap((sign, index) => (/\p{L}/u.test(sign) ? [index] : []));
}

/** The name as somebody types it with one slip, in capitals or with accents that aren't there. */
function asTyped(name: string) {
  const signs = Array.from(name);
  const slip = fc
    .tuple(fc.constantFrom(...lettersOf(name)), letter, fc.constantFrom('left-out', 'too-many', 'other', 'swapped'))
    .map(([at, put, how]) => {
      const next = signs[at + 1] ?? '';
      if (how === 'swapped') return /\p{L}/u.test(next) ? signs.toSpliced(at, 2, next, signs[at] ?? '') : signs;
      return signs.toSpliced(at, how === 'too-many' ? 0 : 1, ...(how === 'left-out' ? [] : [put]));
    });
  const accented = signs.map((sign) => accents[sign] ?? sign);
  return fc.oneof(
    slip.map((typed) => typed.join('')),
    fc.constant(accented.join('')),
    fc.constant(name.toUpperCase()),
    fc.constant(name.toLowerCase()),
  );
}

test('a name with a slip, an accent too many or in capitals is still found among the first', async () => {
  for (const community of ['buurtkracht', 'voorbeeldbuurt']) {
    const scope = await scopeOf(community);
    const {data} = await listInitiatives(scope, {limit: 100});
    const named = fc.constantFrom(...data).chain(({slug, name}) => asTyped(name).map((typed) => ({slug, typed})));

    await fc.assert(
      fc.asyncProperty(named, async ({slug, typed}) => {
        expect((await foundIn(scope, typed)).slice(0, 3)).toContain(slug);
      }),
      {numRuns: 150},
    );
  }
});

test('whatever somebody types there is an answer', async () => {
  const scope = await scopeOf('voorbeeldbuurt');
  const odd = fc.string({
    unit: fc.constantFrom(...Array.from('%_\\\'"&|!():*<>=-. 🙂é\0\n'), 'a', 'buurt', 'kind=shop', '\ud800'),
    maxLength: 100,
  });
  const any = fc.string({unit: 'binary', maxLength: 100});
  const words = fc.string({unit: fc.constantFrom(...Array.from('abdehijnoprstuwz  ')), minLength: 60, maxLength: 100});

  await fc.assert(
    fc.asyncProperty(fc.oneof(odd, any, words), async (q) => {
      expect(await foundIn(scope, q)).toEqual(expect.any(Array));
    }),
    {numRuns: 300},
  );
});

test('signs that mean something to a database are letters like any other, or nothing', async () => {
  expect(await found('voorbeeldbuurt', '%')).toEqual([]);
  expect(await found('voorbeeldbuurt', "'; drop table")).toEqual([]);
  expect(await found('voorbeeldbuurt', 'kind=shop')).toEqual([]);
  expect(await found('voorbeeldbuurt', 'de')).toHaveLength(12);
});

test('what is added, changed or imported is found at once, by its own new words', async () => {
  const scope = await aCommunityScope(opened, 'zoekdorp', {areas: [{code: 'het-eiland', year: null, name: 'Grutterseiland'}]});

  const {slug} = await createInitiative(scope, {name: 'Klompenmakerij', kind: 'other', summary: {nl: 'Samen klompen maken.'}});
  expect(await foundIn(scope, 'klompenmakrij')).toEqual([slug]);

  await changeInitiative(
    scope,
    slug,
    {
      name: 'Zadelmakerij',
      summary: {nl: 'Samen zadels maken.'},
      place: {city: 'Oord', areaCode: 'het-eiland', areaYear: null, precision: 'village'},
    },
    '*',
  );
  expect(await foundIn(scope, 'klompen')).toEqual([]);
  expect(await foundIn(scope, 'zadelmakrij')).toEqual([slug]);
  expect(await foundIn(scope, 'grutterseil')).toEqual([slug]);

  await importFile(scope, 'name,kind,summary_nl\nImkerij,other,Bijen houden aan de dijk\n');
  expect(await foundIn(scope, 'bijen')).toEqual(['imkerij']);
  expect(await foundIn(scope, 'imkerjj')).toEqual(['imkerij']);
});

test('a slip is mended with the words of the community that is asked, not with another’s', async () => {
  const one = await aCommunityScope(opened, 'eerste');
  const other = await aCommunityScope(opened, 'tweede');
  await createInitiative(one, {name: 'Hoefsmederij', kind: 'other', summary: {nl: 'Paarden.'}});

  expect(await foundIn(one, 'hoefsmedreij')).toEqual(['hoefsmederij']);
  expect(await foundIn(other, 'hoefsmederij')).toEqual([]);
});
