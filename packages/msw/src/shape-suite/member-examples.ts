import type {OpenedSession, SessionPage} from '@buurtkit/contract';
import {ask, checkAnswer, freshName, type ApiUnderTest} from './api-under-test.ts';
import {check} from './checks.ts';
import {routeNamed, type RouteExample} from './route-example.ts';

const inCommunity = ({community}: ApiUnderTest) => `/communities/${community}`;
const anAddress = () => `${freshName('proef')}@example.nl`;

/** Somebody new, with the code from the mail. */
async function aNewSession(api: ApiUnderTest): Promise<RouteExample> {
  const email = anAddress();
  const asked = await ask(api, 'POST', `${inCommunity(api)}/sign-in-codes`, {body: {email}});
  checkAnswer(asked, routeNamed('createSignInCode'), 202);
  const body = {email, code: await api.signInCode(email)};
  return {status: 201, path: `${inCommunity(api)}/sessions`, ask: {body}, different: {email: anAddress()}};
}

/** Somebody new who is signed in, and of whom no other example needs anything. */
export async function aPerson(api: ApiUnderTest): Promise<OpenedSession> {
  const {path, ask: asked} = await aNewSession(api);
  return signedIn(api, path, asked.body);
}

async function signedIn(api: ApiUnderTest, path: string, body: unknown): Promise<OpenedSession> {
  return checkAnswer(await ask(api, 'POST', path, {body}), routeNamed('createSession'), 201) as OpenedSession;
}

async function aMember(api: ApiUnderTest): Promise<string> {
  const path = `${inCommunity(api)}/members`;
  const made = checkAnswer(await ask(api, 'POST', path, {body: {name: freshName('Proef')}}), routeNamed('createMember'), 201);
  return `${path}/${(made as {id: string}).id}`;
}

/** Something of who is signed in. */
const ofPerson =
  (rest: string, more: Partial<RouteExample> = {}) =>
  async (api: ApiUnderTest): Promise<RouteExample> => ({
    status: 200,
    path: `${inCommunity(api)}${rest}`,
    ...more,
    ask: {...more.ask, key: (await aPerson(api)).token},
  });

export const memberExamples: Record<string, (api: ApiUnderTest) => Promise<RouteExample>> = {
  createSignInCode: async (api) => ({
    status: 202,
    path: `${inCommunity(api)}/sign-in-codes`,
    ask: {body: {email: anAddress(), locale: 'nl'}},
    different: {locale: 'en'},
  }),
  createSession: aNewSession,
  exchangeSession: async (api) => ({
    status: 201,
    path: `${inCommunity(api)}/session-exchanges`,
    ask: {body: {token: await api.idToken()}},
    different: {token: 'iets anders'},
  }),
  listSessions: ofPerson('/sessions'),
  endSession: async (api) => {
    const {path, ask: asked} = await aNewSession(api);
    const {email} = asked.body as {email: string};
    const first = await signedIn(api, path, asked.body);
    await ask(api, 'POST', `${inCommunity(api)}/sign-in-codes`, {body: {email}});
    const {token: key} = await signedIn(api, path, {email, code: await api.signInCode(email)});
    const {data} = checkAnswer(await ask(api, 'GET', path, {key}), routeNamed('listSessions'), 200) as SessionPage;
    check(first.token !== key && data.length === 2, 'Somebody is signed in at two places');
    return {status: 200, path: `${path}/${data.find(({isThisOne}) => !isThisOne)?.id}`, ask: {key}};
  },
  getOwnMember: ofPerson('/members/mine'),
  changeOwnMember: ofPerson('/members/mine', {ask: {body: {name: 'Sanne'}}, different: {name: 'Omar'}}),
  forgetOwnMember: ofPerson('/members/mine'),
  listMembers: async (api) => {
    await aMember(api);
    return {status: 200, path: `${inCommunity(api)}/members`, ask: {key: api.keys.admin}};
  },
  searchMembers: async (api) => {
    await aMember(api);
    return {status: 200, path: `${inCommunity(api)}/member-searches`, ask: {key: api.keys.admin, body: {q: 'proef'}}};
  },
  createMember: async (api) => ({
    status: 201,
    path: `${inCommunity(api)}/members`,
    ask: {body: {name: 'Sanne Voorbeeld', email: anAddress()}},
    different: {locale: 'en'},
  }),
  getMember: async (api) => ({status: 200, path: await aMember(api), ask: {key: api.keys.admin}}),
  setMemberRole: async (api) => ({
    status: 200,
    path: `${await aMember(api)}/role`,
    ask: {body: {role: 'desk'}},
    different: {role: 'coordinator'},
  }),
  forgetMember: async (api) => ({status: 200, path: await aMember(api), ask: {}}),
};
