import {handlers, sampleKeys} from '@buurtkit/msw';
import {setupServer} from 'msw/node';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {createClient} from './index.ts';

const server = setupServer(...handlers());
beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
afterAll(() => server.close());

const client = createClient({api: 'https://api.example', community: 'eemsdelta', key: sampleKeys.admin.key});

test('a moderator decides on what was seen, and once', async () => {
  const {data, total} = await client.moderation.list();
  expect(total).toBe(2);
  const [first, second] = await Promise.all(data.map(({id}) => client.moderation.get(id)));

  expect(await client.moderation.approve(first!.id, {ifMatch: first!})).toMatchObject({id: first!.id, state: 'approved'});
  await expect(client.moderation.refuse(first!.id, 'Toch niet.', {ifMatch: first!})).rejects.toMatchObject({code: 'revision.changed'});
  const seen = await client.moderation.get(first!.id);
  await expect(client.moderation.refuse(seen.id, 'Toch niet.', {ifMatch: seen})).rejects.toMatchObject({code: 'submission.decided'});
  expect(await client.moderation.refuse(second!.id, 'Staat er al.', {ifMatch: second!})).toMatchObject({
    state: 'refused',
    reason: 'Staat er al.',
  });
});

test('a report waits for a moderator until it is closed', async () => {
  const {data} = await client.initiatives.list({limit: 1, community: ['eemsdelta']});
  const {id} = await client.submissions.report({resource: 'initiative', slug: data[0]!.slug, text: 'Klopt niet.'});

  const item = await client.moderation.get(id);
  expect(item).toMatchObject({kind: 'report', text: 'Klopt niet.'});
  expect(await client.moderation.close(id, {ifMatch: item})).toMatchObject({state: 'closed'});
});

test('who gets an initiative’s mail is replaced as it was seen', async () => {
  const {data} = await client.initiatives.list({limit: 1});
  const slug = data[0]!.slug;
  const people = await client.moderation.people(slug);

  const replaced = await client.moderation.replacePeople(slug, {data: [{email: 'an@example.nl'}]}, {ifMatch: people});

  expect(replaced).toMatchObject({total: 1, data: [{email: 'an@example.nl', confirmedAt: null}]});
  await expect(client.moderation.replacePeople(slug, {data: []}, {ifMatch: people})).rejects.toMatchObject({code: 'revision.changed'});
});
