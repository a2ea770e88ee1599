import {afterAll, beforeEach, expect, test} from 'vitest';
import {changeCommunity} from '../../communities/change-community.ts';
import {createLink} from '../../links/create-link.ts';
import {createTestApp, publicUrl} from '../../testing/test-app.ts';
import {approveHours, refuseHours} from '../hours/decide-hours.ts';
import {recordVog} from '../roster/record-vog.ts';
import {changeOpportunity} from '../opportunities/change-opportunity.ts';
import {createShift} from '../shifts/create-shift.ts';
import {confirmEmail} from '../signups/confirm-email.ts';
import {managePurpose} from '../signups/signup-letter.ts';
import {signUp} from '../signups/sign-up.ts';
import {aShift, at, during, hour, noon, visitor, type ShiftUnderTest} from '../testing/a-shift.ts';

const app = await createTestApp();
afterAll(() => app.close());
beforeEach(() => app.setNow(noon));

type Own = ShiftUnderTest & {signupId: string; look: () => Promise<string>; press: (fields: Record<string, string>) => Promise<string>};

/** Somebody with a place, and the link of their own. */
async function aPerson(more: Parameters<typeof aShift>[1] = {}, isWithShift = true): Promise<Own> {
  const one = await aShift(app, more);
  const {shiftId, ...person} = visitor(1, one.shift.id);
  if (!isWithShift)
    await app.database.owner
      .deleteFrom('shifts')
      .where('id', '=', shiftId ?? '')
      .execute();
  const {id} = await signUp(one.scope, isWithShift ? {...person, shiftId} : {...person, opportunityId: one.opportunityId});
  await during(one.scope, (trx) => confirmEmail(trx, id));
  const link = await during(one.scope, (trx) => createLink(trx, {purpose: managePurpose, subjectId: id, expiresAt: null}));
  const look = async () => (await app.request(link)).text();
  const press = async (fields: Record<string, string>) => {
    const formToken = /name="formToken" value="([^"]+)"/.exec(await look())?.[1] ?? '';
    return (
      await app.request(link, {method: 'POST', body: new URLSearchParams({formToken, ...fields}), headers: {Origin: publicUrl}})
    ).text();
  };
  return {...one, signupId: id, look, press};
}

async function hoursOf(signupId: string) {
  return app.database.owner.selectFrom('hours').selectAll().where('signup_id', '=', signupId).execute();
}

test('who helped tells how long, with the link from the mail, and someone else says whether it is right', async () => {
  const {scope, shift, signupId, look, press} = await aPerson();
  expect(await look()).not.toContain('Geef de uren door');
  app.setNow(new Date(shift.ends_at.getTime() + hour));
  expect(await look()).toMatch(/value="120" selected>2 uur</);

  expect(await press({act: 'hours', minutes: '120'})).toContain('De uren zijn doorgegeven');
  expect(await press({act: 'hours', minutes: '90'})).toContain('1 uur en 30 minuten op donderdag 3 december: ingediend.');

  const rows = await hoursOf(signupId);
  expect(rows).toMatchObject([{minutes: 90, worked_on: '2026-12-03', state: 'submitted'}]);
  const organiser = at({...scope, caller: {kind: 'key', id: crypto.randomUUID(), role: 'coordinator', target: null}}, shift.ends_at);
  await during(organiser, (trx) => approveHours(trx, rows[0]!.id));
  const after = await look();
  expect(after).toContain('goedgekeurd');
  expect(after).not.toContain('Geef de uren door');
  await press({act: 'hours', minutes: '600'});
  expect(await hoursOf(signupId)).toMatchObject([{minutes: 90}]);
});

test('hours that are refused show the reason, behind the link of whose they are', async () => {
  const {scope, shift, signupId, look, press} = await aPerson();
  app.setNow(new Date(shift.ends_at.getTime() + hour));
  await press({act: 'hours', minutes: '120'});
  const organiser = at({...scope, caller: {kind: 'command'}}, shift.ends_at);

  await during(organiser, async (trx) => refuseHours(trx, (await hoursOf(signupId))[0]!.id, 'Het was een uur korter.'));

  expect(await look()).toContain('De organisator schreef: Het was een uur korter.');
});

