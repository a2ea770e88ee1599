import {handlers, sampleKeys} from '@buurtkit/msw';
import {setupServer} from 'msw/node';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {createClient} from './index.ts';

const api = 'https://api.example';
const server = setupServer(...handlers({api}));
beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
afterAll(() => server.close());

const client = createClient({api, community: 'eemsdelta', key: sampleKeys.admin.key});

test('an editor begins a publication, publishes its editions and reads them back', async () => {
  const {slug} = await client.publications.create({
    title: {nl: 'Stappen'},
    summary: {nl: 'Portretten.'},
    initiatives: ['buurtsuper-holwierde'],
  });
  const first = await client.publications.publish(slug, {note: {nl: 'Het begin.'}});
  await expect(client.publications.publish(slug)).rejects.toMatchObject({code: 'edition.nothing-new'});
  await client.publications.publish(slug, {isForced: true});

  expect(first.number).toBe(1);
  expect(await client.publications.edition(slug, 1)).toEqual(first);
  expect((await client.publications.get(slug)).editions.map(({number}) => number)).toEqual([2, 1]);
  expect((await client.publications.list()).data.map((one) => one.slug)).toEqual([slug]);
});

test('a book and the feed are links, for whatever program the reader has', () => {
  expect(client.publications.bookUrl('stappen', 2)).toBe(`${api}/v1/communities/eemsdelta/publications/stappen/editions/2?format=epub`);
  expect(client.publications.feedUrl()).toBe(`${api}/v1/communities/eemsdelta/feed.atom`);
});

test('the history of an initiative is told without who did it', async () => {
  const made = await client.initiatives.create({name: 'Buurttuin', kind: 'other', summary: {nl: 'Samen.'}});
  await client.initiatives.change(made.slug, {stage: 'paused'}, {ifMatch: await client.initiatives.get(made.slug)});

  const {data, total} = await client.initiatives.history(made.slug);

  expect([total, data.map(({action}) => action)]).toEqual([2, ['initiative.updated', 'initiative.created']]);
});
