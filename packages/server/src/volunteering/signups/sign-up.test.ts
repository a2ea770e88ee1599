import type {SignupReceipt} from '@buurtkit/contract';
import {sql} from 'kysely';
import {afterAll, expect, test} from 'vitest';
import {ProblemError} from '../../problem-error.ts';
import {createInitiative} from '../../initiatives/create-initiative.ts';
import type {Caller, Scope} from '../../scope.ts';
import {createTestApp} from '../../testing/test-app.ts';
import {createOpportunity} from '../opportunities/create-opportunity.ts';
import {createShift} from '../shifts/create-shift.ts';
import {aShift, at, during, hour, noon, visitor} from '../testing/a-shift.ts';
import {acceptOffer, declineOffer} from './answer-offer.ts';
import {agreeAsGuardian, refuseAsGuardian} from './answer-as-guardian.ts';
import {cancelSignup} from './cancel-signup.ts';
import {confirmEmail, signUpAgain} from './confirm-email.ts';
import {holdPlace} from './hold-place.ts';
import {approveSignup, planIntro, refuseSignup} from './review-signup.ts';
import {signUp} from './sign-up.ts';

const app = await createTestApp();
afterAll(() => app.close());

async function stateOf(id: string): Promise<string | undefined> {
  const row = await app.database.owner.selectFrom('signups').select('state').where('id', '=', id).executeTakeFirst();
  return row?.state;
}

function codeOf(result: PromiseSettledResult<unknown>): string {
  if (result.status === 'fulfilled') return 'in';
  return result.reason instanceof ProblemError ? result.reason.code : String(result.reason);
}

