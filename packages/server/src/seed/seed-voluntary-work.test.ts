import {opportunityKinds, valuesOf} from '@buurtkit/contract';
import {Temporal} from 'temporal-polyfill';
import {expect, test} from 'vitest';
import {findCommunity} from '../communities/store.ts';
import type {Scope} from '../scope.ts';
import {testDatabase, type TestDatabase} from '../testing/test-database.ts';
import {listOpportunities} from '../volunteering/opportunities/list-opportunities.ts';
import {listShifts} from '../volunteering/shifts/list-shifts.ts';
import {seedDemo} from './seed-demo.ts';

async function scopeOf({database}: TestDatabase, slug: string, now: Date): Promise<Scope> {
  const community = await findCommunity(database, slug);
  if (!community) throw new Error(`There is no community ${slug}.`);
  return {database, community, caller: {kind: 'anonymous'}, language: 'nl', now, publicUrl: ''};
}

test('the sample has work of every kind, the region some of four members, and all of it says that it is a sample', async () => {
  const now = new Date('2026-11-22T09:00:00Z');
  const fresh = await testDatabase();
  await seedDemo(fresh.database, now);

  const {data} = await listOpportunities(await scopeOf(fresh, 'voorbeeldbuurt', now), {limit: 100});
  const region = await listOpportunities(await scopeOf(fresh, 'buurtkracht', now), {limit: 100});

  expect(data.length).toBeGreaterThanOrEqual(8);
  expect(new Set(data.map(({kind}) => kind))).toEqual(new Set(valuesOf(opportunityKinds)));
  expect(new Set(data.map(({vog}) => vog))).toEqual(new Set(['none', 'preferred', 'required']));
  expect(data.some(({questions}) => questions.length > 0) && data.some(({minors}) => minors === 'guardian')).toBe(true);
  expect(data.filter(({nextShift}) => nextShift?.waitlist.enabled).length).toBeGreaterThan(3);
  expect(new Set(region.data.map(({community}) => community))).toEqual(new Set(['eemsdelta', 'groningen', 'amersfoort', 'boxtel']));
  expect([...data, ...region.data].every(({isSample}) => isSample)).toBe(true);

  await seedDemo(fresh.database, new Date(now.getTime() + 3 * 86_400_000));
  expect((await listShifts(await scopeOf(fresh, 'voorbeeldbuurt', now), {})).total).toBe(
    data.reduce((sum, one) => sum + one.shiftCount, 0),
  );
  expect((await listOpportunities(await scopeOf(fresh, 'voorbeeldbuurt', now), {})).total).toBe(data.length);
});

test('shifts come in the weeks after the day of seeding, and begin at two o’clock before and after the clock goes forward', async () => {
  const now = new Date('2027-03-23T15:00:00Z');
  const fresh = await testDatabase();
  await seedDemo(fresh.database, now);
  const scope = await scopeOf(fresh, 'voorbeeldbuurt', now);

  const {data} = await listOpportunities(scope, {q: 'toonbank'});
  const shifts = await listShifts(scope, {opportunity: data[0]!.id});

  const local = shifts.data.map(({start}) => Temporal.Instant.from(start).toZonedDateTimeISO('Europe/Amsterdam'));
  expect(local.filter(({dayOfWeek}) => dayOfWeek === 2).map((start) => start.toPlainDateTime().toString())).toEqual([
    '2027-03-30T14:00:00',
    '2027-04-06T14:00:00',
    '2027-04-13T14:00:00',
    '2027-04-20T14:00:00',
  ]);
  expect(local.filter(({dayOfWeek}) => dayOfWeek === 6).map((start) => start.toPlainDateTime().toString())).toEqual([
    '2027-03-27T09:00:00',
    '2027-04-03T09:00:00',
    '2027-04-10T09:00:00',
  ]);
});
