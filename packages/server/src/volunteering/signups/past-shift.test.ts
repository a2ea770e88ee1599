import {afterAll, beforeEach, expect, test} from 'vitest';
import {createLink} from '../../links/create-link.ts';
import type {LinkPurpose} from '../../links/link-page.ts';
import {aKey, createTestApp, publicUrl, write} from '../../testing/test-app.ts';
import {getReport} from '../report/get-report.ts';
import {changeShift} from '../shifts/change-shift.ts';
import {aShift, at, during, hour, noon, visitor, type ShiftUnderTest} from '../testing/a-shift.ts';
import {cancelSignup} from './cancel-signup.ts';
import {confirmEmail} from './confirm-email.ts';
import {planIntro} from './review-signup.ts';
import {signUp} from './sign-up.ts';

const app = await createTestApp();
afterAll(() => app.close());
beforeEach(() => {
  app.setNow(noon);
  app.mails.splice(0);
});

const soon = {start: new Date(noon.getTime() + 2 * hour).toISOString(), end: new Date(noon.getTime() + 3 * hour).toISOString()};
const young = {minAge: 12, minors: 'guardian'} as const;
const child = {ageBand: '12-15', guardianEmail: 'ouder@example.nl'} as const;

async function stateOf(id: string): Promise<string | undefined> {
  return (await app.database.owner.selectFrom('signups').select('state').where('id', '=', id).executeTakeFirst())?.state;
}

/** What a link shows at a moment, and what pressing its first button does then. */
async function linkAt(one: ShiftUnderTest, purpose: LinkPurpose, id: string, now: Date): Promise<{shown: string; pressed: string}> {
  app.setNow(noon);
  const link = await during(one.scope, (trx) => createLink(trx, {purpose, subjectId: id, expiresAt: null}));
  const before = await (await app.request(link)).text();
  const formToken = /name="formToken" value="([^"]+)"/.exec(before)?.[1] ?? '';
  const act = /name="act" value="([^"]+)"/.exec(before)?.[1] ?? '';
  app.setNow(now);
  const shown = await (await app.request(link)).text();
  const body = new URLSearchParams({formToken, act});
  return {shown, pressed: await (await app.request(link, {method: 'POST', body, headers: {Origin: publicUrl}})).text()};
}

async function sweepAt(now: Date): Promise<void> {
  app.setNow(now);
  await app.sweep();
  await app.sweep();
}

const subjectsTo = (address: string) => app.mails.filter(({to}) => to === address).map(({subject}) => subject);

test('who confirms after the shift has begun hears that it is over, and gets no place', async () => {
  const one = await aShift(app, {shift: soon});
  const {id, until} = await signUp(one.scope, visitor(1, one.shift.id));
  expect(until).toBe(soon.start);

  const {shown, pressed} = await linkAt(one, 'signup.confirm', id, new Date(noon.getTime() + 4 * hour));

  for (const page of [shown, pressed]) expect(page).toContain('Dit is voorbij');
  expect(shown).not.toContain('<button');
  expect(await stateOf(id)).toBe('expired');
});

test('a guardian is told until when it makes sense to answer, and after that that it is over', async () => {
  const one = await aShift(app, {shift: soon, ...young});
  const {id} = await signUp(one.scope, visitor(2, one.shift.id, child));
  await during(one.scope, (trx) => confirmEmail(trx, id));
  await sweepAt(noon);
  expect(app.mails.find(({to}) => to === 'ouder@example.nl')?.text).toContain('maandag 23 november, 14.00');

  const {shown, pressed} = await linkAt(one, 'signup.guardian', id, new Date(noon.getTime() + 4 * hour));

  for (const page of [shown, pressed]) expect(page).toContain('Dit is voorbij');
  expect(await stateOf(id)).toBe('expired');
});

test('an offered place is no place any more once the shift was moved to an hour that is past', async () => {
  const one = await aShift(app, {places: 1, waiting: 2});
  const [first, next] = [await signUp(one.scope, visitor(3, one.shift.id)), await signUp(one.scope, visitor(4, one.shift.id))];
  await during(one.scope, (trx) => cancelSignup(trx, first.id, 'organiser', null));
  expect(await stateOf(next.id)).toBe('offered');
  const staff = {...one.scope, caller: {kind: 'command'} as const};
  await changeShift(staff, one.shift.id, soon, '*');

  const {shown, pressed} = await linkAt(one, 'signup.offer', next.id, new Date(noon.getTime() + 2.5 * hour));

  for (const page of [shown, pressed]) expect(page).toContain('Dit is voorbij');
  expect(await stateOf(next.id)).toBe('expired');
});

