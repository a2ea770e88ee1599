import type {OpenedSession, Problem} from '@buurtkit/contract';
import {sql} from 'kysely';
import {afterAll, beforeEach, describe, expect, test} from 'vitest';
import {changeCommunity} from '../communities/change-community.ts';
import {aProof} from '../testing/proof-of-work.ts';
import {aCode, codeIn, sendTo, signInByMail} from '../testing/sign-in.ts';
import {aCommunity, aKey, aScope, createTestApp, testApp} from '../testing/test-app.ts';
import {writesPerMinute} from '../doors/rate-limits.ts';
import {codesPerDay, codesPerHour, triesPerCode} from './code-store.ts';

const app = await createTestApp();
afterAll(() => app.close());
const zierikzee = await aCommunity(app, {slug: 'zierikzee'});
await aCommunity(app, {slug: 'utrecht'});
const send = sendTo(app, 'zierikzee');

const start = new Date('2026-11-22T09:00:00Z');
const at = (minutes: number) => app.setNow(new Date(start.getTime() + minutes * 60_000));
const hour = 60;
const day = 24 * hour;

let number = 0;
const somebody = () => `bewoner-${(number += 1)}@example.nl`;
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');

async function codeOf(answer: Response | Promise<Response>): Promise<string> {
  const response = await answer;
  return response.ok ? 'done' : ((await response.json()) as Problem).code;
}

const tryCode = (email: string, code: string) => codeOf(send('sessions', {email, code}));
const mine = (token: string, community = 'zierikzee') =>
  app.request(`/v1/communities/${community}/members/mine`, {headers: {Authorization: `Bearer ${token}`}});

beforeEach(() => at(0));

describe('somebody signs in', () => {
  test('with the code from the mail, and is a member from then on', async () => {
    const email = somebody();

    const asked = await send('sign-in-codes', {email, locale: 'en'});
    await app.sweep();
    const signedIn = await send('sessions', {email: email.toUpperCase(), code: codeIn(app, email)});
    const {token, expiresAt, member} = (await signedIn.json()) as OpenedSession;

    expect([asked.status, await asked.json()]).toEqual([202, {state: 'sent'}]);
    expect(app.mails.at(-1)).toMatchObject({to: email, language: 'en', subject: expect.stringContaining('code')});
    expect([signedIn.status, signedIn.headers.get('Cache-Control'), expiresAt]).toEqual([201, 'no-store', '2026-11-22T21:00:00.000Z']);
    expect(token).toMatch(/^bs_[\w-]{43}$/);
    expect(member).toMatchObject({name: null, role: 'member', for: null});
    expect(await (await mine(token)).json()).toMatchObject({id: member.id, email: email.toUpperCase(), joinedAt: start.toJSON()});
  });

  test('again, and is the same member; spaces in the code don’t matter', async () => {
    const email = somebody();
    const first = await signInByMail(app, 'zierikzee', email);
    const code = await aCode(app, 'zierikzee', email);

    const second = (await (await send('sessions', {email, code: ` ${code.slice(0, 3)} ${code.slice(3)}`})).json()) as OpenedSession;

    expect(second.member.id).toBe(first.member.id);
    expect(second.token).not.toBe(first.token);
  });

  test('twice at the same moment for the first time, and is one member', async () => {
    const email = somebody();
    const codes = [await aCode(app, 'zierikzee', email), await aCode(app, 'zierikzee', email)];

    const outcomes = await Promise.all(codes.map((code) => tryCode(email, code)));
    const {rows} = await sql`select id from members where email = ${email}`.execute(app.database.owner);

    expect(outcomes).toEqual(['done', 'done']);
    expect(rows).toHaveLength(1);
  });

  test('in one place, and is nobody in another', async () => {
    const {token} = await signInByMail(app, 'zierikzee', somebody());

    expect((await mine(token)).status).toBe(200);
    expect(await codeOf(mine(token, 'utrecht'))).toBe('auth.not-allowed');
  });
});

describe('a code', () => {
  test('works once', async () => {
    const email = somebody();
    const code = await aCode(app, 'zierikzee', email);

    expect([await tryCode(email, code), await tryCode(email, code)]).toEqual(['done', 'code.used']);
  });

  test('works once, also for who sends the very same request again: the token is told once', async () => {
    const email = somebody();
    const once = {'Idempotency-Key': crypto.randomUUID()};
    const body = {email, code: await aCode(app, 'zierikzee', email)};

    const first = await send('sessions', body, once);
    const again = await send('sessions', body, once);

    expect([first.status, again.status, again.headers.get('Idempotency-Replayed')]).toEqual([201, 409, 'true']);
    expect(await codeOf(again)).toBe('code.used');
  });

  test('works for ten minutes', async () => {
    const email = somebody();
    const code = await aCode(app, 'zierikzee', email);

    at(10);
    expect(await tryCode(email, code)).toBe('code.expired');
  });

  test('works when a newer one was asked for, since mails cross', async () => {
    const email = somebody();
    const [older] = [await aCode(app, 'zierikzee', email), await aCode(app, 'zierikzee', email)];

    expect(await tryCode(email, older)).toBe('done');
  });

  test('of one address or one place opens nothing for another', async () => {
    const [anna, bea] = [somebody(), somebody()];
    const code = await aCode(app, 'zierikzee', anna);
    await aCode(app, 'zierikzee', bea);
    await aCode(app, 'utrecht', anna);

    expect(await tryCode(bea, code)).toBe('code.wrong');
    expect(await codeOf(sendTo(app, 'utrecht')('sessions', {email: anna, code}))).toBe('code.wrong');
  });
});

