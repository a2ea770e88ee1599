import ICAL from 'ical.js';
import {afterAll, expect, test} from 'vitest';
import {createLink} from '../../links/create-link.ts';
import {changeCommunity} from '../../communities/change-community.ts';
import {createTestApp} from '../../testing/test-app.ts';
import {createShift} from '../shifts/create-shift.ts';
import {aShift, during, noon, visitor, type ShiftUnderTest} from '../testing/a-shift.ts';
import {calendarAddress} from './personal-calendar.ts';
import {confirmEmail} from './confirm-email.ts';
import {requireSignup} from './require-signup.ts';
import {managePurpose} from './signup-letter.ts';
import {signUp} from './sign-up.ts';

const app = await createTestApp();
afterAll(() => app.close());
app.setNow(noon);

type Own = {calendar: string; page: string};

/** Somebody who comes, with the address of their calendar and of their own page. */
async function aPerson({scope, shift}: ShiftUnderTest, number = 1): Promise<Own> {
  const {id} = await signUp(scope, visitor(number, shift.id));
  return during({...scope, caller: {kind: 'command'}}, async (trx) => {
    await confirmEmail(trx, id);
    const calendar = await calendarAddress(trx, (await requireSignup(trx, id)).volunteer.id);
    return {calendar: new URL(calendar).pathname, page: await createLink(trx, {purpose: managePurpose, subjectId: id, expiresAt: null})};
  });
}

const read = async ({calendar}: Own) => (await app.request(calendar)).text();

function eventIn(calendar: string) {
  const whole = new ICAL.Component(ICAL.parse(calendar) as never);
  const zone = whole.getFirstSubcomponent('vtimezone');
  // An agenda may know the zone under that name otherwise; here only what the file says of it counts.
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return whole.getFirstSubcomponent('vevent')!;
}

test('an event says when it was written in UTC, in which zone it is, and that the community sent it', async () => {
  const one = await aShift(app);
  await changeCommunity({...one.scope, caller: {kind: 'command'}}, {contact: {email: 'loket@example.nl'}}, null);

  const text = await read(await aPerson(one));

  expect(text).toMatch(/^DTSTAMP:20261123T110000Z\r$/m);
  expect(text).toMatch(/^DTSTART;TZID=Europe\/Amsterdam:20261203T120000\r$/m);
  expect(text).toMatch(/^BEGIN:VTIMEZONE\r\nTZID:Europe\/Amsterdam\r$/m);
  expect(text).toMatch(/^METHOD:PUBLISH\r$/m);
  const organizer = eventIn(text).getFirstProperty('organizer');
  expect([organizer?.getFirstValue(), organizer?.getParameter('cn')]).toEqual(['mailto:loket@example.nl', one.scope.community.name]);
});

test('a community without an address of its own still stands as who sent it, and no person does', async () => {
  const one = await aShift(app, {contact: {email: 'anna@example.nl'}});

  expect(eventIn(await read(await aPerson(one))).getFirstPropertyValue('organizer')).toBe('mailto:no-reply@localhost');
});

test.each([
  ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'],
  ['2027-10-31T01:30:00.000Z', '2027-10-31T02:30:00.000Z'],
  ['2027-10-30T22:00:00.000Z', '2027-10-31T00:15:00.000Z'],
  ['2027-10-30T22:00:00.000Z', '2027-10-31T05:00:00.000Z'],
  ['2027-03-28T00:30:00.000Z', '2027-03-28T01:30:00.000Z'],
])('an agenda has a shift from %s until %s at that very time, also in the night that the clock changes', async (start, end) => {
  const one = await aShift(app, {shift: {start, end}});

  const event = new ICAL.Event(eventIn(await read(await aPerson(one))));

  expect([event.startDate, event.endDate].map((each) => each.toJSDate().toISOString())).toEqual([start, end]);
});

test('whoever only looks waits for nobody: two people on the same shifts, while those are being changed', {timeout: 60_000}, async () => {
  const one = await aShift(app, {places: 9});
  const shifts = [one];
  for (let number = 2; number <= 6; number += 1) shifts.push({...one, shift: await anotherShift(one, number)});
  for (const each of shifts.slice(1)) await aPerson(each, 1);
  for (const each of shifts.slice(0, -1).toReversed()) await aPerson(each, 2);
  const people = [await aPerson(one, 1), await aPerson(shifts.at(-1)!, 2)];
  const addresses = people.flatMap(({calendar, page}) => [calendar, page]);

  const statuses = await app.database.owner.transaction().execute(async (other) => {
    for (const table of ['shifts', 'signups', 'volunteers'] as const)
      await other.selectFrom(table).select('id').where('community_id', '=', one.scope.community.id).forUpdate().execute();
    const asked = Array.from({length: 40}, (_, number) => app.request(addresses[number % addresses.length]!));
    return (await Promise.all(asked)).map(({status}) => status);
  });

  expect(new Set(statuses)).toEqual(new Set([200]));
  expect((await read(people[0]!)).match(/^BEGIN:VEVENT/gm)).toHaveLength(6);
});

async function anotherShift({scope, opportunityId, shift}: ShiftUnderTest, days: number) {
  const later = (moment: Date) => new Date(moment.getTime() + days * 86_400_000).toISOString();
  return createShift(
    {...scope, caller: {kind: 'command'}},
    {opportunityId, start: later(shift.starts_at), end: later(shift.ends_at), roles: shift.roles},
  );
}
