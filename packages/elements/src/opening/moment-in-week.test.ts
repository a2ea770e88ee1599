import {expect} from '@open-wc/testing';
import {nextMoment, weekMomentOf} from './moment-in-week.ts';

const amsterdam = 'Europe/Amsterdam';

describe('the next time that it is a day of the week and a time', () => {
  const sunday = Date.parse('2026-11-22T09:00:00Z');
  const cases: [string, weekday: number, time: string, now: number, moment: string][] = [
    ['is this week when it is still to come', 1, '14:00', sunday, '2026-11-24T13:00:00Z'],
    ['is today when it is still to come', 6, '10:30', sunday, '2026-11-22T09:30:00Z'],
    ['is in a week when it was this morning', 6, '09:30', sunday, '2026-11-29T08:30:00Z'],
    ['is told by the clock after it was put back', 6, '14:00', Date.parse('2026-10-23T09:00:00Z'), '2026-10-25T13:00:00Z'],
    ['is told by the clock after it was put forward', 6, '14:00', Date.parse('2026-03-27T09:00:00Z'), '2026-03-29T12:00:00Z'],
    ['is of the day that it is there, shortly after midnight', 0, '06:00', Date.parse('2026-11-22T23:30:00Z'), '2026-11-23T05:00:00Z'],
  ];
  for (const [what, weekday, time, now, moment] of cases)
    it(what, () => {
      expect(nextMoment({weekday, time}, amsterdam, now)).to.equal(moment);
      expect(weekMomentOf(moment, amsterdam)).to.deep.equal({weekday, time});
    });
});
