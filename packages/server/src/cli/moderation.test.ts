import {afterAll, expect, test} from 'vitest';
import {inTransaction} from '../scope.ts';
import {confirmSubmission} from '../submissions/confirm-submission.ts';
import {submitInitiative} from '../submissions/submit-initiative.ts';
import {runBuurtkit, type Ended} from '../testing/own-process.ts';
import {aCommunity, aScope} from '../testing/test-app.ts';
import {createTestDatabase} from '../testing/test-database.ts';

const opened = await createTestDatabase();
afterAll(opened.close);
const scope = aScope(opened, await aCommunity(opened, {slug: 'zierikzee'}));

const run = (...args: string[]): Promise<Ended> => runBuurtkit(['moderation', ...args], {DATABASE_URL: opened.urls.owner});

async function aWaiting(name: string): Promise<string> {
  const content = {name, kind: 'other' as const, summary: {nl: 'Van bewoners.'}};
  const {id} = await submitInitiative(scope, {content, email: 'bewoner@example.nl'});
  await inTransaction(scope, (trxScope) => confirmSubmission(trxScope, id));
  return id;
}

test('whoever is at the machine sees what waits, and decides', {timeout: 120_000}, async () => {
  const [good, bad] = [await aWaiting('Buurttuin \u001b[31mrood'), await aWaiting('Reclame')];
  const here = ['--community', 'zierikzee'];

  const [words, list, shown] = await Promise.all([
    run('list', ...here),
    run('list', ...here, '--json'),
    run('show', good, ...here, '--json'),
  ]);
  expect(words.stdout).toContain(good);
  expect(words.stdout).not.toContain('\u001b');
  expect(JSON.parse(list.stdout)).toMatchObject({total: 2, data: [{id: good}, {id: bad}]});
  expect(JSON.parse(shown.stdout)).toMatchObject({id: good, content: {summary: {nl: 'Van bewoners.'}}});

  const [approved, refused, without] = await Promise.all([
    run('approve', good, ...here, '--json'),
    run('refuse', bad, ...here, '--reason', 'Dit is reclame.', '--json'),
    run('refuse', bad, ...here),
  ]);
  expect([approved.code, JSON.parse(approved.stdout)]).toMatchObject([0, {state: 'approved', subject: {resource: 'initiative'}}]);
  expect([refused.code, JSON.parse(refused.stdout)]).toMatchObject([0, {state: 'refused', reason: 'Dit is reclame.'}]);
  expect([without.code, without.stdout]).toEqual([2, '']);

  const again = await run('approve', bad, ...here, '--json');
  expect([again.code, JSON.parse(again.stdout)]).toMatchObject([1, {error: {code: 'submission.decided'}}]);
});
