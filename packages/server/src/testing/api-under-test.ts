import type {ApiUnderTest} from '@buurtkit/msw/shape-suite';
import type {Community} from '../communities/community.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {createPartner} from '../partners/create-partner.ts';
import {aMember} from './a-member.ts';
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
  return {
    api: {origin: publicUrl, fetch, community: 'eemsdelta', region: 'buurtkracht', keys, submission},
    eemsdelta,
  };
}
