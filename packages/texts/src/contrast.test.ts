import {expect, test} from 'vitest';
import {contrast} from './contrast.ts';

test('black on white is the most there is, a colour on itself cannot be read, and the order does not matter', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#0a5156', '#0a5156')).toBe(1);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#ffffff', '#767676')).toBe(contrast('#767676', '#ffffff'));
});