test('of work without fixed times one says on which day it was, and no day before one began or still to come', async () => {
  const {signupId, press} = await aPerson({}, false);
  app.setNow(new Date(noon.getTime() + 72 * hour));

  for (const on of ['2026-11-22', '2026-11-27', '', '2026-13-45']) await press({act: 'hours', on, minutes: '60'});
  for (const minutes of ['0', '-5', '721', '1e9', 'veel']) await press({act: 'hours', on: '2026-11-24', minutes});
  expect(await hoursOf(signupId)).toEqual([]);
  await press({act: 'hours', on: '2026-11-24', minutes: '60'});

  expect(await hoursOf(signupId)).toMatchObject([{minutes: 60, worked_on: '2026-11-24'}]);
});

test('all that is kept of somebody is told, of every sign-up with the address', async () => {
  const questions = [{key: 'eten', label: {nl: 'Wat eet je niet?'}, isRequired: false}];
  const {scope, shift, opportunityId, signupId, press} = await aPerson({questions, isForChildren: true, places: 3});
  const other = await createShift(
    {...scope, caller: {kind: 'command'}},
    {opportunityId, start: shift.ends_at.toISOString(), end: new Date(shift.ends_at.getTime() + hour).toISOString(), roles: shift.roles},
  );
  const more = {name: 'Bezoeker Eén', phone: '06 1234 5678', children: 2, answers: {eten: 'Noten'}};
  await signUp(scope, visitor(1, other.id, more));
  await during(scope, (trx) => recordVog(trx, signupId, '2026-11-20', '2029-11-20'));

  const page = await press({act: 'data'});

  for (const told of [
    'Naam: Bezoeker 1',
    'E-mailadres: bezoeker-1@example.nl',
    'Leeftijd: 18 of ouder',
    'Naam: Bezoeker Eén',
    'Telefoonnummer: 06 1234 5678',
    'VOG gezien op: 20 november 2026',
    'Koffie schenken: donderdag 3 december, 12.00–14.00 uur: Bevestigd',
    'Koffie schenken: donderdag 3 december, 14.00–15.00 uur: Wacht op bevestiging',
    'Taak: Hulp',
    'Kinderen die meekomen: 2',
    'Wat eet je niet?: Noten',
  ])
    expect(page).toContain(told);
});

test('an answer is told also when the organiser no longer asks the question', async () => {
  const questions = [{key: 'eten', label: {nl: 'Wat eet je niet?'}, isRequired: false}];
  const {scope, opportunityId, signupId, press} = await aPerson({questions, places: 3});
  await app.database.owner
    .updateTable('signups')
    .set({answers: JSON.stringify({eten: 'Noten'})})
    .where('id', '=', signupId)
    .execute();
  expect(await press({act: 'data'})).toContain('Wat eet je niet?: Noten');

  await changeOpportunity({...scope, caller: {kind: 'command'}}, opportunityId, {questions: []}, '*');

  expect(await press({act: 'data'})).toContain('Antwoord op een vraag die er niet meer staat: Noten');
});

test('the link of one’s own works as long as anything is kept, and says whom to call once nothing is', async () => {
  const {scope, shift} = await aShift(app, {places: 3});
  await changeCommunity({...scope, caller: {kind: 'command'}}, {contact: {name: 'Het loket', phone: '0111 123456'}}, null);
  const {id} = await signUp(scope, visitor(90, shift.id));
  await during(scope, (trx) => confirmEmail(trx, id));
  await app.sweep();
  const told = app.mails.find(({to, subject}) => to === 'bezoeker-90@example.nl' && subject.startsWith('Het is geregeld'));
  const link = /http\S+\/l\/[\w-]{22}/.exec(told?.text ?? '')?.[0] ?? '';
  const lookAfter = async (days: number) => {
    app.setNow(new Date(shift.ends_at.getTime() + days * 24 * hour));
    await app.sweep();
    const answer = await app.request(link);
    return [answer.status, await answer.text()] as const;
  };

  for (const days of [1, 91, 700]) expect(await lookAfter(days)).toEqual([200, expect.stringContaining('Bekijk wat wij van je bewaren')]);
  const [status, page] = await lookAfter(800);

  expect(status).toBe(410);
  expect(page).toContain('Bel of mail ons, dan helpen wij verder: Het loket, 0111 123456.');
});
