import type {NewOpportunity, Opportunity, Shift} from '@buurtkit/contract';
import {afterAll, expect, test} from 'vitest';
import {createInitiative} from '../../initiatives/create-initiative.ts';
import {createPartner} from '../../partners/create-partner.ts';
import {aCommunity, aKey, aScope, createTestApp, write} from '../../testing/test-app.ts';
import {changeCommunity} from '../../communities/change-community.ts';
import {confirmEmail} from '../signups/confirm-email.ts';
import {signUp} from '../signups/sign-up.ts';
import {changeShift} from './change-shift.ts';
import {aShift, at, during, hour, noon, visitor, type ShiftUnderTest} from '../testing/a-shift.ts';

const app = await createTestApp();
afterAll(() => app.close());
app.setNow(noon);

type Answer<Content> = {status: number; etag: string; content: Content & {code?: string; errors?: {pointer: string; code: string}[]}};

async function ask<Content = Shift>(path: string, init?: RequestInit): Promise<Answer<Content>> {
  const response = await app.request(`/v1/communities/${path}`, init);
  return {
    status: response.status,
    etag: response.headers.get('ETag') ?? '',
    content: (await response.json()) as Answer<Content>['content'],
  };
}

const pathOf = ({scope, shift}: ShiftUnderTest) => `${scope.community.slug}/shifts/${shift.id}`;

async function change(tested: ShiftUnderTest, changes: object): Promise<Answer<Shift>> {
  const key = await aKey(app, tested.scope.community, 'coordinator');
  const {etag} = await ask(pathOf(tested));
  return ask(pathOf(tested), write('PATCH', key, changes, {'If-Match': etag}));
}

const inDays = (days: number) => new Date(noon.getTime() + days * 24 * hour).toISOString();
const roles = (capacity: number, key = 'hulp') => [{key, label: {nl: 'Hulp'}, capacity}];

async function stateOf(id: string): Promise<string | undefined> {
  const row = await app.database.owner.selectFrom('signups').select('state').where('id', '=', id).executeTakeFirst();
  return row?.state;
}

async function subjects(): Promise<string[]> {
  await app.sweep();
  return app.mails.splice(0).map(({to, subject}) => `${to}: ${subject}`);
}

test('a shift that moves is found on its new day, and whoever comes hears so once', async () => {
  const tested = await aShift(app);
  const {scope, shift} = tested;
  const {id} = await signUp(scope, visitor(1, shift.id));
  await during(scope, (trx) => confirmEmail(trx, id));
  await subjects();
  const list = async (day: string) =>
    (await ask<{total: number}>(`${scope.community.slug}/opportunities?weekday=${day}&partOfDay=afternoon`)).content.total;
  const before = [await list('th'), await list('fr')];

  const moved = await change(tested, {start: '2026-12-04T13:00:00Z', end: '2026-12-04T15:00:00Z'});

  expect(moved).toMatchObject({status: 200, content: {start: '2026-12-04T13:00:00.000Z', roles: [{free: 0}]}});
  expect([before, await list('th'), await list('fr')]).toEqual([[1, 0], 0, 1]);
  const mails = await subjects();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatch(/^bezoeker-1@example\.nl: /);
});

test('a shift that is called off ends every sign-up, takes nobody any more and stays so', async () => {
  const tested = await aShift(app, {places: 1, waiting: 3});
  const {scope, shift} = tested;
  const [first, second] = [await signUp(scope, visitor(1, shift.id)), await signUp(scope, visitor(2, shift.id))];
  await during(scope, (trx) => confirmEmail(trx, first.id));

  const off = await change(tested, {isCancelled: true});

  expect(off.content.state).toBe('cancelled');
  expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['cancelled', 'cancelled']);
  await expect(signUp(scope, visitor(3, shift.id))).rejects.toMatchObject({code: 'signup.cancelled'});
  expect(await change(tested, {waitlist: {enabled: false, max: 0}})).toMatchObject({status: 409, content: {code: 'signup.cancelled'}});
});

test('nobody loses a place because a number goes down, and who waits gets the places that are added', async () => {
  const tested = await aShift(app, {places: 2, waiting: 3});
  const {scope, shift} = tested;
  const signups = [];
  for (const number of [1, 2, 3, 4]) signups.push(await signUp(scope, visitor(number, shift.id)));

  expect(await change(tested, {roles: roles(1)})).toMatchObject({
    status: 400,
    content: {errors: [{pointer: '#/roles/0/capacity', code: 'range'}]},
  });
  expect(await change(tested, {roles: roles(5, 'anders')})).toMatchObject({
    status: 400,
    content: {errors: [{pointer: '#/roles', code: 'not-allowed'}]},
  });
  expect((await ask(pathOf(tested))).content).toMatchObject({state: 'waitlist', waitlist: {length: 2}, roles: [{capacity: 2, free: 0}]});

  expect(await change(tested, {roles: roles(3)})).toMatchObject({status: 200});
  expect([await stateOf(signups[2]!.id), await stateOf(signups[3]!.id)]).toEqual(['offered', 'waitlisted']);
});

