import {handlers, sampleKeys} from '@buurtkit/msw';
import {setupServer} from 'msw/node';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {createClient, type ApiError} from './index.ts';

const api = 'https://api.example.nl';
const server = setupServer(...handlers({api}));
beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const visitor = createClient({api, community: 'eemsdelta', proof: 'none', retries: 0});
const coordinator = createClient({api, community: 'eemsdelta', key: sampleKeys.coordinator.key, retries: 0});

const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (error as ApiError).code,
  );

const somebody = {name: 'Sanne', email: 'sanne@example.nl', ageBand: '18+', locale: 'nl'} as const;

async function shiftOf(q: string): Promise<string> {
  const [work] = (await visitor.opportunities.list({q})).data;
  return work!.nextShift!.id;
}

test('somebody finds work on a Tuesday afternoon and signs up for it', async () => {
  const {data, facets} = await visitor.opportunities.list({weekday: ['tu'], partOfDay: ['afternoon'], vog: ['none'], facets: ['kind']});
  const work = await visitor.opportunities.get(data[0]!.id);
  const [shift] = work.shifts;

  const hold = await visitor.shifts.hold(shift!.id, {role: 'kassa'});
  const receipt = await visitor.signups.create({...somebody, shiftId: shift!.id, role: 'kassa', holdId: hold.id});

  expect(data).toHaveLength(1);
  expect(facets['kind']).toContainEqual({value: 'recurring', count: 1});
  expect(receipt).toMatchObject({state: 'awaiting-email', nextStep: 'confirm-email', position: null});
});

test('a full shift says so, and one with a waiting list tells the place on it', async () => {
  const dinner = await visitor.signups.create({...somebody, shiftId: await shiftOf('kerstdiner'), answers: {vroeg: 'Ja'}});

  expect(dinner).toMatchObject({state: 'waitlisted', position: 3});
  expect(await codeOf(visitor.signups.create({...somebody, shiftId: await shiftOf('rommelmarkt')}))).toBe('signup.full');
});

test('a coordinator adds work with a shift, moves it and calls it off', async () => {
  const work = await coordinator.opportunities.create({title: {nl: 'Soep'}, summary: {nl: 'Samen soep koken.'}, kind: 'once'});
  const roles = [{key: 'koken', label: {nl: 'Koken'}, capacity: 3}];
  const times = {start: '2026-12-10T13:00:00Z', end: '2026-12-10T15:00:00Z'};

  const shift = await coordinator.shifts.create({opportunityId: work.id, ...times, roles});
  const later = await coordinator.shifts.change(shift.id, {end: '2026-12-10T16:00:00Z'}, {ifMatch: shift});
  const off = await coordinator.shifts.change(shift.id, {isCancelled: true}, {ifMatch: later});
  const seen = await coordinator.opportunities.get(work.id);
  const closed = await coordinator.opportunities.change(work.id, {isClosed: true}, {ifMatch: seen});

  expect(later.end).toBe('2026-12-10T16:00:00Z');
  expect(off.state).toBe('cancelled');
  expect(closed.isClosed).toBe(true);
});

test('a coordinator answers everyone: a talk, yes, no, and the certificate that was seen', async () => {
  const {data} = await coordinator.signups.list({state: ['awaiting-review']});
  const {id} = data[0]!;

  expect(await coordinator.signups.planIntro(id, '2026-11-26T10:00:00Z')).toMatchObject({state: 'intro-planned'});
  expect(await coordinator.signups.approve(id)).toMatchObject({state: 'confirmed'});
  expect(await coordinator.signups.recordVog(id, {seenOn: '2026-11-22', expiresOn: null})).toMatchObject({vogSeenOn: '2026-11-22'});
  expect(await codeOf(coordinator.signups.refuse(id, 'Er is al iemand.'))).toBe('signup.not-in-state');
  expect(await coordinator.signups.cancel(id, 'Het gaat niet door.')).toMatchObject({state: 'cancelled'});
});

test('who comes is checked in, and the hours are approved', async () => {
  const id = await shiftOf('kerstdiner');
  const {places, waiting, checkInCode} = await coordinator.shifts.roster(id);
  const [first, second] = waiting.map((one) => one.id);
  const others = waiting.slice(2).map((one) => one.id);
  const signupId = places[0]!.id;

  const there = await coordinator.signups.checkIn(signupId, {code: checkInCode});
  const before = await coordinator.volunteeringReport();
  const hours = await coordinator.hours.submit({signupId, minutes: 120, on: '2026-12-23'});
  await coordinator.hours.approve(hours.id);
  const after = await coordinator.volunteeringReport();
  const {waiting: swapped} = await coordinator.shifts.reorderWaitlist(id, {signupIds: [second!, first!, ...others], reason: 'Om de hoek.'});

  expect(there).toMatchObject({state: 'checked-in'});
  expect((await coordinator.signups.get(signupId)).checkedInAt).toBe(there.checkedInAt);
  expect(after.minutesApprovedThisYear - before.minutesApprovedThisYear).toBe(120);
  expect((await coordinator.hours.get(hours.id)).state).toBe('approved');
  expect(await codeOf(coordinator.hours.refuse(hours.id, 'Te veel.'))).toBe('hours.decided');
  expect((await coordinator.hours.list({state: ['approved']})).data).toHaveLength(1);
  expect(swapped.map((one) => one.id).slice(0, 2)).toEqual([second, first]);
});
