import {expect} from '@open-wc/testing';
import {monthsSince} from './months.ts';

const amsterdam = 'Europe/Amsterdam';

describe('the months of a statement', () => {
  it('go back to the one in which the account was opened, over the turn of the year', () => {
    expect(monthsSince('2025-11-15T09:00:00Z', amsterdam, new Date('2026-02-01T09:00:00Z'))).to.deep.equal([
      '2026-02',
      '2026-01',
      '2025-12',
      '2025-11',
    ]);
  });

  it('begin where the community is: there it is the next month a little sooner', () => {
    expect(monthsSince('2026-10-31T23:30:00Z', amsterdam, new Date('2026-11-30T23:30:00Z'))).to.deep.equal(['2026-12', '2026-11']);
  });
});
