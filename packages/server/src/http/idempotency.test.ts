import {sql} from 'kysely';
import {afterAll, describe, expect, test} from 'vitest';
import {aCommunity, aKey, createTestApp, write} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const zierikzee = await aCommunity(app, {slug: 'zierikzee'});
const holwierde = await aCommunity(app, {slug: 'holwierde'});
const admin = await aKey(app, zierikzee, 'admin');
const coordinator = await aKey(app, zierikzee, 'coordinator');
const elsewhere = await aKey(app, holwierde, 'admin');
const path = '/v1/communities/zierikzee/initiatives';

const named = (name: string) => ({name, kind: 'other', summary: {nl: 'Samen.'}});

function post(body: unknown, idempotencyKey: string, {key = admin, to = path}: {key?: string; to?: string} = {}): Promise<Response> {
  return app.request(to, write('POST', key, body, {'Idempotency-Key': idempotencyKey}));
}

async function countNamed(name: string): Promise<number> {
  const {rows} = await sql<{count: string}>`select count(*) from initiatives where name = ${name}`.execute(app.database.owner);
  return Number(rows[0]?.count);
}

const isReplay = (response: Response) => response.headers.get('Idempotency-Replayed') === 'true';

test('a hundred who send the same at once make one thing, and all hear the same', async () => {
  const crowd = await Promise.all(Array.from({length: 100}, () => post(named('Eén'), 'crowd-with-one-key')));

  expect(crowd.map(({status}) => status)).toEqual(Array.from({length: 100}, () => 201));
  expect(crowd.filter(isReplay)).toHaveLength(99);
  const texts = await Promise.all(crowd.map((response) => response.text()));
  expect(new Set(texts).size).toBe(1);
  expect(new Set(crowd.map(({headers}) => `${headers.get('ETag')} ${headers.get('Location')}`)).size).toBe(1);
  expect(await countNamed('Eén')).toBe(1);
});

test('fifty who send something of their own at once make fifty things', async () => {
  const crowd = await Promise.all(Array.from({length: 50}, (_, number) => post(named('Velen'), `crowd-with-keys-${number}`)));

  expect(crowd.every(({status}) => status === 201)).toBe(true);
  expect(crowd.some(isReplay)).toBe(false);
  expect(await countNamed('Velen')).toBe(50);
});

test('a key that was used for something else is refused, also by a crowd', async () => {
  await post(named('Eerst'), 'used-before');

  const crowd = await Promise.all(Array.from({length: 10}, () => post(named('Later'), 'used-before')));

  expect(crowd.map(({status}) => status)).toEqual(Array.from({length: 10}, () => 409));
  expect(await crowd[0]?.json()).toMatchObject({code: 'idempotency.key-reused'});
  expect(await countNamed('Later')).toBe(0);
});

test('two callers, two communities and two addresses can choose the same key', async () => {
  const answers = [
    await post(named('Toeval'), 'chosen-twice'),
    await post(named('Toeval'), 'chosen-twice', {key: coordinator}),
    await post(named('Toeval'), 'chosen-twice', {key: elsewhere, to: '/v1/communities/holwierde/initiatives'}),
    await app.request(
      '/v1/communities/zierikzee',
      write('PATCH', admin, {addressForm: 'u'}, {'Idempotency-Key': 'chosen-twice', 'If-Match': '*'}),
    ),
  ];

  expect(answers.map(({status}) => status)).toEqual([201, 201, 201, 200]);
  expect(answers.some(isReplay)).toBe(false);
});

test('one key on two initiatives is no repeat but another request', async () => {
  await post({...named('Ene'), slug: 'ene'}, 'make-the-first');
  await post({...named('Andere'), slug: 'andere'}, 'make-the-second');
  const change = (slug: string) =>
    app.request(`${path}/${slug}`, write('PATCH', admin, {stage: 'paused'}, {'Idempotency-Key': 'pause-them', 'If-Match': '*'}));

  expect((await change('ene')).status).toBe(200);
  expect((await change('andere')).status).toBe(409);
});

test('a repeat is answered as it was, although the thing was changed since', async () => {
  const first = await post({...named('Oud'), slug: 'oud'}, 'make-the-old-one');
  await app.request(`${path}/oud`, write('PATCH', admin, {name: 'Nieuw'}, {'If-Match': '*'}));

  const repeat = await post({...named('Oud'), slug: 'oud'}, 'make-the-old-one');

  expect([repeat.status, isReplay(repeat)]).toEqual([201, true]);
  expect(await repeat.text()).toBe(await first.text());
});

test('what was refused leaves no key behind', async () => {
  await post({...named('Bezet'), slug: 'bezet'}, 'take-the-slug');
  const refused = await post({...named('Ook bezet'), slug: 'bezet'}, 'mend-me-please');
  expect(refused.status).toBe(409);

  const mended = await post({...named('Ook bezet'), slug: 'vrij'}, 'mend-me-please');

  expect([mended.status, isReplay(mended)]).toEqual([201, false]);
});

describe('while the first request is under way', () => {
  /** Holds the community's row of changes, at which every write ends, until it is let go. */
  async function holdUp(): Promise<{letGo: () => Promise<void>}> {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let isHeld = () => {};
    const holding = new Promise<void>((resolve) => (isHeld = resolve));
    const transaction = app.database.owner.transaction().execute(async (trx) => {
      await sql`select from event_heads where community_id = ${zierikzee.id} for update`.execute(trx);
      isHeld();
      await held;
    });
    await holding;
    return {
      letGo: async () => {
        letGo();
        await transaction;
      },
    };
  }

  test('the second waits for it and gets its answer', async () => {
    const {letGo} = await holdUp();
    const first = post(named('Traag'), 'slow-but-sure');
    const second = post(named('Traag'), 'slow-but-sure');
    const early = await Promise.race([first, second, new Promise((resolve) => setTimeout(resolve, 700, 'still waiting'))]);

    await letGo();
    const answers = await Promise.all([first, second]);

    expect(early).toBe('still waiting');
    expect(answers.map(({status}) => status)).toEqual([201, 201]);
    expect(answers.filter(isReplay)).toHaveLength(1);
    expect(await countNamed('Traag')).toBe(1);
  });

  test('and after ten seconds it is told to come back, while the first goes on', {timeout: 30_000}, async () => {
    const {letGo} = await holdUp();
    const answers = [post(named('Trager'), 'much-too-slow'), post(named('Trager'), 'much-too-slow')];
    const start = performance.now();

    const told = await Promise.race(answers);
    const seconds = (performance.now() - start) / 1000;
    await letGo();
    const all = await Promise.all(answers);

    expect(told.status).toBe(409);
    expect(told.headers.get('Retry-After')).toBe('1');
    expect(await told.json()).toMatchObject({code: 'idempotency.in-flight'});
    expect(seconds).toBeGreaterThan(9);
    expect(all.map(({status}) => status).sort()).toEqual([201, 409]);
    expect(await countNamed('Trager')).toBe(1);
    expect(isReplay(await post(named('Trager'), 'much-too-slow'))).toBe(true);
  });
});
