import type {OpenedSession, Problem} from '@buurtkit/contract';
import {SignJWT, exportJWK, exportSPKI, generateKeyPair, importJWK} from 'jose';
import {afterAll, afterEach, beforeEach, expect, test, vi} from 'vitest';
import {changeCommunity} from '../communities/change-community.ts';
import {aMember} from '../testing/a-member.ts';
import {anIssuer, type Account} from '../testing/an-issuer.ts';
import {sendTo, signInByMail} from '../testing/sign-in.ts';
import {aCommunity, aScope, createTestApp} from '../testing/test-app.ts';

const app = await createTestApp();
const ours = await anIssuer();
const elsewhere = await anIssuer();
afterAll(() => Promise.all([app.close(), ours.close(), elsewhere.close()]));
const zierikzee = await aCommunity(app, {slug: 'zierikzee'});
await aCommunity(app, {slug: 'utrecht'});
const scope = aScope(app, zierikzee);
await changeCommunity(scope, {tokenIssuers: [{issuer: ours.issuer, audience: 'buurtkit'}]}, null);

let number = 0;
function somebody(more: Partial<Account> = {}): Account {
  number += 1;
  return {sub: `account-${number}`, email: `bewoner-${number}@example.nl`, email_verified: true, name: 'Anna', ...more};
}

const send = (token: string, headers?: Record<string, string>) => sendTo(app, 'zierikzee')('session-exchanges', {token}, headers);

async function outcome(token: string): Promise<string> {
  const response = await send(token);
  return response.status === 201 ? 'done' : ((await response.json()) as Problem).code;
}

async function exchanged(account: Account): Promise<OpenedSession> {
  const response = await send(await ours.idTokenFor(account));
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as OpenedSession;
}

beforeEach(() => app.setNow(null));
afterEach(() => vi.useRealTimers());

/** A token with these claims, whoever signed it. */
function claims(account: Account, more: object = {}) {
  const now = Math.floor(Date.now() / 1000);
  return {iss: ours.issuer, aud: 'buurtkit', iat: now, exp: now + 300, ...account, ...more};
}

test('who is known at their own site is signed in with its ID token, and is a member from then on', async () => {
  const account = somebody();

  const {token, member} = await exchanged(account);
  const mine = await app.request('/v1/communities/zierikzee/members/mine', {headers: {Authorization: `Bearer ${token}`}});

  expect(member).toMatchObject({name: 'Anna', role: 'member'});
  expect(await mine.json()).toMatchObject({id: member.id, email: account.email});
});

test('somebody is the same member by either way, and by the site also after a new e-mail address', async () => {
  const account = somebody();
  const byMail = await signInByMail(app, 'zierikzee', account.email!);

  const bySite = await exchanged(account);
  const later = await exchanged({...account, email: 'nieuw@example.nl'});
  const withoutAddress = await exchanged({sub: account.sub});

  expect([bySite.member.id, later.member.id, withoutAddress.member.id]).toEqual(Array(3).fill(byMail.member.id));
});

test('an address that the site has not verified makes nobody a member, and nobody another', async () => {
  const admin = await aMember(app, zierikzee, {role: 'admin', email: 'beheer@example.nl'});
  const impostor = somebody({email: 'beheer@example.nl', email_verified: false});

  expect(await outcome(await ours.idTokenFor(impostor))).toBe('token.not-accepted');
  expect(await outcome(await ours.idTokenFor(somebody({email_verified: false})))).toBe('token.not-accepted');
  expect(await outcome(await ours.idTokenFor({sub: 'zonder-adres'}))).toBe('token.not-accepted');
  expect(admin.token).toMatch(/^bs_/);
});

test('where one joins by invitation, the site alone invites nobody', async () => {
  const account = somebody();
  await aMember(app, zierikzee, {email: account.email!});
  await changeCommunity(scope, {membership: 'invited'}, null);

  const invited = await outcome(await ours.idTokenFor(account));
  const stranger = await outcome(await ours.idTokenFor(somebody()));
  await changeCommunity(scope, {membership: 'open'}, null);

  expect([invited, stranger]).toEqual(['done', 'member.not-invited']);
});

test('a token counts once, also for twenty at the same moment and with another signature', async () => {
  const token = await ours.idTokenFor(somebody());
  const once = {'Idempotency-Key': crypto.randomUUID()};

  const outcomes = await Promise.all(Array.from({length: 20}, () => outcome(token)));
  const replay = await ours.idTokenFor(somebody());
  const [first, again] = [await send(replay, once), await send(replay, once)];

  expect(outcomes.toSorted()).toEqual(['done', ...Array(19).fill('token.used')]);
  expect([first.status, again.status, ((await again.json()) as Problem).code]).toEqual([201, 409, 'code.used']);
  expect(await outcome(otherSignature(token))).not.toBe('done');
});

