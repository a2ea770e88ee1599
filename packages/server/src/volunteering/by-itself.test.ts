import ICAL from 'ical.js';
import {afterAll, beforeEach, expect, test} from 'vitest';
import {sql} from 'kysely';
import {createTestApp} from '../testing/test-app.ts';
import {aShift, at, during, hour, noon, visitor} from './testing/a-shift.ts';
import {changeShift} from './shifts/change-shift.ts';
import {getReport} from './report/get-report.ts';
import {confirmEmail} from './signups/confirm-email.ts';
import {signUp} from './signups/sign-up.ts';

const app = await createTestApp();
afterAll(() => app.close());
beforeEach(() => void app.mails.splice(0));

const day = 24 * hour;

async function sweepAt(now: Date): Promise<void> {
  app.setNow(now);
  await Promise.all([app.sweep(), app.sweep()]);
  // What the one wrote while the other sent.
  await app.sweep();
}

function subjectsTo(address: string): string[] {
  return app.mails.filter(({to}) => to === address).map(({subject}) => subject);
}

test('a reminder goes out once, a day ahead, also with two servers; a shift that moves gets another', async () => {
  const {scope, shift} = await aShift(app, {places: 2});
  const {id} = await signUp(scope, visitor(1, shift.id));
  await during(scope, (trx) => confirmEmail(trx, id));

  await sweepAt(new Date(shift.starts_at.getTime() - 2 * day));
  expect(subjectsTo('bezoeker-1@example.nl').filter((subject) => subject.startsWith('Tot snel'))).toEqual([]);
  for (const hours of [23, 22, 3]) await sweepAt(new Date(shift.starts_at.getTime() - hours * hour));
  expect(subjectsTo('bezoeker-1@example.nl').filter((subject) => subject.startsWith('Tot snel'))).toHaveLength(1);

  const moved = {
    start: new Date(shift.starts_at.getTime() + 3 * day).toISOString(),
    end: new Date(shift.ends_at.getTime() + 3 * day).toISOString(),
  };
  const before = new Date(shift.starts_at.getTime() - 2 * hour);
  await changeShift({...at(scope, before), caller: {kind: 'command'}}, shift.id, moved, '*');
  await sweepAt(new Date(shift.starts_at.getTime() + 3 * day - 20 * hour));

  expect(subjectsTo('bezoeker-1@example.nl').filter((subject) => subject.startsWith('Andere tijd'))).toHaveLength(1);
  expect(subjectsTo('bezoeker-1@example.nl').filter((subject) => subject.startsWith('Tot snel'))).toHaveLength(2);
});

test('what goes into an agenda is one event for ever: a change has a higher number, a cancellation takes it out', async () => {
  const {scope, shift} = await aShift(app, {places: 2});
  const {id} = await signUp(scope, visitor(7, shift.id));
  await during(scope, (trx) => confirmEmail(trx, id));
  const staff = {...scope, caller: {kind: 'command'} as const};
  await changeShift(staff, shift.id, {start: new Date(shift.starts_at.getTime() + hour).toISOString()}, '*');
  await changeShift(staff, shift.id, {isCancelled: true}, '*');
  await sweepAt(noon);

  const calendars = app.mails
    .filter(({to}) => to === 'bezoeker-7@example.nl')
    .flatMap(({attachments}) => attachments.map(({content}) => new ICAL.Component(ICAL.parse(content) as never)));
  const told = calendars.map((calendar) => ({
    method: calendar.getFirstPropertyValue('method'),
    event: new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined),
  }));
  const inOrder = told.toSorted((one, other) => one.event.sequence - other.event.sequence);
  const events = inOrder.map(({event}) => event);

  expect(inOrder.map(({method}) => method)).toEqual(['PUBLISH', 'PUBLISH', 'CANCEL']);
  expect(new Set(events.map(({uid}) => uid)).size).toBe(1);
  expect(events.map(({sequence}) => sequence)).toEqual([0, 1, 2]);
  expect(events.map(({startDate}) => startDate.zone.tzid)).toEqual(Array.from({length: 3}, () => 'Europe/Amsterdam'));
  expect(events[0]?.startDate.toJSDate()).toEqual(shift.starts_at);
});

