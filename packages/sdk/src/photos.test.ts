import {handlers, sampleKeys} from '@buurtkit/msw';
import {setupServer} from 'msw/node';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {createClient} from './index.ts';

const api = 'https://api.example';
const asked: Request[] = [];
const server = setupServer(...handlers({api}));
server.events.on('request:start', ({request}) => void asked.push(request.clone()));
beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
afterAll(() => server.close());

const client = createClient({api, community: 'eemsdelta', key: sampleKeys.admin.key});
const aPicture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
const facade = {initiative: 'buurtsuper-holwierde', alt: {nl: 'De gevel, & de deur.', en: 'The façade.'}, credit: 'Anna Voorbeeld'};

test('a photo goes as it is, with what it shows and who made it beside it', async () => {
  const photo = await client.photos.add(new Blob([aPicture], {type: 'image/png'}), facade);

  const sent = asked.at(-1)!;
  expect([sent.headers.get('Content-Type'), new Uint8Array(await sent.arrayBuffer())]).toEqual(['image/png', aPicture]);
  expect(photo).toMatchObject({alt: facade.alt, credit: 'Anna Voorbeeld', small: {width: 640}});
  expect((await client.initiatives.get('buurtsuper-holwierde')).photos).toContainEqual(photo);
});

test('bytes alone are a photo too', async () => {
  await client.photos.add(aPicture, facade);

  const sent = asked.at(-1)!;
  expect([sent.headers.get('Content-Type'), new Uint8Array(await sent.arrayBuffer())]).toEqual(['image/jpeg', aPicture]);
});

test('a photo is changed by who saw it, and taken away', async () => {
  const {id} = await client.photos.add(aPicture, facade);
  const seen = await client.photos.get(id);

  const changed = await client.photos.change(id, {credit: 'Bea', position: 0}, {ifMatch: seen});

  const {photos} = await client.initiatives.get('buurtsuper-holwierde');
  expect(photos[0]).toEqual(changed);
  await expect(client.photos.change(id, {credit: 'Cor'}, {ifMatch: seen})).rejects.toMatchObject({code: 'revision.changed'});
  expect(await client.photos.remove(id)).toMatchObject({id, credit: 'Bea'});
  await expect(client.photos.get(id)).rejects.toMatchObject({code: 'photo.not-found'});
});
