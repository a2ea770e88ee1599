import {expect} from '@open-wc/testing';
import {barsOf} from './bars.ts';

describe('bars', () => {
  it('stand next to each other and fill the height', () => {
    const {bars, zero} = barsOf([60, 120], 100);

    expect(zero).to.equal(100);
    expect(bars.map(({y, height}) => [y, height])).to.deep.equal([
      [50, 50],
      [0, 100],
    ]);
    expect(bars[0]!.x + bars[0]!.width).to.be.lessThan(bars[1]!.x);
  });

  it('go down from the same line when there is less than nothing', () => {
    const {bars, zero} = barsOf([60, -60], 100);

    expect(zero).to.equal(50);
    expect(bars.map(({y, height}) => [y, height])).to.deep.equal([
      [0, 50],
      [50, 50],
    ]);
  });

  it('show a little that is dwarfed by a lot, and nothing for nothing', () => {
    const {bars} = barsOf([1, 100_000, 0], 100);

    expect(bars[0]!.height).to.equal(1);
    expect(bars[2]!.height).to.equal(0);
    expect(barsOf([0, 0], 100).zero).to.equal(100);
  });
});