describe('six digits can’t be guessed', () => {
  test('after five tries the right code is as wrong as any other', async () => {
    const email = somebody();
    const code = await aCode(app, 'zierikzee', email);

    for (let tries = 0; tries < triesPerCode; tries += 1) expect(await tryCode(email, wrongFor(code))).toBe('code.wrong');
    expect(await tryCode(email, code)).toBe('code.wrong');
  });

  test('a crowd that tries at the same moment has no more tries than one', async () => {
    const email = somebody();
    const code = await aCode(app, 'zierikzee', email);

    const outcomes = await Promise.all(Array.from({length: 20}, () => tryCode(email, wrongFor(code))));
    const {rows} = await sql<{tries: number}>`select max(tries) as tries from sign_in_codes group by address_key`.execute(
      app.database.owner,
    );

    expect(new Set(outcomes)).toEqual(new Set(['code.wrong']));
    expect(Math.max(...rows.map(({tries}) => tries))).toBe(triesPerCode);
    expect(await tryCode(email, code)).toBe('code.wrong');
  });

  test('an address gets five codes an hour and ten a day, also when all are asked for at once', async () => {
    const email = somebody();
    const lettersTo = () => app.mails.filter(({to}) => to === email).length;
    const askMany = () => Promise.all(Array.from({length: 12}, async () => (await send('sign-in-codes', {email})).status));
    const seen: number[] = [];

    for (const minutes of [0, hour + 1, 2 * hour + 2, day + 1]) {
      at(minutes);
      expect(new Set(await askMany())).toEqual(new Set([202]));
      await app.sweep();
      seen.push(lettersTo());
    }

    expect(seen).toEqual([codesPerHour, codesPerDay, codesPerDay, codesPerDay + codesPerHour]);
  });

  test('each try costs a proof of work, whatever key is shown, and a network has no more than its share', async () => {
    const guarded = await testApp({BUURTKIT_DEFENCES: 'on'});
    const community = await aCommunity(guarded, {slug: 'zierikzee'});
    const guess = sendTo(guarded, 'zierikzee');
    const body = {email: 'anna@example.nl', code: '123456'};
    const proof = await aProof(guarded.request);

    expect(await codeOf(guess('sessions', body))).toBe('proof.required');
    expect(await codeOf(guess('sessions', body, {Authorization: `Bearer ${await aKey(guarded, community, 'admin')}`}))).toBe(
      'proof.required',
    );
    expect(await codeOf(guess('sessions', body, proof))).toBe('code.wrong');
    expect(await codeOf(guess('sessions', body, proof))).toBe('proof.used');
    const more = await Promise.all(Array.from({length: writesPerMinute}, () => codeOf(guess('sessions', body))));
    expect(more).toContain('request.rate-limited');
  });
});

describe('nobody learns whether an address is known', () => {
  const invited = 'genodigd@example.nl';

  test('the answer is the same for a member, a stranger, and a stranger where one is invited', async () => {
    const known = somebody();
    await signInByMail(app, 'zierikzee', known);
    const answers: unknown[] = [];
    const ask = async (email: string) => {
      const response = await send('sign-in-codes', {email});
      answers.push([
        response.status,
        response.headers.get('ETag'),
        await response.text(),
        await tryCode(email, 'x'),
        await tryCode(email, '999 999'),
      ]);
    };

    await ask(known);
    await ask(somebody());
    await changeCommunity(aScope(app, zierikzee), {membership: 'invited'}, null);
    await ask(known);
    await ask(somebody());
    await changeCommunity(aScope(app, zierikzee), {membership: 'open'}, null);

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test('who was not invited gets a mail that says how to join, and no code', async () => {
    const stranger = somebody();
    const admin = {Authorization: `Bearer ${await aKey(app, zierikzee, 'admin')}`};
    await changeCommunity(aScope(app, zierikzee), {membership: 'invited'}, null);
    expect((await send('members', {email: invited}, admin)).status).toBe(201);

    await send('sign-in-codes', {email: stranger});
    const {member} = await signInByMail(app, 'zierikzee', invited);
    await changeCommunity(aScope(app, zierikzee), {membership: 'open'}, null);

    const letter = app.mails.find(({to}) => to === stranger);
    expect(letter?.text).toContain('uitnodiging');
    expect(letter?.text).not.toMatch(/\d{6}/);
    expect(member.role).toBe('member');
    expect((await sql`select from members where email = ${stranger}`.execute(app.database.owner)).rows).toEqual([]);
  });
});

test('of an address, a code and a token nothing stands anywhere but with the member and in the mail that waits', async () => {
  const email = 'kanarie@example.nl';
  const code = await aCode(app, 'zierikzee', email);
  const {token} = (await (await send('sessions', {email, code})).json()) as OpenedSession;
  await mine(token);
  const {rows: tables} = await sql<{
    schema: string;
    name: string;
  }>`select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'pgboss')`.execute(app.database.owner);

  const found: string[] = [];
  for (const {schema, name} of tables) {
    const {rows} = await sql<{text: string}>`select to_jsonb(t)::text as text from ${sql.id(schema, name)} t`.execute(app.database.owner);
    const text = rows.map((row) => row.text).join('\n');
    if (text.includes(email) || text.includes(token) || new RegExp(`"${code}"|\\b${code} is`).test(text)) found.push(name);
  }

  expect(found).toEqual(['members']);
  for (const secret of [email, code, token]) expect(app.logged.join('\n')).not.toContain(secret);
});
