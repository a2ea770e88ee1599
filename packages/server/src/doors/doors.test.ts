import {createClient} from '@buurtkit/sdk';
import type {Problem} from '@buurtkit/contract';
import {sql} from 'kysely';
import {afterEach, describe, expect, test, vi} from 'vitest';
import type {Community} from '../communities/community.ts';
import type {RequestContext} from '../http/request-context.ts';
import {aProof} from '../testing/proof-of-work.ts';
import {aCommunity, aKey, aScope, publicUrl, testApp, type TestApp} from '../testing/test-app.ts';
import {clientAddress, networkOf} from './client-address.ts';
import {passForm} from './form-door.ts';
import {formToken} from './form-token.ts';
import {writesPerDay, writesPerMinute} from './rate-limits.ts';

const path = '/v1/communities/zierikzee/submissions';

type Guarded = TestApp & {zierikzee: Community; brouwershaven: Community};

async function guarded(): Promise<Guarded> {
  const app = await testApp({BUURTKIT_DEFENCES: 'on'});
  return {...app, zierikzee: await aCommunity(app, {slug: 'zierikzee'}), brouwershaven: await aCommunity(app, {slug: 'brouwershaven'})};
}

const submission = {content: {name: 'Buurttuin', kind: 'other', summary: {nl: 'Tuin.'}}, email: 'anna@example.nl'};

function sending(headers: Record<string, string> = {}, body: unknown = submission): RequestInit {
  return {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...headers},
  };
}

async function codeOf(response: Response): Promise<string> {
  return ((await response.json()) as Problem).code;
}

afterEach(() => vi.useRealTimers());

describe('a proof of work', () => {
  test('lets in who has no key, and without one nothing is written', async () => {
    const app = await guarded();

    const without = await app.request(path, sending());
    const withProof = await app.request(path, sending(await aProof(app.request)));

    expect([without.status, await codeOf(without)]).toEqual([403, 'proof.required']);
    expect(withProof.status).toBe(202);
    expect((await sql`select * from mails`.execute(app.database.owner)).rows).toHaveLength(1);
  });

  test('comes with the SDK by itself', async () => {
    const app = await guarded();
    const client = createClient({api: publicUrl, community: 'zierikzee', fetch: (url, init) => app.request(url, init)});

    const {state} = await client.submissions.create({
      content: {name: 'Buurttuin', kind: 'other', summary: {nl: 'Tuin.'}},
      email: 'anna@example.nl',
    });

    expect(state).toBe('awaiting-email');
  });

  test('counts for one write, also when many try at the same moment; a repeated request needs no second one', async () => {
    const app = await guarded();
    const proof = await aProof(app.request);
    const once = {...proof, 'Idempotency-Key': 'een-en-dezelfde'};

    const first = await app.request(path, sending(once));
    const again = await app.request(path, sending({'Idempotency-Key': once['Idempotency-Key']}));
    const others = await Promise.all(Array.from({length: 8}, () => app.request(path, sending(proof))));

    expect([first.status, again.status, again.headers.get('Idempotency-Replayed')]).toEqual([202, 202, 'true']);
    expect(await Promise.all(others.map(codeOf))).toEqual(others.map(() => 'proof.used'));
    expect((await sql`select * from mails`.execute(app.database.owner)).rows).toHaveLength(1);
  });

  test('is not used up by a request that was wrong', async () => {
    const app = await guarded();
    const proof = await aProof(app.request);

    expect(await codeOf(await app.request(path, sending(proof, {...submission, email: 'geen adres'})))).toBe('request.invalid');
    expect((await app.request(path, sending(proof))).status).toBe(202);
  });

  test('that is changed, made up, late or of another database is none', async () => {
    const app = await guarded();
    const {Authorization} = await aProof((await guarded()).request);
    const own = JSON.parse(Buffer.from((await aProof(app.request)).Authorization.slice(15), 'base64').toString()) as {
      challenge: {parameters: object};
      solution: {counter: number};
    };
    const encoded = (value: unknown) => `Altcha payload=${Buffer.from(JSON.stringify(value)).toString('base64')}`;
    const longer = {...own, challenge: {...own.challenge, parameters: {...own.challenge.parameters, expiresAt: 4_102_444_800}}};
    const unsolved = {...own, solution: {counter: own.solution.counter, derivedKey: 'ab'.repeat(32)}};

    for (const wrong of [Authorization, encoded(longer), encoded(unsolved), encoded([]), 'Altcha payload=%%%', 'Altcha', 'Basic x'])
      expect(await codeOf(await app.request(path, sending({Authorization: wrong})))).toBe('proof.required');

    vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 11 * 60_000});
    expect(await codeOf(await app.request(path, sending({Authorization: encoded(own)})))).toBe('proof.required');
  });

  test('is not asked of a key of the community, and is of any other key', async () => {
    const app = await guarded();
    const bearer = async (community: Community) => ({Authorization: `Bearer ${await aKey(app, community, 'desk')}`});

    expect((await app.request(path, sending(await bearer(app.zierikzee)))).status).toBe(202);
    expect(await codeOf(await app.request(path, sending(await bearer(app.brouwershaven))))).toBe('proof.required');
    expect(await codeOf(await app.request(path, sending({Authorization: `Bearer bk_${'x'.repeat(43)}`})))).toBe('proof.required');
  });

  test('a challenge is another one each time, and kept by nobody', async () => {
    const app = await guarded();

    const [one, other] = await Promise.all([app.request('/v1/altcha-challenge'), app.request('/v1/altcha-challenge')]);

    expect(one.headers.get('Cache-Control')).toBe('no-store');
    expect(one.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await one.json()).not.toEqual(await other.json());
  });
});