test('what is over can’t be changed, and nonsense is refused field by field', async () => {
  const tested = await aShift(app);

  expect(await change(tested, {end: inDays(1)})).toMatchObject({status: 400, content: {errors: [{pointer: '#/end', code: 'range'}]}});
  expect(await change(tested, {cancelUntil: inDays(30), signupCloses: inDays(30)})).toMatchObject({
    status: 400,
    content: {errors: [{pointer: '#/signupCloses'}, {pointer: '#/cancelUntil'}]},
  });
  expect(await change(tested, {roles: [...roles(1), ...roles(2)]})).toMatchObject({
    status: 400,
    content: {errors: [{pointer: '#/roles/1/key', code: 'not-allowed'}]},
  });
  app.setNow(new Date(noon.getTime() + 400 * hour));
  expect(await change(tested, {end: inDays(20)})).toMatchObject({status: 409, content: {code: 'signup.past'}});
  app.setNow(noon);
});

test('two who change a shift at once: the second hears that it changed', async () => {
  const tested = await aShift(app);
  const key = await aKey(app, tested.scope.community, 'coordinator');
  const {etag} = await ask(pathOf(tested));
  const changing = async () => ask(pathOf(tested), write('PATCH', key, {waitlist: {enabled: true, max: 3}}, {'If-Match': etag}));

  const answers = await Promise.all([changing(), changing()]);

  expect(answers.map(({status}) => status).toSorted()).toEqual([200, 412]);
});

test('whether one can sign up is told as it is at that moment', async () => {
  const tested = await aShift(app, {shift: {signupOpens: inDays(1), signupCloses: inDays(2)}});
  const seen = [];
  for (const days of [0, 1.5, 3, 11]) {
    app.setNow(new Date(inDays(days)));
    seen.push((await ask(pathOf(tested))).content.state);
  }
  app.setNow(noon);

  expect(seen).toEqual(['not-yet', 'open', 'closed', 'past']);
});

