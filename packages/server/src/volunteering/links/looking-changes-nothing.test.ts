import {afterAll, expect, test} from 'vitest';
import {createLink} from '../../links/create-link.ts';
import type {LinkPurpose} from '../../links/link-page.ts';
import {everyCell} from '../../testing/every-cell.ts';
import {createTestApp} from '../../testing/test-app.ts';
import {confirmEmail} from '../signups/confirm-email.ts';
import {cancelSignup} from '../signups/cancel-signup.ts';
import {signUp} from '../signups/sign-up.ts';
import {aShift, during, hour, noon, visitor} from '../testing/a-shift.ts';

const app = await createTestApp();
afterAll(() => app.close());

const young = {ageBand: '12-15', guardianEmail: 'ouder@example.nl'} as const;

test.each<[LinkPurpose, number]>([
  ['signup.confirm', 0],
  ['signup.confirm', 25],
  ['signup.manage', 1],
  ['signup.offer', 1],
  ['signup.offer', 26],
  ['signup.guardian', 1],
  ['signup.guardian', 80],
])('opening a link for %s, as mail scanners do, changes nothing, also %i hours later', async (purpose, hours) => {
  app.setNow(noon);
  const {scope, shift} = await aShift(app, {places: 1, waiting: 3, minAge: 12, minors: 'guardian'});
  const first = await signUp(scope, visitor(1, shift.id, young));
  const second = await signUp(scope, visitor(2, shift.id, young));
  if (purpose !== 'signup.confirm') await during(scope, (trx) => confirmEmail(trx, first.id));
  if (purpose === 'signup.offer') await during(scope, (trx) => cancelSignup(trx, first.id, 'organiser', null));
  const subjectId = purpose === 'signup.offer' ? second.id : first.id;
  const link = await during(scope, (trx) => createLink(trx, {purpose, subjectId, expiresAt: null}));
  app.setNow(new Date(noon.getTime() + hours * hour));
  const before = await everyCell(app);

  const statuses = [];
  for (const method of ['HEAD', 'GET', 'GET', 'OPTIONS']) statuses.push((await app.request(link, {method})).status);

  expect(statuses).toEqual([200, 200, 200, 204]);
  expect(await everyCell(app)).toEqual(before);
});