describe('limits', () => {
  test('hold back who writes more than anybody does, say for how long, and let readers and keys by', async () => {
    const app = await guarded();
    const key = await aKey(app, app.zierikzee, 'desk');

    const answers = await Promise.all(Array.from({length: writesPerMinute + 10}, () => app.request(path, sending())));

    const held = answers.filter(({status}) => status === 429);
    expect(held).toHaveLength(10);
    expect(await codeOf(held[0]!)).toBe('request.rate-limited');
    const wait = Number(held[0]?.headers.get('Retry-After'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect((await app.request('/v1/communities/zierikzee/initiatives')).status).toBe(200);
    expect((await app.request(path, sending({Authorization: `Bearer ${key}`}))).status).toBe(202);
  });

  test('of a minute are over after a minute; those of a day are not', async () => {
    const app = await guarded();
    vi.useFakeTimers({toFake: ['Date'], now: Date.now()});
    const statuses = new Map<number, number>();
    for (let minute = 0; minute < 15; minute += 1) {
      for (const {status} of await Promise.all(Array.from({length: writesPerMinute}, () => app.request(path, sending()))))
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      vi.setSystemTime(Date.now() + 61_000);
    }

    expect(statuses.get(403)).toBe(writesPerDay);
    const late = await app.request(path, sending());
    expect(Number(late.headers.get('Retry-After'))).toBeGreaterThan(3600);
  });

  test('are kept without any address, and forgotten when they are over', async () => {
    const app = await guarded();
    await app.request(path, sending({'X-Forwarded-For': '192.0.2.44'}));
    const kept = await sql<{key: string}>`select key from rate_limits`.execute(app.database.owner);
    expect(kept.rows).toHaveLength(2);
    expect(JSON.stringify(kept.rows)).not.toMatch(/192\.0\.2|127\.0\.0/);

    vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 2 * 86_400_000});
    await app.sweep();
    expect((await sql`select key from rate_limits`.execute(app.database.owner)).rows).toEqual([]);
  });
});

describe('who asks', () => {
  const context = (peer: string, forwarded?: string) =>
    ({
      env: {incoming: {socket: {remoteAddress: peer}}},
      req: {header: (name: string) => (name === 'X-Forwarded-For' ? forwarded : undefined)},
    }) as unknown as RequestContext;

  test.each([
    ['nobody in between', '192.0.2.1', undefined, [], '192.0.2.1'],
    ['somebody who only says that he is another', '192.0.2.1', '198.51.100.7', [], '192.0.2.1'],
    ['a proxy of ours', '10.0.0.5', '198.51.100.7', ['10.0.0.0/8'], '198.51.100.7'],
    ['two proxies of ours', '10.0.0.5', '198.51.100.7, 10.9.9.9', ['10.0.0.0/8'], '198.51.100.7'],
    ['somebody who puts another in front', '10.0.0.5', '203.0.113.9, 198.51.100.7', ['10.0.0.0/8'], '198.51.100.7'],
    ['IPv4 at an IPv6 socket', '::ffff:10.0.0.5', '198.51.100.7', ['10.0.0.5'], '198.51.100.7'],
    ['a proxy that says nothing', '10.0.0.5', undefined, ['10.0.0.5'], '10.0.0.5'],
    ['a proxy that says nonsense', '10.0.0.5', 'unknown', ['10.0.0.5'], '10.0.0.5'],
    ['IPv6 behind an IPv6 proxy', '2001:db8::1', '2001:db8:7::9', ['2001:db8::/64'], '2001:db8:7::9'],
  ])('%s', (_name, peer, forwarded, trusted, expected) => {
    expect(clientAddress(context(peer, forwarded), trusted)).toBe(expected);
  });

  test('everybody in a home has one network, its neighbour another', () => {
    expect(networkOf('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toBe(networkOf('2001:0DB8:1:2::1'));
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'));
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0');
    expect(networkOf('192.0.2.1')).toBe('192.0.2.1');
  });
});

describe('the form of a page without JavaScript', () => {
  async function aForm(app: Guarded) {
    const scope = aScope(app, app.zierikzee);
    const c = {env: {}, get: () => app.services, req: {header: () => undefined}} as unknown as RequestContext;
    return {scope, pass: (fields: Record<string, string>) => passForm(c, scope, new URLSearchParams(fields), 'submit')};
  }

  test('takes who reads before pressing, and neither a machine nor a form of elsewhere', async () => {
    const app = await guarded();
    const {scope, pass} = await aForm(app);
    const token = await formToken(scope, 'submit');

    expect(await pass({formToken: token})).toBe('too-soon');
    vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 4100});
    expect(await pass({formToken: token})).toBe('passed');
    expect(await pass({formToken: token, homepage: 'https://spam.example'})).toBe('trapped');
    expect(await pass({formToken: await formToken(scope, 'other')})).toBe('stale');
    expect(await pass({})).toBe('stale');
    vi.setSystemTime(Date.now() + 25 * 3_600_000);
    expect(await pass({formToken: token})).toBe('stale');
  });

  test('has a quarter of the rate', async () => {
    const app = await guarded();
    const {pass} = await aForm(app);
    let passed = 0;
    await expect(
      (async () => {
        for (; passed < 100; passed += 1) await pass({});
      })(),
    ).rejects.toMatchObject({code: 'request.rate-limited'});

    expect(passed).toBe(Math.floor(writesPerMinute / 4));
  });
});
