import {afterAll, expect, test} from 'vitest';
import {createTestApp, type TestApp} from '../../testing/test-app.ts';
import {aMember} from '../../testing/a-member.ts';
import {approveHours, approveHoursOfShift} from '../../volunteering/hours/decide-hours.ts';
import {submitHours} from '../../volunteering/hours/submit-hours.ts';
import {confirmEmail} from '../../volunteering/signups/confirm-email.ts';
import {requireSignup} from '../../volunteering/signups/require-signup.ts';
import {signUp} from '../../volunteering/signups/sign-up.ts';
import {aShift, at, during, hour, visitor, type ShiftUnderTest} from '../../volunteering/testing/a-shift.ts';
import {inTransaction, type Caller, type Scope} from '../../scope.ts';
import {ownAccount} from '../accounts/own-accounts.ts';
import {findAccountRow} from '../accounts/account-row.ts';
import {changeCreditSettings} from '../change-credit-settings.ts';
import {verifyLedger} from '../proof/verify-ledger.ts';

const app = await createTestApp();
afterAll(() => app.close());

const coordinator: Caller = {kind: 'key', id: '019a5c1e-7b4a-7c3e-9f00-000000000009', role: 'coordinator', target: null};

async function aCleanUpDay(opened: TestApp, {hoursMint = true} = {}): Promise<ShiftUnderTest & {staff: Scope}> {
  const mine = await aShift(opened, {places: 40, earnsCredits: true});
  await during(mine.scope, (trx) => changeCreditSettings(trx, {hoursMint}));
  return {...mine, staff: at({...mine.scope, caller: {kind: 'command'}}, new Date(mine.shift.ends_at.getTime() + hour))};
}

/** Somebody worked so many minutes on it; the hours wait for approval. */
async function worked({scope, shift, staff}: Awaited<ReturnType<typeof aCleanUpDay>>, number: number, minutes: number): Promise<string> {
  const {id} = await signUp(scope, visitor(number, shift.id));
  await during(scope, (trx) => confirmEmail(trx, id));
  const hours = await during(staff, async (trx) => submitHours(trx, await requireSignup(trx, id), {minutes, on: '2026-12-03'}));
  return hours.id;
}

async function balanceOf(scope: Scope, memberId: string): Promise<number> {
  const caller: Caller = {kind: 'member', id: memberId, role: 'member', target: null, sessionId: memberId};
  return inTransaction({...scope, caller}, async (trx) => Number((await findAccountRow(trx, await ownAccount(trx)))!.balance));
}

const emailOf = (number: number) => `bezoeker-${number}@example.nl`;

test('approved hours are credits, to the minute and once', async () => {
  const day = await aCleanUpDay(app);
  const {memberId} = await aMember(app, day.scope.community, {email: emailOf(1)});
  const hours = await worked(day, 1, 137);
  const staff = {...day.staff, caller: coordinator};

  await during(staff, (trx) => approveHours(trx, hours));
  await during(staff, (trx) => approveHours(trx, hours));

  expect(await balanceOf(staff, memberId)).toBe(137);
  expect(await verifyLedger(staff)).toEqual([]);
});

test('who has no account yet gets them the day they become a member', async () => {
  const day = await aCleanUpDay(app);
  const hours = await worked(day, 1, 60);
  await during({...day.staff, caller: coordinator}, (trx) => approveHours(trx, hours));

  const {memberId} = await aMember(app, day.scope.community, {email: emailOf(1).toUpperCase()});

  expect(await balanceOf(day.staff, memberId)).toBe(60);
});

test('where hours hand out nothing they are only counted', async () => {
  const day = await aCleanUpDay(app, {hoursMint: false});
  const {memberId} = await aMember(app, day.scope.community, {email: emailOf(1)});
  const hours = await worked(day, 1, 60);

  const approved = await during({...day.staff, caller: coordinator}, (trx) => approveHours(trx, hours));

  expect(approved.state).toBe('approved');
  expect(await balanceOf(day.staff, memberId)).toBe(0);
});

test('thirty people at a clean-up day are one entry', async () => {
  const day = await aCleanUpDay(app);
  const members: string[] = [];
  for (let number = 1; number <= 30; number += 1) {
    members.push((await aMember(app, day.scope.community, {email: emailOf(number)})).memberId);
    await worked(day, number, 90 + number);
  }

  await during({...day.staff, caller: coordinator}, (trx) => approveHoursOfShift(trx, day.shift.id));

  const balances = await Promise.all(members.map((memberId) => balanceOf(day.staff, memberId)));
  expect(balances).toEqual(members.map((_, index) => 91 + index));
  const entries = await app.database.owner.selectFrom('entries').select('id').where('community_id', '=', day.scope.community.id).execute();
  expect(entries).toHaveLength(1);
});

test('nobody approves hours of their own, alone or among those of a whole shift', async () => {
  const day = await aCleanUpDay(app);
  const {memberId, sessionId} = await aMember(app, day.scope.community, {email: emailOf(1), role: 'coordinator'});
  const self: Scope = {...day.staff, caller: {kind: 'member', id: memberId, role: 'coordinator', target: null, sessionId}};
  const own = await worked(day, 1, 60);

  await expect(during(self, (trx) => approveHours(trx, own))).rejects.toMatchObject({code: 'hours.own-approval'});
  await expect(during(self, (trx) => approveHoursOfShift(trx, day.shift.id))).rejects.toMatchObject({code: 'hours.own-approval'});
  await aMember(app, day.scope.community, {email: emailOf(2)});
  await worked(day, 2, 45);
  const after = await during(self, (trx) => approveHoursOfShift(trx, day.shift.id));

  expect(after.map(({state}) => state).sort()).toEqual(['approved', 'submitted']);
  expect(await balanceOf(day.staff, memberId)).toBe(0);
});
