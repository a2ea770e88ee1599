import {afterAll, expect, test} from 'vitest';
import {aCommunity, aScope, createTestApp, publicUrl} from '../../testing/test-app.ts';
import {aShift, at, during, hour, visitor, type ShiftUnderTest} from '../testing/a-shift.ts';
import {approveHours, refuseHours} from '../hours/decide-hours.ts';
import {submitHours} from '../hours/submit-hours.ts';
import {getReport} from '../report/get-report.ts';
import {cancelSignup} from '../signups/cancel-signup.ts';
import {approveSignup} from '../signups/review-signup.ts';
import {printableSlips} from './printable-slips.ts';
import {confirmEmail} from '../signups/confirm-email.ts';
import {requireSignup} from '../signups/require-signup.ts';
import {calendarAddress} from '../signups/personal-calendar.ts';
import {signUp} from '../signups/sign-up.ts';
import type {Scope} from '../../scope.ts';
import {checkIn} from './check-in.ts';
import {getRoster} from './get-roster.ts';
import {printableRoster} from './printable-roster.ts';
import {recordVog} from './record-vog.ts';
import {reorderWaitlist} from './reorder-waitlist.ts';

const app = await createTestApp();
afterAll(() => app.close());

function as(scope: Scope, id: string): Scope {
  return {...scope, caller: {kind: 'key', id, role: 'coordinator', target: null}};
}

const [sanne, omar] = ['019a5c1e-7b4a-7c3e-9f00-000000000001', '019a5c1e-7b4a-7c3e-9f00-000000000002'];

async function aConfirmed({scope, shift}: ShiftUnderTest, number: number): Promise<string> {
  const {id} = await signUp(scope, visitor(number, shift.id));
  await during(scope, (trx) => confirmEmail(trx, id));
  return id;
}

test('the roster names who comes and who waits, in order, and nobody of another community', async () => {
  const mine = await aShift(app, {places: 1, waiting: 3});
  const coming = await aConfirmed(mine, 1);
  const waiting = [(await signUp(mine.scope, visitor(2, mine.shift.id))).id, (await signUp(mine.scope, visitor(3, mine.shift.id))).id];

  const roster = await getRoster(as(mine.scope, sanne), mine.shift.id);

  expect(roster.places.map(({id, name}) => [id, name])).toEqual([[coming, 'Bezoeker 1']]);
  expect(roster.waiting.map(({id, position}) => [id, position])).toEqual([
    [waiting[0], 1],
    [waiting[1], 2],
  ]);
  const elsewhere = aScope(app, await aCommunity(app, {slug: 'elders'}));
  await expect(getRoster(elsewhere, mine.shift.id)).rejects.toMatchObject({code: 'shift.not-found'});
});

test('a coordinator may put those who wait in another order, all of them, and it stays on record', async () => {
  const {scope, shift} = await aShift(app, {places: 1, waiting: 3});
  for (const number of [1, 2, 3]) await signUp(scope, visitor(number, shift.id));
  const before = (await getRoster(as(scope, sanne), shift.id)).waiting.map(({id}) => id);

  await expect(reorderWaitlist(as(scope, sanne), shift.id, before.slice(1), 'Zij woont om de hoek.')).rejects.toMatchObject({
    code: 'request.invalid',
  });
  const after = await reorderWaitlist(as(scope, sanne), shift.id, before.toReversed(), 'Zij woont om de hoek.');

  expect(after.waiting.map(({id, position}) => [id, position])).toEqual(before.toReversed().map((id, index) => [id, index + 1]));
  const kept = await app.database.owner.selectFrom('waitlist_orders').select('reason').where('shift_id', '=', shift.id).execute();
  expect(kept).toEqual([{reason: 'Zij woont om de hoek.'}]);
});

test('who is there is checked in, by the desk or with the code, around the time of the shift; twice is once', async () => {
  const one = await aShift(app, {places: 2});
  const id = await aConfirmed(one, 1);
  const {checkInCode} = await getRoster(as(one.scope, sanne), one.shift.id);
  await expect(during(as(one.scope, sanne), (trx) => checkIn(trx, id, undefined))).rejects.toMatchObject({code: 'signup.not-in-state'});

  const then = at(as(one.scope, sanne), new Date(one.shift.starts_at.getTime() - hour / 2));
  const wrong = checkInCode === '0000' ? '1111' : '0000';
  await expect(during(then, (trx) => checkIn(trx, id, wrong))).rejects.toMatchObject({faults: [{pointer: '#/code', code: 'not-allowed'}]});
  const first = await during(then, (trx) => checkIn(trx, id, checkInCode));
  const second = await during(then, (trx) => checkIn(trx, id, undefined));

  expect(second.signup).toEqual(first.signup);
  expect(first.signup.state).toBe('checked-in');
});

