import {afterAll, beforeEach, expect, test} from 'vitest';
import {createTestApp, aKey, write} from '../../testing/test-app.ts';
import {aShift, during, hour, noon, visitor, type ShiftUnderTest} from '../testing/a-shift.ts';
import {confirmEmail} from '../signups/confirm-email.ts';
import {signUp} from '../signups/sign-up.ts';

const app = await createTestApp();
afterAll(() => app.close());
beforeEach(() => app.setNow(noon));

/** Somebody whose hours an organiser tells, with what the answer is. */
async function aHelper(one: ShiftUnderTest, isWithShift = true) {
  const {shiftId, ...person} = visitor(1, one.shift.id);
  if (!isWithShift) await app.database.owner.deleteFrom('shifts').where('id', '=', one.shift.id).execute();
  const {id} = await signUp(one.scope, isWithShift ? {...person, shiftId} : {...person, opportunityId: one.opportunityId});
  await during(one.scope, (trx) => confirmEmail(trx, id));
  const key = await aKey(app, one.scope.community, 'coordinator');
  const told = async (on: string, moment: Date, minutes = 60) => {
    app.setNow(moment);
    const answer = await app.request(`/v1/communities/${one.scope.community.slug}/hours`, write('POST', key, {signupId: id, minutes, on}));
    const {errors} = (await answer.json()) as {errors?: {pointer: string; code: string}[]};
    return errors ? [answer.status, ...errors.map(({pointer, code}) => `${pointer} ${code}`)].join(' ') : answer.status;
  };
  const seen = async (moment: Date, vogSeenOn: string) => {
    app.setNow(moment);
    const path = `/v1/communities/${one.scope.community.slug}/signups/${id}/vog`;
    return (await app.request(path, write('PUT', key, {seenOn: vogSeenOn, expiresOn: null}))).status;
  };
  return {told, seen};
}

const refused = '400 #/on range';

test('hours of a shift are of its own days, and not before it began', async () => {
  const one = await aShift(app, {shift: {start: '2026-12-03T19:00:00Z', end: '2026-12-04T02:00:00Z'}});
  const {told} = await aHelper(one);
  const evening = new Date('2026-12-03T20:00:00Z');
  const after = new Date('2026-12-20T11:00:00Z');

  for (const on of ['2026-11-22', '1990-01-01', '2026-12-03']) expect(await told(on, noon, 1440)).toBe(refused);
  expect([await told('2026-12-03', evening), await told('2026-12-04', evening)]).toEqual([201, refused]);
  for (const on of ['2026-12-02', '2026-12-05', '1990-01-01']) expect(await told(on, after)).toBe(refused);
  expect([await told('2026-12-03', after, 300), await told('2026-12-04', after, 180)]).toEqual([201, 201]);
});

test('a shift that ends at midnight has no hours on the day that begins then', async () => {
  const one = await aShift(app, {shift: {start: '2026-12-03T19:00:00Z', end: '2026-12-03T23:00:00Z'}});
  const {told} = await aHelper(one);

  expect(await told('2026-12-04', new Date('2026-12-04T11:00:00Z'))).toBe(refused);
});

test('hours of work without shifts are of the last month, from the day on which it was agreed', async () => {
  const {told} = await aHelper(await aShift(app), false);
  const later = new Date(noon.getTime() + 40 * 24 * hour);

  expect([await told('2026-11-22', noon), await told('2026-11-23', noon), await told('2026-11-24', noon)]).toEqual([refused, 201, refused]);
  expect([await told('2026-12-02', later), await told('2026-12-03', later)]).toEqual([refused, 201]);
});

test('today is the day that it is in the community, also half an hour after midnight', async () => {
  const halfPastMidnight = new Date('2026-11-23T23:30:00Z');
  const one = await aShift(app);
  const {told, seen} = await aHelper(one, false);

  expect(await told('2026-11-24', halfPastMidnight)).toBe(201);
  expect([await seen(halfPastMidnight, '2026-11-24'), await seen(halfPastMidnight, '2026-11-25')]).toEqual([200, 400]);
});