/** Of an ECDSA signature (r, s) there is a second one, (r, n − s), that is as good. */
function otherSignature(token: string): string {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const [head, body, signature = ''] = token.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  const other = (order - BigInt(`0x${bytes.subarray(32).toString('hex')}`)).toString(16).padStart(64, '0');
  return `${head}.${body}.${Buffer.concat([bytes.subarray(0, 32), Buffer.from(other, 'hex')]).toString('base64url')}`;
}

test('the second signature of a token that nobody used is good, and so the token itself is used then', async () => {
  const token = await ours.idTokenFor(somebody());

  expect([await outcome(otherSignature(token)), await outcome(token)]).toEqual(['done', 'token.used']);
});

test('a token of another issuer, for another client or for another community is refused', async () => {
  const account = somebody();
  const inUtrecht = await sendTo(app, 'utrecht')('session-exchanges', {token: await ours.idTokenFor(account)});

  expect(await outcome(await elsewhere.idTokenFor(account))).toBe('token.not-accepted');
  expect(await outcome(await ours.idTokenFor(account, 'een-ander'))).toBe('token.not-accepted');
  expect(((await inUtrecht.json()) as Problem).code).toBe('token.not-accepted');
});

test('a token that has expired, is from the future or was good for too long is refused', async () => {
  const token = await ours.idTokenFor(somebody());
  const after = (minutes: number) => app.setNow(new Date(Date.now() + minutes * 60_000));

  after(-5);
  expect(await outcome(token)).toBe('token.not-accepted');
  for (const minutes of [61, 121]) {
    after(minutes);
    expect(await outcome(token)).toBe('token.not-accepted');
  }
  app.setNow(null);
  expect(await outcome(token)).toBe('done');
});

test('after the issuer took other keys, tokens of the new ones are good and of the old ones are not', async () => {
  const old = await ours.idTokenFor(somebody());
  expect(await outcome(await ours.idTokenFor(somebody()))).toBe('done');
  await ours.rotateKeys();
  vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 11_000});

  expect(await outcome(await ours.idTokenFor(somebody()))).toBe('done');
  expect(await outcome(old)).toBe('token.not-accepted');
});

test('a token that nobody signed, or signed with what anybody knows, is refused', async () => {
  const account = somebody();
  const [key] = await ours.publicKeys();
  const unsigned = (alg: string) =>
    `${Buffer.from(JSON.stringify({alg, kid: key!.kid})).toString('base64url')}.${Buffer.from(JSON.stringify(claims(account))).toString('base64url')}.`;
  const publicPem = await exportSPKI((await importJWK(key!, 'ES256', {extractable: true})) as CryptoKey);
  const signedWith = (secret: string) =>
    new SignJWT(claims(account)).setProtectedHeader({alg: 'HS256', kid: key!.kid!}).sign(new TextEncoder().encode(secret));

  for (const alg of ['none', 'None', 'ES256']) expect(await outcome(unsigned(alg))).toBe('token.not-accepted');
  for (const secret of [publicPem, JSON.stringify(key)]) expect(await outcome(await signedWith(secret))).toBe('token.not-accepted');
});

test('a token signed with a key of one’s own, also one that it brings along, is refused', async () => {
  const {privateKey, publicKey} = await generateKeyPair('ES256', {extractable: true});
  const [key] = await ours.publicKeys();
  const jwk = await exportJWK(publicKey);
  const sign = (header: object) => new SignJWT(claims(somebody())).setProtectedHeader({alg: 'ES256', ...header}).sign(privateKey);

  for (const header of [{kid: key!.kid!}, {jwk}, {jku: `${elsewhere.issuer}/jwks`}])
    expect(await outcome(await sign(header))).toBe('token.not-accepted');
});

test('what is no token at all is refused, and an issuer that is away is nobody’s fault', async () => {
  const away = await anIssuer();
  const token = await away.idTokenFor(somebody());
  await changeCommunity(scope, {tokenIssuers: [{issuer: away.issuer, audience: 'buurtkit'}]}, null);
  await away.close();

  const outcomes = [await outcome('geen token'), await outcome('a.b.c'), await outcome(token)];
  await changeCommunity(scope, {tokenIssuers: [{issuer: ours.issuer, audience: 'buurtkit'}]}, null);

  expect(outcomes).toEqual(['token.not-accepted', 'token.not-accepted', 'server.unavailable']);
});
