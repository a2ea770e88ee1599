import type {Member, MemberPage, MemberReference, Problem} from '@buurtkit/contract';
import {sql} from 'kysely';
import {afterAll, expect, test} from 'vitest';
import {aMember, type SignedIn} from '../testing/a-member.ts';
import {sendTo, signInByMail} from '../testing/sign-in.ts';
import {aCommunity, aKey, createTestApp, write} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const zierikzee = await aCommunity(app, {slug: 'zierikzee'});
const utrecht = await aCommunity(app, {slug: 'utrecht'});
const admin = await aKey(app, zierikzee, 'admin');
const path = '/v1/communities/zierikzee/members';

async function ask<Answer>(method: string, to: string, token: string, body: unknown = {}): Promise<Answer & {code?: string}> {
  const init = method === 'GET' ? {headers: {Authorization: `Bearer ${token}`}} : write(method, token, body);
  return (await app.request(to, init)).json() as Promise<Answer & {code?: string}>;
}

const search = async (q: string, token = admin) =>
  (await ask<MemberPage>('POST', '/v1/communities/zierikzee/member-searches', token, {q})).data.map(({name}) => name);
const setRole = (id: string, body: object, token = admin) => ask<MemberReference>('PUT', `${path}/${id}/role`, token, body);
const mine = (who: Pick<SignedIn, 'token'>) => ask<Member>('GET', `${path}/mine`, who.token);

test('somebody says what they are called and in which language we write', async () => {
  const anna = await aMember(app, zierikzee);

  const changed = await ask<MemberReference>('PATCH', `${path}/mine`, anna.token, {name: 'Anna de Vries', locale: 'en'});

  expect(changed).toEqual({id: anna.memberId, name: 'Anna de Vries', role: 'member', for: null});
  expect(await mine(anna)).toMatchObject({name: 'Anna de Vries', locale: 'en'});
});

test('the desk finds people by a word of their name or by their address, and by nothing in between', async () => {
  await aMember(app, zierikzee, {name: 'Élise van Dijk', email: 'elise@example.nl'});
  await aMember(app, zierikzee, {name: '100% Jan', email: 'Jan_x@example.nl'});
  await aMember(app, utrecht, {name: 'Elise van Elders', email: 'elise.elders@example.nl'});
  const desk = await aKey(app, zierikzee, 'desk');

  expect(await search('elise', desk)).toEqual(['Élise van Dijk']);
  expect(await search('DIJK', desk)).toEqual(['Élise van Dijk']);
  expect(await search('jan_', desk)).toEqual(['100% Jan']);
  expect(await search('100%', desk)).toEqual(['100% Jan']);
  for (const q of ['ise', 'example', '%', '_']) expect(await search(q, desk)).toEqual([]);
});

test('a list of members pages through all of them once, also while others come', async () => {
  await Promise.all(Array.from({length: 7}, () => aMember(app, zierikzee)));
  const {total} = await ask<MemberPage>('GET', path, admin);
  const seen: string[] = [];
  let next: string | null = '';

  while (next !== null) {
    const page: MemberPage = await ask<MemberPage>('GET', `${path}?limit=3${next && `&cursor=${next}`}`, admin);
    seen.push(...page.data.map(({id}) => id));
    ({next} = page);
    await aMember(app, zierikzee);
  }

  expect(new Set(seen).size).toBe(total);
  expect(seen).toHaveLength(total);
});

test('who is invited gets a mail and signs in as that very member; who has no address is a member too', async () => {
  const invited = await ask<MemberReference>('POST', path, admin, {name: 'Bea', email: 'bea@example.nl', role: 'coordinator'});
  const without = await ask<MemberReference>('POST', path, await aKey(app, zierikzee, 'desk'), {name: 'Cor'});
  const again = await ask<MemberReference>('POST', path, admin, {email: 'BEA@example.nl'});
  await app.sweep();
  const {member} = await signInByMail(app, 'zierikzee', 'bea@example.nl');

  expect(app.mails.find(({to, subject}) => to === 'bea@example.nl' && subject.includes('doet mee'))).toBeDefined();
  expect(member).toEqual({id: invited.id, name: 'Bea', role: 'coordinator', for: null});
  expect(await ask<Member>('GET', `${path}/${without.id}`, admin)).toMatchObject({name: 'Cor', email: null, joinedAt: null});
  expect(again.code).toBe('member.exists');
});

test('only an administrator hands out roles, and an organiser is there for one thing', async () => {
  const anna = await aMember(app, zierikzee);
  const coordinator = await aMember(app, zierikzee, {role: 'coordinator'});

  expect((await ask('POST', path, coordinator.token, {email: 'macht@example.nl', role: 'admin'})).code).toBe('auth.not-allowed');
  expect((await setRole(anna.memberId, {role: 'admin'}, coordinator.token)).code).toBe('auth.not-allowed');
  for (const body of [{role: 'organiser'}, {role: 'desk', for: 'initiative:tuin'}]) {
    const {code, errors} = (await setRole(anna.memberId, body)) as MemberReference & Problem;
    expect([code, errors?.[0]?.pointer]).toEqual(['request.invalid', '#/for']);
  }
  expect(await setRole(anna.memberId, {role: 'organiser', for: 'initiative:tuin'})).toMatchObject({
    role: 'organiser',
    for: 'initiative:tuin',
  });
});

test('a role counts at once, in the session that is open', async () => {
  const anna = await aMember(app, zierikzee);
  const status = async () => (await app.request(path, {headers: {Authorization: `Bearer ${anna.token}`}})).status;
  const seen = [await status()];

  await setRole(anna.memberId, {role: 'desk'});
  seen.push(await status());
  await setRole(anna.memberId, {role: 'member'});
  seen.push(await status());

  expect(seen).toEqual([403, 200, 403]);
});

test('who asks to be forgotten is nowhere any more but as a number, is signed out, and can come again as somebody new', async () => {
  const email = 'kanarie@example.nl';
  const {member, token} = await signInByMail(app, 'zierikzee', email);
  await ask('PATCH', `${path}/mine`, token, {name: 'Kanariepiet'});
  await setRole(member.id, {role: 'desk'});
  await sendTo(app, 'zierikzee')('sign-in-codes', {email});

  const gone = await ask<MemberReference>('DELETE', `${path}/mine`, token);
  await app.sweep();

  expect(gone).toEqual({id: member.id, name: null, role: 'member', for: null});
  expect((await mine({token})).code).toBe('auth.required');
  const {rows: tables} = await sql<{name: string}>`select tablename as name from pg_tables where schemaname = 'public'`.execute(
    app.database.owner,
  );
  for (const {name} of tables) {
    const {rows} = await sql<{text: string}>`select to_jsonb(t)::text as text from ${sql.table(name)} t`.execute(app.database.owner);
    expect(rows.map(({text}) => text).join('\n')).not.toMatch(/kanarie/i);
  }
  expect((await signInByMail(app, 'zierikzee', email)).member).toMatchObject({name: null, role: 'member'});
});

test('a member of another community is not found, whatever one does', async () => {
  const elsewhere = await aMember(app, utrecht);

  expect((await ask('GET', `${path}/${elsewhere.memberId}`, admin)).code).toBe('member.not-found');
  expect((await setRole(elsewhere.memberId, {role: 'admin'})).code).toBe('member.not-found');
  expect((await ask('DELETE', `${path}/${elsewhere.memberId}`, admin)).code).toBe('member.not-found');
  expect((await mine({token: elsewhere.token})).code).toBe('auth.not-allowed');
});
