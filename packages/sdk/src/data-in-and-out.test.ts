import {handlers, sampleKeys} from '@buurtkit/msw';
import {setupServer} from 'msw/node';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {createClient} from './index.ts';

const api = 'https://api.example';
const server = setupServer(...handlers({api}));
beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
afterAll(() => server.close());

const client = createClient({api, community: 'eemsdelta', key: sampleKeys.admin.key});
const buurttuin = {name: 'Buurttuin', kind: 'other', summary: {nl: 'Samen tuinieren.'}} as const;

test('a record of another system goes by its id there, whatever letters that has', async () => {
  const added = await client.sources.putInitiative('sociale-kaart-x', 'a/b c', buurttuin);
  const changed = await client.sources.putInitiative('sociale-kaart-x', 'a/b c', {...buurttuin, name: 'Tuin'});

  expect(changed).toMatchObject({id: added.id, name: 'Tuin', externalIds: [{source: 'sociale-kaart-x', id: 'a/b c'}]});
});

test('each of many records has its own result', async () => {
  const records = [{id: '1', ...buurttuin}, {id: '2'}];

  const {data} = await client.sources.upsert({source: 'x', resource: 'initiative', records});

  expect(data.map(({action}) => action)).toEqual(['created', 'refused']);
});

test('a file is offered, committed and taken back', async () => {
  const {id, state} = await client.imports.offer('csv', 'name,kind,summary_nl\nTuin,other,Groen\n');
  await client.imports.commit(id);

  expect(state).toBe('planned');
  expect((await client.imports.get(id)).state).toBe('committed');
  expect((await client.imports.undo(id)).state).toBe('undone');
  await expect(client.imports.commit(id)).rejects.toMatchObject({code: 'import.decided'});
});

test('all there is comes as the text of a file; who may not have it hears why', async () => {
  expect(await client.imports.exportText('csv')).toContain('id,slug,name,');
  await expect(createClient({api, community: 'eemsdelta'}).imports.exportText('csv')).rejects.toMatchObject({code: 'auth.required'});
});