test('shifts stand in order, page after page, only those of one’s own community and only what isn’t over', async () => {
  const tested = await aShift(app);
  const {scope, opportunityId} = tested;
  const other = await aShift(app);
  const key = await aKey(app, scope.community, 'admin');
  for (const days of [3, 1, 2, 20]) {
    const body = {opportunityId, start: inDays(days), end: inDays(days + 0.1), roles: roles(1)};
    expect((await ask(`${scope.community.slug}/shifts`, write('POST', key, body))).status).toBe(201);
  }
  const seen: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`;
    const page: Answer<{data: Shift[]; total: number; next: string | null}> = await ask(`${scope.community.slug}/shifts?limit=2${cursor}`);
    expect(page.content.total).toBe(5);
    seen.push(...page.content.data.map(({start}) => start));
    next = page.content.next;
  }

  expect(seen).toEqual([inDays(1), inDays(2), inDays(3), inDays(10), inDays(20)]);
  const between = await ask<{total: number}>(`${scope.community.slug}/shifts?from=${inDays(2)}&until=${inDays(10)}`);
  expect(between.content.total).toBe(2);
  expect((await ask(`${scope.community.slug}/shifts/${other.shift.id}`)).status).toBe(404);
  expect((await ask<{total: number}>(`${scope.community.slug}/shifts?opportunity=${other.opportunityId}`)).content.total).toBe(0);
  app.setNow(new Date(inDays(5)));
  expect((await ask<{total: number}>(`${scope.community.slug}/shifts`)).content.total).toBe(2);
  app.setNow(noon);
});

test('an organiser’s key is for the work of its own initiative or organisation, and can’t take or give away work', async () => {
  const community = await aCommunity(app, {slug: 'sleutels'});
  const scope = at(aScope(app, community), noon);
  for (const slug of ['tuin', 'winkel']) await createInitiative(scope, {slug, name: slug, kind: 'other', summary: {nl: '.'}});
  await createPartner(scope, {slug: 'tuin', name: 'Tuin', kind: 'other', summary: {nl: '.'}});
  const [admin, garden, shop] = [
    await aKey(app, community, 'admin'),
    await aKey(app, community, 'organiser', 'initiative:tuin'),
    await aKey(app, community, 'organiser', 'initiative:winkel'),
  ];
  const offer = async (key: string, more: Partial<NewOpportunity>) =>
    ask<Opportunity>('sleutels/opportunities', write('POST', key, {title: {nl: 'Wieden'}, summary: {nl: 'Samen.'}, kind: 'once', ...more}));

  const made = await offer(garden, {initiative: 'tuin'});
  expect(made.status).toBe(201);
  for (const more of [{initiative: 'winkel'}, {partner: 'tuin'}, {}]) expect((await offer(garden, more)).status).toBe(403);

  const path = `sleutels/opportunities/${made.content.id}`;
  const changed = async (key: string, changes: object) =>
    (await ask(path, write('PATCH', key, changes, {'If-Match': (await ask(path)).etag}))).status;
  expect(await changed(shop, {isClosed: true})).toBe(403);
  expect(await changed(garden, {initiative: 'winkel'})).toBe(403);
  expect(await changed(garden, {vog: 'preferred'})).toBe(200);

  const shift = {opportunityId: made.content.id, start: inDays(1), end: inDays(1.1), roles: roles(1)};
  expect((await ask('sleutels/shifts', write('POST', shop, shift))).status).toBe(403);
  const own = await ask('sleutels/shifts', write('POST', garden, shift));
  expect(own.status).toBe(201);
  const shiftPath = `sleutels/shifts/${own.content.id}`;
  const off = async (key: string) => (await ask(shiftPath, write('PATCH', key, {isCancelled: true}, {'If-Match': '*'}))).status;
  expect([await off(shop), await off(garden)]).toEqual([403, 200]);

  expect(await changed(admin, {initiative: 'winkel'})).toBe(200);
  expect([await changed(garden, {isClosed: true}), await changed(shop, {isClosed: true})]).toEqual([403, 200]);
});

test('work takes its place from its initiative, and people for recurring work, home visits and buddies are met first', async () => {
  const community = await aCommunity(app, {slug: 'gewoonten'});
  const place = {city: 'Dorp', areaCode: 'GM0344', areaYear: 2025, precision: 'exact'} as const;
  const location = {type: 'Point', coordinates: [5.12, 52.09]} as const;
  await createInitiative(at(aScope(app, community), noon), {
    slug: 'tuin',
    name: 'Tuin',
    kind: 'other',
    summary: {nl: '.'},
    place,
    location: {...location, coordinates: [5.12, 52.09]},
  });
  const key = await aKey(app, community, 'admin');
  const make = async (more: object) => {
    const body = {title: {nl: 'Wieden'}, summary: {nl: 'Samen.'}, kind: 'once', ...more};
    return (await ask<Opportunity>('gewoonten/opportunities', write('POST', key, body))).content;
  };

  expect(await make({initiative: 'tuin'})).toMatchObject({place, location, minAge: 18, minors: 'none', vog: 'none', approval: 'automatic'});
  const approvals = [];
  for (const kind of ['recurring', 'home-visit', 'buddy', 'flexible', 'work-experience']) approvals.push((await make({kind})).approval);
  expect(approvals).toEqual(['review', 'review', 'review', 'automatic', 'automatic']);
  expect((await make({kind: 'buddy', approval: 'automatic'})).approval).toBe('automatic');
});

test('a community that moves to another time zone has its shifts on the days of that one', async () => {
  const {scope, shift} = await aShift(app, {shift: {start: '2026-12-01T23:30:00Z', end: '2026-12-02T00:30:00Z'}});
  expect(shift.weekday).toBe(3);

  await changeCommunity({...scope, caller: {kind: 'command'}}, {timeZone: 'Atlantic/Azores'}, null);

  const {weekday} = await app.database.owner.selectFrom('shifts').select('weekday').where('id', '=', shift.id).executeTakeFirstOrThrow();
  expect(weekday).toBe(2);
});

test('a shift that is moved keeps no term after its end', async () => {
  const {scope, shift} = await aShift(app, {shift: {cancelUntil: new Date(noon.getTime() + 241 * hour).toISOString()}});
  const earlier = {start: new Date(noon.getTime() + 100 * hour).toISOString(), end: new Date(noon.getTime() + 101 * hour).toISOString()};

  await expect(changeShift({...scope, caller: {kind: 'command'}}, shift.id, earlier, '*')).rejects.toMatchObject({
    faults: [{pointer: '#/cancelUntil', code: 'range'}],
  });
});