test('of a crowd that presses at once exactly as many get a place as there are, the rest waits in order, and then it is full', async () => {
  const {scope, shift} = await aShift(app, {places: 5, waiting: 10});

  const results = await Promise.allSettled(Array.from({length: 60}, (_, index) => signUp(scope, visitor(index, shift.id))));

  const receipts = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(receipts.filter(({state}) => state === 'awaiting-email')).toHaveLength(5);
  expect(receipts.flatMap(({position}) => position ?? []).toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(results.filter((result) => codeOf(result) === 'signup.full')).toHaveLength(45);
});

test('an address that nobody confirms within a day gives its place to who waits, and a late click gets the end of the row', async () => {
  const {scope, shift} = await aShift(app, {places: 1, waiting: 5});
  const first = await signUp(scope, visitor(1, shift.id));
  const second = await signUp(scope, visitor(2, shift.id));
  const later = at(scope, new Date(noon.getTime() + 25 * hour));

  const late = await during(later, (trx) => confirmEmail(trx, first.id));

  expect(late?.outcome).toBe('late');
  expect(await stateOf(second.id)).toBe('offered');
  const again = await during(later, (trx) => signUpAgain(trx, first.id));
  expect(again?.signup.state).toBe('waitlisted');
});

test('an offer that is declined, and one that nobody answers, goes to the next', async () => {
  const {scope, shift} = await aShift(app, {places: 1, waiting: 5});
  const [first, second, third, fourth] = [
    await signUp(scope, visitor(1, shift.id)),
    await signUp(scope, visitor(2, shift.id)),
    await signUp(scope, visitor(3, shift.id)),
    await signUp(scope, visitor(4, shift.id)),
  ];
  await during(scope, (trx) => confirmEmail(trx, first.id));

  await during(scope, (trx) => cancelSignup(trx, first.id, 'person', null));
  expect(await stateOf(second.id)).toBe('offered');
  await during(scope, (trx) => declineOffer(trx, second.id));
  expect(await stateOf(third.id)).toBe('offered');

  const nextDay = at(scope, new Date(noon.getTime() + 25 * hour));
  expect((await during(nextDay, (trx) => acceptOffer(trx, third.id)))?.outcome).toBe('late');
  expect((await during(nextDay, (trx) => acceptOffer(trx, fourth.id)))?.known.signup.state).toBe('confirmed');
});

test('under 16 a guardian agrees first, within 72 hours, and may take it back', async () => {
  const {scope, shift} = await aShift(app, {places: 1, waiting: 5, minAge: 12, minors: 'guardian'});
  const young = {ageBand: '12-15', guardianEmail: 'ouder@example.nl'} as const;
  const first = await signUp(scope, visitor(1, shift.id, young));
  await during(scope, (trx) => confirmEmail(trx, first.id));
  expect(await stateOf(first.id)).toBe('awaiting-guardian');

  await during(scope, (trx) => agreeAsGuardian(trx, first.id));
  expect(await stateOf(first.id)).toBe('confirmed');
  const next = await signUp(scope, visitor(2, shift.id, young));
  await during(scope, (trx) => refuseAsGuardian(trx, first.id));

  expect(await stateOf(first.id)).toBe('cancelled');
  expect(await stateOf(next.id)).toBe('offered');
  await during(scope, (trx) => acceptOffer(trx, next.id));
  const tooLate = at(scope, new Date(noon.getTime() + 73 * hour));
  expect((await during(tooLate, (trx) => agreeAsGuardian(trx, next.id)))?.outcome).toBe('late');
});

test('work with a talk first is settled by the organiser, with a reason when it is no', async () => {
  const {scope, shift} = await aShift(app, {places: 2, approval: 'review'});
  const [first, second] = [await signUp(scope, visitor(1, shift.id)), await signUp(scope, visitor(2, shift.id))];
  for (const {id} of [first, second]) await during(scope, (trx) => confirmEmail(trx, id));

  await during(scope, (trx) => planIntro(trx, first.id, new Date(noon.getTime() + 48 * hour)));
  await during(scope, (trx) => approveSignup(trx, first.id));
  await during(scope, (trx) => refuseSignup(trx, second.id, 'Wij hebben al iemand.'));

  expect(await stateOf(first.id)).toBe('confirmed');
  expect(await stateOf(second.id)).toBe('refused');
});

test('holds take at most half of what is free, three for one address, and end by themselves after ten minutes', async () => {
  const {scope, shift} = await aShift(app, {places: 10});
  const [mine, yours] = [Buffer.from('mine'), Buffer.from('yours')];
  const holds = await Promise.allSettled([1, 2, 3, 4].map(() => holdPlace(scope, shift.id, undefined, mine)));
  expect(holds.map(codeOf).toSorted()).toEqual(['in', 'in', 'in', 'request.rate-limited']);
  const more = await Promise.allSettled([1, 2, 3].map(() => holdPlace(scope, shift.id, undefined, yours)));
  expect(more.map(codeOf).toSorted()).toEqual(['in', 'in', 'signup.full']);

  const later = at(scope, new Date(noon.getTime() + 11 * 60_000));
  const crowd = await Promise.allSettled(Array.from({length: 12}, (_, index) => signUp(later, visitor(index, shift.id))));

  expect(crowd.map(codeOf).filter((code) => code === 'in')).toHaveLength(10);
});

test('one address holds three places of all shifts together, also when it asks for all at once, and hears when it can hold again', async () => {
  const one = await aShift(app, {places: 20});
  const staff = {...one.scope, caller: {kind: 'command'} as const};
  const {opportunityId, shift} = one;
  const shifts = [shift.id];
  for (let number = 0; number < 3; number += 1)
    shifts.push(
      (
        await createShift(staff, {
          opportunityId,
          start: shift.starts_at.toISOString(),
          end: shift.ends_at.toISOString(),
          roles: shift.roles,
        })
      ).id,
    );
  const hold = async (id: string, from: string, now = noon) => holdPlace(at(one.scope, now), id, undefined, Buffer.from(from));

  const results = await Promise.allSettled([...shifts, ...shifts, ...shifts].map((id) => hold(id, 'mine')));

  expect(results.map(codeOf).filter((code) => code === 'in')).toHaveLength(3);
  expect(results.map(codeOf).filter((code) => code === 'request.rate-limited')).toHaveLength(9);
  await expect(hold(shifts[0]!, 'mine', new Date(noon.getTime() + 60_000))).rejects.toMatchObject({headers: {'Retry-After': '540'}});
  await hold(shifts[0]!, 'yours');
  await hold(shifts[1]!, 'mine', new Date(noon.getTime() + 10 * 60_000));
  const withKey = await Promise.allSettled([1, 2, 3, 4].map(() => holdPlace(one.scope, shifts[2]!, undefined, null)));
  expect(withKey.map(codeOf)).toEqual(['in', 'in', 'in', 'in']);
});

test('who held a place gets it, also when the rest is full', async () => {
  const {scope, shift} = await aShift(app, {places: 2});
  const hold = await holdPlace(scope, shift.id, undefined, Buffer.from('mine'));
  await signUp(scope, visitor(1, shift.id));
  await expect(signUp(scope, visitor(2, shift.id))).rejects.toMatchObject({code: 'signup.full'});

  const receipt = await signUp(scope, visitor(3, shift.id, {holdId: hold.id}));

  expect(receipt).toMatchObject({id: hold.id, state: 'awaiting-email'});
});

test('the same person for the same shift is signed up once, and the desk is told how that one stands', async () => {
  const {scope, shift} = await aShift(app, {places: 3});
  const first = await signUp(scope, visitor(1, shift.id));
  await during(scope, (trx) => confirmEmail(trx, first.id));
  const again = visitor(1, shift.id, {email: 'BEZOEKER-1@example.nl'});

  await signUp(scope, again);
  const atTheDesk = await signUp({...scope, caller: {kind: 'command'}}, again);

  expect(atTheDesk).toMatchObject({id: first.id, state: 'confirmed', nextStep: 'come'});
  const rows = await app.database.owner.selectFrom('signups').select('id').where('shift_id', '=', shift.id).execute();
  expect(rows).toEqual([{id: first.id}]);
});

test('who knows a name and an address learns nothing about them: the answer is a newcomer’s, and the mail tells how it stands', async () => {
  const {scope, shift} = await aShift(app, {places: 3, waiting: 5});
  const [confirmed, asked] = [await signUp(scope, visitor(31, shift.id)), await signUp(scope, visitor(32, shift.id))];
  await during(scope, (trx) => confirmEmail(trx, confirmed.id));
  const told = (receipt: SignupReceipt) => ({...receipt, id: ''});

  const whileFree = [await signUp(scope, visitor(31, shift.id)), await signUp(scope, visitor(32, shift.id))];
  const newcomer = await signUp(scope, visitor(33, shift.id));
  expect(whileFree.map(told)).toEqual([told(newcomer), told(newcomer)]);

  const first = await signUp(scope, visitor(34, shift.id));
  const onceFull = [await signUp(scope, visitor(31, shift.id)), await signUp(scope, visitor(34, shift.id))];
  const next = await signUp(scope, visitor(35, shift.id));
  expect(onceFull.map(told)).toEqual([told(next), told(next)]);
  expect([first.position, next.position]).toEqual([1, 2]);

  const ids = [confirmed, asked, newcomer, first, next].map(({id}) => id);
  expect([...whileFree, ...onceFull].filter(({id}) => ids.includes(id))).toEqual([]);
  app.setNow(noon);
  await app.sweep();
  app.setNow(null);
  const mailsTo = (number: number) => app.mails.filter(({to}) => to === `bezoeker-${number}@example.nl`).map(({subject}) => subject);
  expect(mailsTo(31).filter((subject) => subject.startsWith('Je was al aangemeld'))).toHaveLength(1);
  expect(mailsTo(34).filter((subject) => subject.startsWith('Je was al aangemeld'))).toHaveLength(1);
  expect(mailsTo(32).filter((subject) => subject.startsWith('Bevestig je aanmelding'))).toHaveLength(2);
});

test('two shifts at one time: only whose address it is hears so, from the mailed link', async () => {
  const {scope, shift, opportunityId} = await aShift(app, {places: 3});
  await sql`update communities set refuses_overlap = true where community_id = ${scope.community.id}`.execute(app.database.owner);
  const other = await createShift(
    {...scope, caller: {kind: 'command'}},
    {
      opportunityId,
      start: shift.starts_at.toISOString(),
      end: shift.ends_at.toISOString(),
      roles: [{key: 'hulp', label: {nl: 'Hulp'}, capacity: 3}],
    },
  );
  const first = await signUp(scope, visitor(1, shift.id));
  await during(scope, (trx) => confirmEmail(trx, first.id));

  const second = await signUp(scope, visitor(1, other.id));

  expect(second).toMatchObject({state: 'awaiting-email', overlaps: []});
  await expect(during(scope, (trx) => confirmEmail(trx, second.id))).rejects.toMatchObject({code: 'signup.overlap'});
  await expect(signUp({...scope, caller: {kind: 'command'}}, visitor(1, other.id, {name: 'Bezoeker'}))).rejects.toMatchObject({
    code: 'signup.overlap',
  });
  await during(scope, (trx) => cancelSignup(trx, first.id, 'person', null));
  expect((await during(scope, (trx) => confirmEmail(trx, second.id)))?.outcome).toBe('confirmed');
});

test('whoever has no say in this work signs up as anybody does, with whatever key', async () => {
  const {scope, shift, opportunityId} = await aShift(app, {places: 9});
  await during(scope, async (trx) => confirmEmail(trx, (await signUp(trx, visitor(1, shift.id))).id));
  const sameTime = {start: shift.starts_at.toISOString(), end: shift.ends_at.toISOString()};
  const roles = [{key: 'hulp', label: {nl: 'Hulp'}, capacity: 3}];
  const atThatTime = await createShift({...scope, caller: {kind: 'command'}}, {opportunityId, ...sameTime, roles});
  const strangers: Caller[] = [
    {kind: 'key', id: 'a', role: 'member', target: null},
    {kind: 'member', id: 'b', role: 'member', target: null, sessionId: 'c'},
    {kind: 'key', id: 'e', role: 'organiser', target: 'initiative:elders'},
  ];

  for (const caller of strangers) {
    const asStranger = {...scope, caller};
    await expect(signUp(asStranger, visitor(2, shift.id, {email: undefined}))).rejects.toMatchObject({
      faults: [{pointer: '#/email', code: 'required'}],
    });
    expect(await signUp(asStranger, visitor(1, shift.id))).toMatchObject({state: 'awaiting-email', overlaps: []});
    expect(await signUp(asStranger, visitor(1, atThatTime.id, {name: caller.kind}))).toMatchObject({state: 'awaiting-email', overlaps: []});
  }
});

test('an organiser signs up people for the work of their own, and hears of no other work', async () => {
  const {scope, shift} = await aShift(app, {places: 9});
  const command: Scope = {...scope, caller: {kind: 'command'}};
  await createInitiative(command, {name: 'De Tuin', slug: 'tuin', kind: 'other', summary: {nl: 'Samen tuinieren.'}});
  const work = {title: {nl: 'Wieden'}, summary: {nl: 'Onkruid weg.'}, kind: 'once' as const, initiative: 'tuin'};
  const [weeding, raking] = [await createOpportunity(command, work), await createOpportunity(command, {...work, title: {nl: 'Harken'}})];
  const times = {start: shift.starts_at.toISOString(), end: shift.ends_at.toISOString()};
  const roles = [{key: 'hulp', label: {nl: 'Hulp'}, capacity: 3}];
  const [weedingThen, rakingThen] = [
    await createShift(command, {opportunityId: weeding.id, ...times, roles}),
    await createShift(command, {opportunityId: raking.id, ...times, roles}),
  ];
  await during(scope, async (trx) => confirmEmail(trx, (await signUp(trx, visitor(1, shift.id))).id));
  const organiser: Scope = {...scope, caller: {kind: 'key', id: crypto.randomUUID(), role: 'organiser', target: 'initiative:tuin'}};

  const first = await signUp(organiser, visitor(1, weedingThen.id));
  expect(first.overlaps).toEqual([]);
  await during(scope, (trx) => confirmEmail(trx, first.id));
  expect((await signUp(organiser, visitor(1, rakingThen.id))).overlaps.map(({title}) => title.nl)).toEqual(['Wieden']);
  expect(await signUp(organiser, visitor(2, weedingThen.id, {email: undefined}))).toMatchObject({state: 'confirmed'});
});

test('who was too late and presses twice to sign up again is signed up once', async () => {
  const {scope, shift} = await aShift(app, {places: 1, waiting: 5});
  const {id} = await signUp(scope, visitor(1, shift.id));
  const later = at(scope, new Date(noon.getTime() + 25 * hour));

  const [one, two] = [await during(later, (trx) => signUpAgain(trx, id)), await during(later, (trx) => signUpAgain(trx, id))];

  expect([one?.signup.state, two?.signup.id]).toEqual(['confirmed', one?.signup.id]);
});

test('what is past, called off, closed or not yet open is refused by its own name', async () => {
  const past = await aShift(app);
  await expect(signUp(at(past.scope, past.shift.starts_at), visitor(1, past.shift.id))).rejects.toMatchObject({code: 'signup.past'});
  const early = await aShift(app, {shift: {signupOpens: new Date(noon.getTime() + hour).toISOString()}});
  await expect(signUp(early.scope, visitor(1, early.shift.id))).rejects.toMatchObject({code: 'signup.closed'});
  const closed = await aShift(app, {isClosed: true});
  await expect(signUp(closed.scope, visitor(1, closed.shift.id))).rejects.toMatchObject({code: 'signup.closed'});
  const off = await aShift(app);
  await sql`update shifts set cancelled_at = now() where id = ${off.shift.id}`.execute(app.database.owner);
  await expect(signUp(off.scope, visitor(1, off.shift.id))).rejects.toMatchObject({code: 'signup.cancelled'});
});

test('all that is wrong is said at once', async () => {
  const {scope, shift} = await aShift(app, {
    minAge: 12,
    minors: 'guardian',
    questions: [{key: 'eten', label: {nl: 'Wat eet je niet?'}, isRequired: true}],
  });

  const refused = signUp(scope, {shiftId: shift.id, name: 'Sam', ageBand: '12-15', locale: 'nl', children: 2, answers: {drinken: 'thee'}});

  await expect(refused).rejects.toMatchObject({
    code: 'request.invalid',
    faults: expect.arrayContaining([
      {pointer: '#/guardianEmail', code: 'required'},
      {pointer: '#/answers/drinken', code: 'unknown'},
      {pointer: '#/answers/eten', code: 'required'},
      {pointer: '#/email', code: 'required'},
      {pointer: '#/children', code: 'not-allowed'},
    ]) as unknown,
  });
});
