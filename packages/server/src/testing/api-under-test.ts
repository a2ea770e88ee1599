import type {ApiUnderTest} from '@buurtkit/msw/shape-suite';
import type {Community} from '../communities/community.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {createPartner} from '../partners/create-partner.ts';
import {changeCommunity} from '../communities/change-community.ts';
import {aMember} from './a-member.ts';
import {anIssuer} from './an-issuer.ts';
import {aSubmission} from './a-submission.ts';
import {aCommunity, aKey, aScope, publicUrl, type TestApp} from './test-app.ts';

/** An app with what the shape suite asks of an API: a community with somebody of every kind, and a region around it. */
export async function anApiUnderTest(app: TestApp): Promise<{api: ApiUnderTest; eemsdelta: Community}> {
  const eemsdelta = await aCommunity(app, {slug: 'eemsdelta'});
  const utrecht = await aCommunity(app, {slug: 'utrecht'});
  await aCommunity(app, {slug: 'buurtkracht', kind: 'region', members: ['eemsdelta', 'utrecht']});
  const story = [{title: {nl: 'Begin'}, text: {nl: 'Zo ging het.'}}];
  const ofResidents = {kind: 'shop', summary: {nl: 'Van en voor bewoners.'}, story} as const;
  await createInitiative(aScope(app, eemsdelta), {name: 'Buurtsuper Holwierde', ...ofResidents});
  await createInitiative(aScope(app, eemsdelta), {name: 'Ons Café', slug: 'ons-cafe', ...ofResidents});
  await createInitiative(aScope(app, utrecht), {name: 'Kracht van Zuilen', ...ofResidents});
  await createPartner(aScope(app, eemsdelta), {name: 'Welzijn', slug: 'welzijn', kind: 'social-work', summary: {nl: 'Helpt.'}});
  const keys = {
    admin: await aKey(app, eemsdelta, 'admin'),
    coordinator: await aKey(app, eemsdelta, 'coordinator'),
    member: await aKey(app, eemsdelta, 'member'),
    initiative: await aKey(app, eemsdelta, 'organiser', 'initiative:ons-cafe'),
    partner: await aKey(app, eemsdelta, 'organiser', 'partner:welzijn'),
    person: (await aMember(app, eemsdelta)).token,
    elsewhere: await aKey(app, utrecht, 'admin'),
  };
  const fetch = async (request: Request): Promise<Response> => {
    const {url, method, headers} = request;
    const hasBody = !['GET', 'HEAD'].includes(method);
    return app.request(url, {method, headers, ...(hasBody && {body: await request.arrayBuffer()})});
  };
  const submission = () => aSubmission(app, eemsdelta);
  const signInCode = async (email: string) => {
    const row = await app.database.owner
      .selectFrom('mails')
      .select('content')
      .where('recipient', '=', email)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    return /\b\d{6}\b/.exec(JSON.stringify(row.content))?.[0] ?? '';
  };
  const issuing = anIssuer();
  const idToken = async () => {
    const {issuer, idTokenFor} = await issuing;
    await changeCommunity(aScope(app, eemsdelta), {tokenIssuers: [{issuer, audience: 'buurtkit'}]}, null);
    const sub = crypto.randomUUID();
    return idTokenFor({sub, email: `${sub}@example.nl`, email_verified: true});
  };
  return {
    api: {origin: publicUrl, fetch, community: 'eemsdelta', region: 'buurtkracht', keys, submission, signInCode, idToken},
    eemsdelta,
  };
}
