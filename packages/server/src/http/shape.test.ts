import {shapeSuite} from '@buurtkit/msw/shape-suite';
import {afterAll, describe, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {aSubmission} from '../testing/a-submission.ts';
import {aCommunity, aKey, aScope, createTestApp, publicUrl} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());

const eemsdelta = await aCommunity(app, {slug: 'eemsdelta'});
const utrecht = await aCommunity(app, {slug: 'utrecht'});
await aCommunity(app, {slug: 'buurtkracht', kind: 'region', members: ['eemsdelta', 'utrecht']});
for (const [community, name] of [
  [eemsdelta, 'Buurtsuper Holwierde'],
  [eemsdelta, 'Ons Café'],
  [utrecht, 'Kracht van Zuilen'],
] as const) {
  const story = [{title: {nl: 'Begin'}, text: {nl: 'Zo ging het.'}}];
  await createInitiative(aScope(app, community), {name, kind: 'shop', summary: {nl: 'Van en voor bewoners.'}, story});
}

const keys = {
  admin: await aKey(app, eemsdelta, 'admin'),
  coordinator: await aKey(app, eemsdelta, 'coordinator'),
  member: await aKey(app, eemsdelta, 'member'),
  elsewhere: await aKey(app, utrecht, 'admin'),
};

const submission = () => aSubmission(app, eemsdelta);

describe('the server has the shape of the API', () => {
  for (const {name, run} of shapeSuite({origin: publicUrl, fetch: answer, community: 'eemsdelta', region: 'buurtkracht', keys, submission}))
    test(name, run);
});

async function answer(request: Request): Promise<Response> {
  const {url, method, headers} = request;
  const hasBody = !['GET', 'HEAD'].includes(method);
  return app.request(url, {method, headers, ...(hasBody && {body: await request.arrayBuffer()})});
}