test('hours are approved by someone else than who submitted them, once, and an event tells without naming anybody', async () => {
  const one = await aShift(app, {places: 2});
  const id = await aConfirmed(one, 1);
  const after = at(as(one.scope, sanne), new Date(one.shift.ends_at.getTime() + hour));
  const on = one.shift.starts_at.toISOString().slice(0, 10);
  const row = await during(after, async (trx) => submitHours(trx, await requireSignup(trx, id), {minutes: 120, on}));
  const again = await during(after, async (trx) => submitHours(trx, await requireSignup(trx, id), {minutes: 90, on}));
  expect([again.id, again.minutes]).toEqual([row.id, 90]);

  await expect(during(after, (trx) => approveHours(trx, row.id))).rejects.toMatchObject({code: 'hours.own-approval'});
  const approved = await during(as(after, omar), (trx) => approveHours(trx, row.id));
  await during(as(after, omar), (trx) => approveHours(trx, row.id));

  expect(approved.state).toBe('approved');
  await expect(during(as(after, omar), (trx) => refuseHours(trx, row.id, 'Toch niet.'))).rejects.toMatchObject({code: 'hours.decided'});
  await expect(during(after, async (trx) => submitHours(trx, await requireSignup(trx, id), {minutes: 60, on}))).rejects.toMatchObject({
    code: 'hours.decided',
  });
  const events = await app.database.owner.selectFrom('events').selectAll().where('subject_id', '=', row.id).execute();
  expect(events).toHaveLength(1);
  expect(JSON.stringify(events)).not.toMatch(/Bezoeker|example\.nl/);
  expect((await getReport(after)).minutesApprovedThisYear).toBe(90);
});

test('of a certificate only that it was seen is kept, and until when it counts', async () => {
  const one = await aShift(app);
  const id = await aConfirmed(one, 1);

  const known = await during(one.scope, (trx) => recordVog(trx, id, '2026-11-20', '2029-11-20'));

  expect([known.volunteer.vog_seen_on, known.volunteer.vog_expires_on]).toEqual(['2026-11-20', '2029-11-20']);
  await expect(during(one.scope, (trx) => recordVog(trx, id, '2027-01-01', null))).rejects.toMatchObject({
    faults: [{pointer: '#/seenOn', code: 'range'}],
  });
});

test('the printed list is a page by itself, in which a name is only a name', async () => {
  const {scope, shift} = await aShift(app, {places: 3, waiting: 1});
  await signUp(scope, visitor(1, shift.id, {name: '<script>alert(1)</script>'}));

  const page = await printableRoster(scope, await getRoster(as(scope, sanne), shift.id));

  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toMatch(/<script|src=|href=/);
  expect(page).toContain(`/aanwezig/${shift.id}`);
});

test('who has no e-mail address gets a slip, is called when a place comes free, and the desk says yes for them', async () => {
  const {scope, shift} = await aShift(app, {places: 1, waiting: 2, contact: {email: 'organisator@example.nl', phone: '0111 123456'}});
  const desk = as(scope, sanne);
  const {email: _none, ...byPhone} = visitor(8, shift.id, {phone: '06 1234 5678', name: '<b>Bep</b>'});
  const first = await signUp(scope, visitor(1, shift.id));
  const {id} = await signUp(desk, byPhone);

  await during(desk, (trx) => cancelSignup(trx, first.id, 'organiser', null));
  app.setNow(desk.now);
  await app.sweep();
  app.setNow(null);
  const call = app.mails.filter(({to, subject}) => to === 'organisator@example.nl' && subject.startsWith('Bel <b>Bep</b>'));
  expect(call).toHaveLength(1);
  expect(call[0]?.text).toContain('06 1234 5678');
  expect(call[0]?.text).not.toContain('/l/');
  expect((await during(desk, (trx) => approveSignup(trx, id))).signup.state).toBe('confirmed');

  const slips = await printableSlips(desk, await getRoster(desk, shift.id), {where: 'Dorp', contact: '0111 123456'});
  for (const told of ['&lt;b&gt;Bep&lt;/b&gt;', 'Koffie schenken', 'Dorp', '0111 123456']) expect(slips).toContain(told);
  expect(slips).not.toMatch(/<b>|<script|src=|href=/);
  // The page at the door asks for an e-mail address.
  expect(slips).not.toMatch(/<svg|class="code"/);
  expect(slips).toContain('Zeg het tegen de organisator');
});