test('moved into the past, a shift tells who lost by it once, and nothing of a new time', async () => {
  const one = await aShift(app, {places: 1, waiting: 2});
  await signUp(one.scope, visitor(5, one.shift.id));
  await signUp(one.scope, visitor(6, one.shift.id));
  await sweepAt(noon);
  app.mails.splice(0);
  const staff = {...at(one.scope, new Date(noon.getTime() + 2.5 * hour)), caller: {kind: 'command'} as const};

  await changeShift(staff, one.shift.id, soon, '*');
  await sweepAt(staff.now);

  expect(subjectsTo('bezoeker-6@example.nl')).toEqual(['Er kwam geen plek vrij: Koffie schenken']);
});

test('an organiser can say yes at the door until it is over, and then hears that it is past', async () => {
  const one = await aShift(app, {places: 2, shift: soon, approval: 'review'});
  const ids: string[] = [];
  for (const number of [7, 8]) {
    const {id} = await signUp(one.scope, visitor(number, one.shift.id));
    await during(one.scope, (trx) => confirmEmail(trx, id));
    ids.push(id);
  }
  const key = await aKey(app, one.scope.community, 'coordinator');
  const post = async (id: string, what: string, body: object = {}) => {
    const response = await app.request(`/v1/communities/${one.scope.community.slug}/signups/${id}/${what}`, write('POST', key, body));
    return [response.status, ((await response.json()) as {code?: string}).code];
  };
  await expect(during(one.scope, (trx) => planIntro(trx, ids[0]!, new Date(noon.getTime() + 24 * hour)))).rejects.toMatchObject({
    faults: [{pointer: '#/at', code: 'range'}],
  });

  app.setNow(new Date(noon.getTime() + 2.5 * hour));
  expect(await post(ids[0]!, 'approval')).toEqual([200, undefined]);
  app.setNow(new Date(noon.getTime() + 240 * hour));
  for (const [what, body] of [
    ['approval', {}],
    ['refusal', {reason: 'Vol.'}],
    ['intro', {at: new Date(noon.getTime() + 300 * hour).toISOString()}],
  ] as const)
    expect(await post(ids[1]!, what, body)).toEqual([409, 'signup.past']);
});

test('who got no answer before it was over hears so once, with whom to call, counts as waiting no more, and is forgotten in time', async () => {
  const one = await aShift(app, {places: 2, shift: soon, approval: 'review', contact: {email: 'organisator@example.nl'}});
  const {id} = await signUp(one.scope, visitor(9, one.shift.id));
  await during(one.scope, (trx) => confirmEmail(trx, id));
  const after = new Date(noon.getTime() + 4 * hour);

  await sweepAt(after);
  await sweepAt(new Date(after.getTime() + 240 * hour));

  const told = app.mails.filter(({to, subject}) => to === 'bezoeker-9@example.nl' && subject.startsWith('Er kwam geen antwoord'));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('organisator@example.nl');
  expect(await stateOf(id)).toBe('expired');
  expect((await getReport(at(one.scope, after))).awaitingAnswer).toBe(0);
  await sweepAt(new Date(after.getTime() + 800 * 24 * hour));
  const kept = await app.database.owner.selectFrom('volunteers').select('id').where('email', '=', 'bezoeker-9@example.nl').execute();
  expect(kept).toEqual([]);
});

test('who was asked for consent or offered a place hears when it has begun without an answer', async () => {
  const one = await aShift(app, {places: 1, shift: soon, ...young});
  const {id} = await signUp(one.scope, visitor(10, one.shift.id, child));
  await during(one.scope, (trx) => confirmEmail(trx, id));

  await sweepAt(new Date(noon.getTime() + 2 * hour));

  expect(subjectsTo('bezoeker-10@example.nl')).toContain('Het is al begonnen: Koffie schenken');
});

test('work that is done once is over when its shifts are; of recurring work the next may still be planned', async () => {
  const after = new Date(noon.getTime() + 4 * hour);
  const codes = [];
  for (const kind of ['once', 'recurring'] as const) {
    const one = await aShift(app, {shift: soon, kind});
    const {shiftId: _none, ...person} = visitor(11, one.shift.id);
    codes.push(
      await signUp(at(one.scope, after), {...person, opportunityId: one.opportunityId}).then(
        ({state}) => state,
        ({code}: {code: string}) => code,
      ),
    );
  }
  const off = await aShift(app, {shift: soon});
  await changeShift({...off.scope, caller: {kind: 'command'}}, off.shift.id, {isCancelled: true}, '*');
  const {shiftId: _none, ...person} = visitor(12, off.shift.id);

  expect(codes).toEqual(['signup.past', 'awaiting-email']);
  await expect(signUp(off.scope, {...person, opportunityId: off.opportunityId})).rejects.toMatchObject({code: 'signup.cancelled'});
});
