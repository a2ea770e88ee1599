import type {Problem} from '@buurtkit/contract';
import {sql} from 'kysely';
import {afterEach, expect, test, vi} from 'vitest';
import {writesPerMinute} from '../doors/rate-limits.ts';
import {mailsPerAddressAndDay} from '../mail/queue-mail.ts';
import {aMember} from '../testing/a-member.ts';
import {aProof} from '../testing/proof-of-work.ts';
import {publicUrl, testApp} from '../testing/test-app.ts';
import {signUp} from './signups/sign-up.ts';
import {aShift, noon, visitor} from './testing/a-shift.ts';

afterEach(() => vi.useRealTimers());

async function aGuardedShift() {
  const app = await testApp({BUURTKIT_DEFENCES: 'on'});
  app.setNow(noon);
  const one = await aShift(app, {places: 100});
  const root = `/v1/communities/${one.scope.community.slug}`;
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await app.request(`${root}/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...headers},
    });
    return {status: response.status, code: ((await response.json()) as Partial<Problem>).code};
  };
  const people = async () => Number((await sql<{n: string}>`select count(*) as n from volunteers`.execute(app.database.owner)).rows[0]?.n);
  const form = `/${one.scope.community.slug}/vrijwilligerswerk/${one.opportunityId}/aanmelden?moment=${one.shift.id}`;
  const fillIn = async (formToken: string, more: Record<string, string> = {}) =>
    app.request(form, {
      method: 'POST',
      body: new URLSearchParams({formToken, name: 'Bo', email: 'bo@example.nl', ageBand: '18+', ...more}),
      headers: {Origin: publicUrl},
    });
  const token = async () => /name="formToken" value="([^"]+)"/.exec(await (await app.request(form)).text())?.[1] ?? '';
  return {app, ...one, post, people, fillIn, token};
}

test('without a key signing up and keeping a place need a proof of work, one for each', async () => {
  const {app, shift, post, people} = await aGuardedShift();
  const proof = await aProof(app.request);

  expect(await post('signups', visitor(1, shift.id))).toEqual({status: 403, code: 'proof.required'});
  expect(await post(`shifts/${shift.id}/holds`, {})).toEqual({status: 403, code: 'proof.required'});
  expect((await post(`shifts/${shift.id}/holds`, {}, proof)).status).toBe(201);
  expect(await post('signups', visitor(1, shift.id), proof)).toEqual({status: 409, code: 'proof.used'});
  expect((await post('signups', visitor(1, shift.id), await aProof(app.request))).status).toBe(201);
  expect(await people()).toBe(1);
});

test('the form without JavaScript is for who reads before pressing: too soon is said, and a machine in the trap is told nothing', async () => {
  const {people, fillIn, token} = await aGuardedShift();
  vi.useFakeTimers({toFake: ['Date'], now: Date.now()});
  const formToken = await token();

  const soon = await fillIn(formToken);
  expect([soon.status, await soon.text()]).toEqual([400, expect.stringContaining('Dat ging wel heel snel')]);
  vi.setSystemTime(Date.now() + 5000);
  const trapped = await fillIn(formToken, {homepage: 'https://kopen.example'});
  expect([trapped.status, await people()]).toEqual([303, 0]);
  const passed = await fillIn(formToken);
  expect([passed.status, await people()]).toEqual([303, 1]);
  expect(passed.headers.get('Location')?.split('?')[0]).toBe(trapped.headers.get('Location')?.split('?')[0]);
});

test('a network that signs up more than anybody does is held back, and the form at a quarter of that', async () => {
  const {shift, post, fillIn, token} = await aGuardedShift();
  const formToken = await token();

  const forms = [];
  for (let count = 0; count <= Math.floor(writesPerMinute / 4); count += 1) forms.push((await fillIn(formToken)).status);
  expect(forms.slice(0, -1)).not.toContain(429);
  expect(forms.at(-1)).toBe(429);
  expect((await post('signups', visitor(1, shift.id))).code).toBe('request.rate-limited');
});

test('so is somebody who is a member, as anybody may become', async () => {
  const {app, scope, shift, post} = await aGuardedShift();
  const {token} = await aMember(app, scope.community, {now: noon});
  const statuses = [];
  for (let count = 0; count <= writesPerMinute; count += 1)
    statuses.push((await post('signups', visitor(count, shift.id), {Authorization: `Bearer ${token}`})).status);

  expect(new Set(statuses.slice(0, -1))).toEqual(new Set([201]));
  expect(statuses.at(-1)).toBe(429);
});

test('whoever signs one address up for everything brings it no more mails than its share of a day, and is told nothing of that', async () => {
  const {app, scope, shift} = await aGuardedShift();
  const states = [];
  for (let number = 0; number < mailsPerAddressAndDay + 10; number += 1)
    states.push((await signUp(scope, visitor(number, shift.id, {email: 'slachtoffer@example.nl'}))).state);
  await app.sweep();

  expect(new Set(states)).toEqual(new Set(['awaiting-email']));
  expect(app.mails.filter(({to}) => to === 'slachtoffer@example.nl')).toHaveLength(mailsPerAddressAndDay);
});
