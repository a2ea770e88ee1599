import * as z from 'zod/mini';
import {expect, test} from 'vitest';
import {initiativeQuerySchema} from './initiatives.ts';
import {readQuery} from './read-query.ts';

const read = (query: string) => readQuery(initiativeQuerySchema, new URLSearchParams(query));

test('kinds can be asked for with commas or by naming them twice', () => {
  expect(read('kind=shop,playground')).toEqual({data: {kind: ['shop', 'playground']}});
  expect(read('kind=shop&kind=playground')).toEqual({data: {kind: ['shop', 'playground']}});
});

test('a number is read as a number', () => {
  expect(read('limit=7&q=koffie')).toEqual({data: {limit: 7, q: 'koffie'}});
});

test('search words that are digits stay words', () => {
  expect(read('q=2025')).toEqual({data: {q: '2025'}});
});

test('a box of four numbers is read with commas', () => {
  const schema = z.strictObject({bbox: z.optional(z.tuple([z.number(), z.number(), z.number(), z.number()]))});

  expect(readQuery(schema, new URLSearchParams('bbox=4.1,-52,5,53.5'))).toEqual({data: {bbox: [4.1, -52, 5, 53.5]}});
  expect(readQuery(schema, new URLSearchParams('bbox=4.1,oost,5,53.5'))).toEqual({
    faults: [{parameter: 'bbox', code: 'format'}],
    sound: {},
  });
});

test.each(['', 'ten', '1e2', '0x10', ' 5', '5.5'])('a limit of “%s” is no number of things', (limit) => {
  expect(readQuery(initiativeQuerySchema, new URLSearchParams({limit}))).toEqual({
    faults: [{parameter: 'limit', code: 'format'}],
    sound: {},
  });
});

test('all that is wrong is told at once', () => {
  expect(read('limit=0&limt=5&kind=shop,castle&theme=Eten!&sort=name&sort=date')).toMatchObject({
    faults: expect.arrayContaining([
      {parameter: 'limit', code: 'range'},
      {parameter: 'limt', code: 'unknown'},
      {parameter: 'kind', code: 'not-allowed'},
      {parameter: 'theme', code: 'format'},
      {parameter: 'sort', code: 'format'},
    ]),
  });
});

test('what is right beside a fault is told too', () => {
  expect(read('limit=0&kind=shop&open=now&limt=5')).toMatchObject({sound: {kind: ['shop'], open: 'now'}});
  expect(read('limit=0&kind=shop&open=now&limt=5')).not.toHaveProperty('sound.limit');
  expect(read('limit=0&kind=shop&open=now&limt=5')).not.toHaveProperty('sound.limt');
});

test('a repeated key that takes one value is wrong in one way, whatever its values', () => {
  expect(read('limit=0&limit=x')).toEqual({faults: [{parameter: 'limit', code: 'format'}], sound: {}});
});

test('a key that JavaScript itself knows is unknown here too', () => {
  expect(read('constructor=1&__proto__=2')).toMatchObject({
    faults: expect.arrayContaining([
      {parameter: 'constructor', code: 'unknown'},
      {parameter: '__proto__', code: 'unknown'},
    ]),
  });
});