/** The page at the door of a shift, half an hour before it begins, and what it answers. */
async function aDoor(one: ShiftUnderTest) {
  const {checkInCode} = await getRoster(as(one.scope, sanne), one.shift.id);
  app.setNow(new Date(one.shift.starts_at.getTime() - hour / 2));
  const address = `/${one.scope.community.slug}/aanwezig/${one.shift.id}`;
  const formToken = /name="formToken" value="([^"]+)"/.exec(await (await app.request(address)).text())?.[1] ?? '';
  const press = async (email: string, code: string, name = '') => {
    const response = await app.request(address, {
      method: 'POST',
      body: new URLSearchParams({formToken, email, code, name}),
      headers: {Origin: publicUrl},
    });
    const then = response.headers.get('Location');
    return [response.status, await (then === null ? response : await app.request(then)).text()] as const;
  };
  return {checkInCode, press, look: async () => (await app.request(address)).text()};
}

async function stateOf(id: string): Promise<string> {
  return (await app.database.owner.selectFrom('signups').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;
}

test('of several people with one address only who is named at the door is there, and nobody is told the names', async () => {
  const one = await aShift(app, {places: 3});
  const ids: string[] = [];
  for (const name of ['Zoë Moeder', 'Dochter']) {
    const {id} = await signUp(one.scope, visitor(1, one.shift.id, {name, email: 'gezin@example.nl'}));
    await during(one.scope, (trx) => confirmEmail(trx, id));
    ids.push(id);
  }
  const states = async () => Promise.all(ids.map(stateOf));
  const {checkInCode, press} = await aDoor(one);

  const [asked, page] = await press('gezin@example.nl', checkInCode);
  const [unknown] = await press('gezin@example.nl', checkInCode, 'Vader');
  expect([asked, unknown, await states()]).toEqual([400, 400, ['confirmed', 'confirmed']]);
  expect(page).toContain('Meer mensen gebruiken dit adres');
  expect(page).not.toMatch(/Moeder|Dochter/);
  expect((await press('gezin@example.nl', checkInCode, 'zoe'))[0]).toBe(303);
  expect(await states()).toEqual(['checked-in', 'confirmed']);
  expect((await press('gezin@example.nl', checkInCode, 'Dochter'))[0]).toBe(303);
  app.setNow(null);
  expect(await states()).toEqual(['checked-in', 'checked-in']);
});

test('at another time the door tells everybody the same, on the list or not', async () => {
  const one = await aShift(app, {places: 2});
  const id = await aConfirmed(one, 1);
  const {checkInCode, press, look} = await aDoor(one);

  for (const moment of [one.shift.starts_at.getTime() - 2 * hour, one.shift.ends_at.getTime() + 13 * hour]) {
    app.setNow(new Date(moment));
    const pages = [await press('bezoeker-1@example.nl', checkInCode), await press('niemand@example.nl', checkInCode)];
    expect(pages[0]).toEqual(pages[1]);
    expect(pages[0]?.[1]).toContain('Melden kan nu niet');
    expect(await look()).not.toContain('<form');
  }
  app.setNow(null);
  expect(await stateOf(id)).toBe('confirmed');
});

test('at the door one checks in with the code that hangs there; who isn’t on the list learns nothing', async () => {
  const one = await aShift(app, {places: 2});
  const id = await aConfirmed(one, 1);
  const {checkInCode, press} = await aDoor(one);

  const [wrongStatus, wrong] = await press('bezoeker-1@example.nl', checkInCode === '0000' ? '1111' : '0000');
  const [unknownStatus, unknown] = await press('niemand@example.nl', checkInCode);
  const [status, page] = await press('Bezoeker-1@example.nl', checkInCode);
  app.setNow(null);

  expect([wrongStatus, unknownStatus, status]).toEqual([400, 303, 303]);
  expect(wrong).toContain('Deze code klopt niet');
  expect(page).toBe(unknown);
  expect(await stateOf(id)).toBe('checked-in');
});

test('a calendar of one’s own holds one’s shifts, and an address that nobody made holds nothing', async () => {
  const one = await aShift(app, {places: 2});
  const id = await aConfirmed(one, 1);
  const address = await during(one.scope, async (trx) => calendarAddress(trx, (await requireSignup(trx, id)).volunteer.id));

  const calendar = await app.request(new URL(address).pathname);
  const nothing = await app.request('/calendar/aaaaaaaaaaaaaaaaaaaaaa.ics');

  expect([calendar.status, calendar.headers.get('Cache-Control'), nothing.status]).toEqual([200, 'no-store', 404]);
  expect(await calendar.text()).toContain(`UID:${id}@`);
});
