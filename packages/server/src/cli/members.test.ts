import {afterAll, expect, test} from 'vitest';
import {runBuurtkit, type Ended} from '../testing/own-process.ts';
import {aCommunity} from '../testing/test-app.ts';
import {createTestDatabase} from '../testing/test-database.ts';

const opened = await createTestDatabase();
afterAll(opened.close);
await aCommunity(opened, {slug: 'zierikzee'});

const here = ['--community', 'zierikzee', '--json'];
const run = (...args: string[]): Promise<Ended> => runBuurtkit(args, {DATABASE_URL: opened.urls.owner});
const answerOf = ({stdout}: Ended) => JSON.parse(stdout) as Record<string, unknown>;

test('whoever is at the machine invites the first administrator, and changes what somebody may do', {timeout: 120_000}, async () => {
  const invited = await run('members', 'invite', '--email', 'anna@example.nl', '--name', 'Anna', '--role', 'admin', ...here);
  const {id} = answerOf(invited);

  const [again, unusable, listed] = await Promise.all([
    run('members', 'invite', '--email', 'ANNA@example.nl', ...here),
    run('members', 'role', String(id), '--role', 'organiser', ...here),
    run('members', 'list', '--q', 'ann', ...here),
  ]);
  const changed = await run('members', 'role', String(id), '--role', 'organiser', '--for', 'initiative:tuin', ...here);

  expect([invited.code, answerOf(invited)]).toMatchObject([0, {name: 'Anna', role: 'admin'}]);
  expect([again.code, answerOf(again)]).toMatchObject([1, {error: {code: 'member.exists'}}]);
  expect([unusable.code, answerOf(unusable)]).toMatchObject([2, {error: {code: 'usage'}}]);
  expect(answerOf(listed)).toMatchObject({total: 1, data: [{id, email: 'anna@example.nl'}]});
  expect([changed.code, answerOf(changed)]).toMatchObject([0, {id, role: 'organiser', for: 'initiative:tuin'}]);
});

test('a community says who may join, and whose ID tokens count', {timeout: 120_000}, async () => {
  const issuer = ['--token-issuer', 'https://login.example.nl/realm?x=1=buurtkit'];

  const changed = await run('communities', 'set', 'zierikzee', '--membership', 'invited', ...issuer, '--json');
  const inTheOpen = await run('communities', 'set', 'zierikzee', '--token-issuer', 'http://login.example.nl=buurtkit', '--json');

  expect(answerOf(changed)).toMatchObject({
    membership: 'invited',
    tokenIssuers: [{issuer: 'https://login.example.nl/realm?x=1', audience: 'buurtkit'}],
  });
  expect([inTheOpen.code, answerOf(inTheOpen)]).toMatchObject([2, {error: {code: 'usage'}}]);
});
