import ICAL from 'ical.js';
import {afterAll, beforeEach, expect, test} from 'vitest';
import {createLink} from '../../links/create-link.ts';
import {changePlace} from '../../places/change-place.ts';
import {createPlace} from '../../places/create-place.ts';
import type {Scope} from '../../scope.ts';
import {createTestApp} from '../../testing/test-app.ts';
import {changeOpportunity} from '../opportunities/change-opportunity.ts';
import {changeShift} from '../shifts/change-shift.ts';
import {createShift} from '../shifts/create-shift.ts';
import {aShift, at, during, hour, noon, visitor, type ShiftUnderTest} from '../testing/a-shift.ts';
import {calendarAddress} from './personal-calendar.ts';
import {cancelSignup} from './cancel-signup.ts';
import {confirmEmail} from './confirm-email.ts';
import {requireSignup} from './require-signup.ts';
import {managePurpose} from './signup-letter.ts';
import {signUp} from './sign-up.ts';

const app = await createTestApp();
afterAll(() => app.close());
beforeEach(async () => {
  app.setNow(noon);
  await mailsTo('');
});

const buildings = {
  tille: {slug: 'tille', name: 'De Tille', city: 'Oudstad', address: {street: 'Markt 1', postcode: '4301 AB'}},
  haven: {slug: 'haven', name: 'Havenhuis', city: 'Nieuwstad', address: null},
};
const placeIn = (slug: keyof typeof buildings) => ({
  city: buildings[slug].city,
  areaCode: null,
  areaYear: null,
  precision: 'exact' as const,
  slug,
});
const atDeTille = 'De Tille, Markt 1, 4301 AB Oudstad';

type Work = ShiftUnderTest & {staff: Scope};

/** Coffee in De Tille, with a building elsewhere to move to. */
async function aMorning(more: Parameters<typeof aShift>[1] = {}): Promise<Work> {
  const one = await aShift(app, {places: 5, ...more});
  const staff: Scope = {...one.scope, caller: {kind: 'command'}};
  for (const building of Object.values(buildings)) await createPlace(staff, building);
  await changeOpportunity(staff, one.opportunityId, {place: placeIn('tille')}, '*');
  const {starts_at: start, ends_at: end, roles, waitlist_enabled: enabled, waitlist_max: max} = one.shift;
  const when = {start: start.toISOString(), end: end.toISOString()};
  const shift = await createShift(staff, {opportunityId: one.opportunityId, ...when, roles, waitlist: {enabled, max}});
  return {...one, shift, staff};
}

async function comes({scope, shift}: Work, number: number): Promise<string> {
  const {id} = await signUp(scope, visitor(number, shift.id));
  await during(scope, (trx) => confirmEmail(trx, id));
  return id;
}

type Told = {subject: string; text: string; events: {location: string; sequence: number}[]};

/** What an address was mailed since it was last looked. */
async function mailsTo(address: string): Promise<Told[]> {
  await app.sweep();
  return app.mails
    .splice(0)
    .filter(({to}) => to === address)
    .map(({subject, text, attachments}) => ({
      subject,
      text,
      events: attachments.flatMap(({content}) => eventsIn(content).map(({location, sequence}) => ({location, sequence}))),
    }));
}

function eventsIn(calendar: string) {
  return new ICAL.Component(ICAL.parse(calendar) as never).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
}

async function feedOf(scope: Scope, signupId: string) {
  const feed = await during({...scope, caller: {kind: 'command'}}, async (trx) =>
    calendarAddress(trx, (await requireSignup(trx, signupId)).volunteer.id),
  );
  return eventsIn(await (await app.request(new URL(feed).pathname)).text());
}

test('who comes knows where to be: from every mail, the page of their own, and the agenda', async () => {
  const work = await aMorning({places: 1, waiting: 3});
  const first = await comes(work, 1);
  const second = await signUp(work.scope, visitor(2, work.shift.id));
  const link = await during(work.scope, (trx) => createLink(trx, {purpose: managePurpose, subjectId: first, expiresAt: null}));

  expect(await (await app.request(link)).text()).toContain(`Waar: ${atDeTille}`);
  expect((await feedOf(work.scope, first)).map(({location}) => location)).toEqual([atDeTille]);
  app.setNow(new Date(work.shift.starts_at.getTime() - 20 * hour));
  const mails = await mailsTo('bezoeker-1@example.nl');
  const subjects = ['Bevestig je aanmelding: Koffie schenken', 'Het is geregeld: Koffie schenken', 'Tot snel: Koffie schenken'];
  expect(mails.map(({subject}) => subject).toSorted()).toEqual(subjects);
  for (const {text} of mails) expect(text).toContain(`Waar: ${atDeTille}.`);
  expect(mails.flatMap(({events}) => events)).toEqual([{location: atDeTille, sequence: 0}]);

  await during(at(work.staff, noon), (trx) => cancelSignup(trx, first, 'organiser', null));
  app.setNow(noon);
  expect((await mailsTo('bezoeker-2@example.nl')).map(({subject, text}) => [subject, text.includes(atDeTille)])).toContainEqual([
    'Er is een plek vrij: Koffie schenken',
    true,
  ]);
  expect(second.state).toBe('waitlisted');
});