test('after three working days the organiser hears it again, after seven days the desk does, and nobody is left without', async () => {
  const {scope, shift} = await aShift(app, {places: 5, approval: 'review', contact: {email: 'organisator@example.nl'}, kind: 'buddy'});
  await sql`update communities set contact = '{"email": "loket@example.nl", "phone": "14 0111"}' where community_id = ${scope.community.id}`.execute(
    app.database.owner,
  );
  const {id} = await signUp(scope, visitor(3, shift.id));
  await during(scope, (trx) => confirmEmail(trx, id));

  // Noon is a Monday: three working days later is Thursday.
  for (let days = 1; days <= 2; days += 1) await sweepAt(new Date(noon.getTime() + days * day));
  expect(subjectsTo('organisator@example.nl').filter((subject) => subject.startsWith('Wacht op antwoord'))).toEqual([]);
  await sweepAt(new Date(noon.getTime() + 3 * day + hour));
  expect(subjectsTo('organisator@example.nl').filter((subject) => subject.startsWith('Wacht op antwoord'))).toHaveLength(1);
  for (let days = 4; days <= 9; days += 1) {
    await sweepAt(new Date(noon.getTime() + days * day));
    expect((await getReport(at(scope, new Date(noon.getTime() + days * day)))).unansweredAfterSevenDays).toBe(0);
  }

  expect(subjectsTo('loket@example.nl')).toEqual(['Zeven dagen zonder antwoord: Koffie schenken']);
  const told = app.mails.filter(({to, subject}) => to === 'bezoeker-3@example.nl' && subject.startsWith('Nog geen antwoord'));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('organisator@example.nl');
});

test('addresses that nobody confirmed are gone after a day, finished sign-ups after the term, and the counts stay', async () => {
  const {scope, shift} = await aShift(app, {places: 5});
  const canary = {name: 'Kanarie Vogel', phone: '06 1234 5678'};
  await signUp(scope, visitor(11, shift.id, canary));
  const {id} = await signUp(scope, visitor(12, shift.id, canary));
  await during(scope, (trx) => confirmEmail(trx, id));

  await sweepAt(new Date(noon.getTime() + 25 * hour));
  expect(await whereTold('bezoeker-11@example.nl')).toEqual([]);
  expect(await whereTold('bezoeker-12@example.nl')).toContain('volunteers');
  await sweepAt(new Date(shift.ends_at.getTime() + day));
  await sweepAt(new Date(shift.ends_at.getTime() + 800 * day));

  expect(await whereTold('bezoeker-12@example.nl')).toEqual([]);
  expect(await whereTold('Kanarie')).toEqual([]);
  expect(app.logged.join('\n')).not.toMatch(/Kanarie|bezoeker-1/);
  const {rows} = await sql<{count: string}>`select count(*) from signups where shift_id = ${shift.id}`.execute(app.database.owner);
  expect(rows[0]?.count).toBe('2');
});

/** Every table that holds this text anywhere. */
async function whereTold(text: string): Promise<string[]> {
  const {rows: tables} = await sql<{name: string}>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    app.database.owner,
  );
  const holding: string[] = [];
  for (const {name} of tables) {
    const {rows} = await sql<{
      found: boolean;
    }>`select exists (select from ${sql.table(name)} t where t::text like ${`%${text}%`}) as found`.execute(app.database.owner);
    if (rows[0]?.found) holding.push(name);
  }
  return holding;
}

test('who was there is done when it is over, and who wasn’t did not come', async () => {
  const {scope, shift} = await aShift(app, {places: 2});
  const ids: string[] = [];
  for (const number of [21, 22]) {
    const {id} = await signUp(scope, visitor(number, shift.id));
    await during(scope, (trx) => confirmEmail(trx, id));
    ids.push(id);
  }
  await sql`update signups set state = 'checked-in', checked_in_at = now() where id = ${ids[0]}`.execute(app.database.owner);

  await sweepAt(new Date(shift.ends_at.getTime() + 13 * hour));

  const rows = await app.database.owner.selectFrom('signups').select(['id', 'state']).where('id', 'in', ids).execute();
  expect(Object.fromEntries(rows.map(({id, state}) => [id, state]))).toEqual({[ids[0]!]: 'done', [ids[1]!]: 'no-show'});
});
