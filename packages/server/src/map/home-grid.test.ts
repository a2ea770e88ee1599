import fc from 'fast-check';
import {expect, test} from 'vitest';
import {homeGridPoint} from './home-grid.ts';

test('a home and its neighbours have one point, and that point is its own', () => {
  fc.assert(
    fc.property(fc.double({min: 3.2, max: 7.3, noNaN: true}), fc.double({min: 50.7, max: 53.7, noNaN: true}), (longitude, latitude) => {
      const point = homeGridPoint([longitude, latitude]);
      expect(homeGridPoint(point)).toEqual(point);
      expect(Math.abs(point[0] - longitude) * 68).toBeLessThan(0.26);
      expect(Math.abs(point[1] - latitude) * 111.3).toBeLessThan(0.26);
    }),
  );
});
