import {afterAll, beforeEach, expect, test} from 'vitest';
import {createLink} from '../../links/create-link.ts';
import type {LinkPurpose} from '../../links/link-page.ts';
import {createTestApp} from '../../testing/test-app.ts';
import {cancelSignup} from '../signups/cancel-signup.ts';
import {confirmEmail} from '../signups/confirm-email.ts';
import {signUp} from '../signups/sign-up.ts';
import {aShift, at, during, hour, noon, visitor, type ShiftUnderTest} from '../testing/a-shift.ts';
import {changeShift} from './change-shift.ts';

const app = await createTestApp();
afterAll(() => app.close());
beforeEach(() => app.setNow(noon));

async function callOff({scope, shift}: ShiftUnderTest): Promise<void> {
  await changeShift({...scope, caller: {kind: 'command'}}, shift.id, {isCancelled: true}, '*');
}

async function mailed(): Promise<string[]> {
  await app.sweep();
  return app.mails.splice(0).map(({to, subject}) => `${to.split('@')[0]}: ${subject}`);
}

async function look({scope}: ShiftUnderTest, purpose: LinkPurpose, subjectId: string): Promise<string> {
  const link = await during(scope, (trx) => createLink(trx, {purpose, subjectId, expiresAt: null}));
  return (await app.request(link)).text();
}

test('a shift that is called off is told once to everyone: who comes, who waits, and who did not confirm yet', async () => {
  const one = await aShift(app, {places: 2, waiting: 2});
  const [first, second] = [await signUp(one.scope, visitor(1, one.shift.id)), await signUp(one.scope, visitor(2, one.shift.id))];
  await during(one.scope, (trx) => confirmEmail(trx, first.id));
  for (const number of [3, 4]) await signUp(one.scope, visitor(number, one.shift.id));
  await mailed();

  await callOff(one);

  const told = await mailed();
  expect(told.toSorted()).toEqual([1, 2, 3, 4].map((number) => `bezoeker-${number}: Afgezegd: Koffie schenken`));
  app.setNow(one.shift.ends_at);
  expect(await mailed()).toEqual([]);
  expect(await look(one, 'signup.confirm', second.id)).toContain('Dit gaat niet door');
});

test('a link that has nothing left to ask says what happened', async () => {
  const one = await aShift(app, {places: 4, minAge: 12, minors: 'guardian'});
  const young = {ageBand: '12-15', guardianEmail: 'ouder@example.nl'} as const;
  const ids: string[] = [];
  for (const number of [1, 2, 3]) ids.push((await signUp(one.scope, visitor(number, one.shift.id, young))).id);
  const [asked, left, late] = ids as [string, string, string];
  for (const id of [asked, left]) await during(one.scope, (trx) => confirmEmail(trx, id));

  expect(await look(one, 'signup.confirm', asked)).toContain('Dit was al gedaan');
  await during(one.scope, (trx) => cancelSignup(trx, left, 'person', null));
  expect(await look(one, 'signup.guardian', left)).toContain('Er is afgezegd');
  app.setNow(new Date(noon.getTime() + 25 * hour));
  expect(await look(one, 'signup.confirm', late)).toContain('Dit is te laat');
  await callOff({...one, scope: at(one.scope, new Date(noon.getTime() + 26 * hour))});
  for (const purpose of ['signup.guardian', 'signup.confirm'] as const)
    expect(await look(one, purpose, asked)).toMatch(/Dit gaat niet door[^]*Komen hoeft niet/);
  expect(await look(one, 'signup.confirm', late)).toContain('Dit gaat niet door');
});

test('what nobody confirmed is gone after a day, also when it ended before that', async () => {
  const one = await aShift(app, {places: 1, waiting: 2});
  for (const number of [21, 22]) await signUp(one.scope, visitor(number, one.shift.id));
  await callOff(one);
  const kept = async () => {
    await app.sweep();
    const rows = await app.database.owner.selectFrom('volunteers').select('email').where('email', 'like', 'bezoeker-2_@%').execute();
    return rows.length;
  };

  app.setNow(new Date(noon.getTime() + 23 * hour));
  expect(await kept()).toBe(2);
  app.setNow(new Date(noon.getTime() + 24 * hour));
  expect(await kept()).toBe(0);
});

test('who waited with an address that was never confirmed still hears how it ended, and is forgotten then', async () => {
  const one = await aShift(app, {places: 1, waiting: 1});
  const first = await signUp(one.scope, visitor(31, one.shift.id));
  await during(one.scope, (trx) => confirmEmail(trx, first.id));
  await signUp(one.scope, visitor(32, one.shift.id));
  await mailed();

  app.setNow(one.shift.starts_at);
  const told = [...(await mailed()), ...(await mailed())];

  expect(told.filter((line) => line.startsWith('bezoeker-32'))).toEqual(['bezoeker-32: Er kwam geen plek vrij: Koffie schenken']);
  const kept = await app.database.owner.selectFrom('volunteers').select('email').where('email', 'like', 'bezoeker-3_@%').execute();
  expect(kept.map(({email}) => email)).toEqual(['bezoeker-31@example.nl']);
});