test.each([
  ['a visit at home', {kind: 'home-visit'} as const],
  ['a home that is told as a square', {place: {...placeIn('tille'), precision: 'grid'}} as const],
])('of %s no more than the town is told', async (_what, changes) => {
  const work = await aMorning();
  await changeOpportunity(work.staff, work.opportunityId, changes, '*');
  const id = await comes(work, 1);

  const confirmed = (await mailsTo('bezoeker-1@example.nl')).find(({subject}) => subject.startsWith('Het is geregeld'));

  expect(confirmed?.text).toContain('Waar: Oudstad.');
  expect(JSON.stringify([confirmed, await feedOf(work.scope, id)])).not.toMatch(/Tille|Markt/);
  expect(confirmed?.events.map(({location}) => location)).toEqual(['Oudstad']);
});

test('work that goes elsewhere is told once to who comes, with a change for their agenda; who waits hears nothing', async () => {
  const work = await aMorning({places: 1, waiting: 3});
  const id = await comes(work, 1);
  await signUp(work.scope, visitor(2, work.shift.id));
  await mailsTo('');

  await changeOpportunity(work.staff, work.opportunityId, {place: placeIn('haven')}, '*');
  await changeOpportunity(work.staff, work.opportunityId, {place: placeIn('haven'), summary: {nl: 'Thee ook.'}}, '*');

  await app.sweep();
  expect(app.mails.map(({to, subject}) => [to, subject])).toEqual([['bezoeker-1@example.nl', 'Andere plek: Koffie schenken']]);
  const [mail] = await mailsTo('bezoeker-1@example.nl');
  expect(mail?.text).toContain(`Eerst: ${atDeTille}. Nu: Havenhuis, Nieuwstad.`);
  expect(mail?.events).toEqual([{location: 'Havenhuis, Nieuwstad', sequence: 1}]);
  expect((await feedOf(work.scope, id)).map(({sequence, location}) => [sequence, location])).toEqual([[1, 'Havenhuis, Nieuwstad']]);
});

test('a building that gets another address is told to who is expected there; other changes of it to nobody', async () => {
  const work = await aMorning();
  await comes(work, 1);
  await mailsTo('');

  await changePlace(work.staff, 'tille', {isAvailable: true, address: buildings.tille.address}, '*');
  expect(await mailsTo('bezoeker-1@example.nl')).toEqual([]);
  await changePlace(work.staff, 'tille', {address: {street: 'Markt 3', postcode: '4301 AB'}}, '*');

  expect(await mailsTo('bezoeker-1@example.nl')).toMatchObject([{events: [{location: 'De Tille, Markt 3, 4301 AB Oudstad', sequence: 1}]}]);
});

test('somebody who helps without fixed times hears it too', async () => {
  const work = await aMorning();
  await app.database.owner.deleteFrom('shifts').where('opportunity_id', '=', work.opportunityId).execute();
  const {shiftId: _none, ...person} = visitor(1, '');
  const {id} = await signUp(work.scope, {...person, opportunityId: work.opportunityId});
  await during(work.scope, (trx) => confirmEmail(trx, id));
  await mailsTo('');

  await changeOpportunity(work.staff, work.opportunityId, {place: placeIn('haven')}, '*');

  expect(await mailsTo('bezoeker-1@example.nl')).toMatchObject([{subject: 'Andere plek: Koffie schenken', events: []}]);
});

test('a note for who comes is mailed to them when it changes, to nobody else, and nobody is reminded twice for it', async () => {
  const work = await aMorning({places: 1, waiting: 3});
  await comes(work, 1);
  await signUp(work.scope, visitor(2, work.shift.id));
  const later = new Date(work.shift.starts_at.getTime() - 20 * hour);
  app.setNow(later);
  await mailsTo('');
  const change = async (note: {nl: string} | null) => changeShift(at(work.staff, later), work.shift.id, {note}, '*');

  await change({nl: 'Neem laarzen mee.'});
  await change({nl: 'Neem laarzen mee.'});
  await app.sweep();
  expect(app.mails.map(({to}) => to)).toEqual(['bezoeker-1@example.nl']);
  const [mail] = await mailsTo('bezoeker-1@example.nl');
  expect(mail).toMatchObject({subject: 'Nieuw bericht: Koffie schenken', events: [{sequence: 1}]});
  expect(mail?.text).toContain('Neem laarzen mee.');

  await change(null);
  expect(await mailsTo('bezoeker-1@example.nl')).toMatchObject([
    {text: expect.stringContaining('geldt niet meer'), events: [{sequence: 2}]},
  ]);
  const shown = await (await app.request(`/v1/communities/${work.scope.community.slug}/shifts/${work.shift.id}`)).text();
  expect(shown).not.toContain('laarzen');
});
