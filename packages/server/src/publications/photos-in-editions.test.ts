import {strFromU8, unzipSync} from 'fflate';
import sharp from 'sharp';
import {afterAll, expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {addPhoto} from '../photos/add-photo.ts';
import {removePhoto} from '../photos/remove-photo.ts';
import {aCommunity, aKey, aScope, createTestApp, publicUrl, write} from '../testing/test-app.ts';
import {openXmlReader} from '../testing/xml-reader.ts';

const app = await createTestApp();
const {readXml, close} = await openXmlReader();
afterAll(async () => {
  await app.close();
  await close();
});

const community = await aCommunity(app, {slug: 'zierikzee'});
const scope = aScope(app, community);
const key = await aKey(app, community, 'admin');
const path = '/v1/communities/zierikzee/publications';

async function anEdition(): Promise<{photo: string; edition: number}> {
  const picture = await sharp({create: {width: 900, height: 600, channels: 3, background: 'teal'}})
    .png()
    .toBuffer();
  const story = [{title: {nl: 'Begin'}, text: {nl: 'Zo ging het.'}}];
  await createInitiative(scope, {slug: 'tuin', name: 'Tuin', kind: 'other', summary: {nl: 'Samen.'}, story});
  const photo = await addPhoto(scope, {initiative: 'tuin', altNl: 'Bonen & "bloemen" <hoog>.', credit: 'Anna & Bea'}, picture);
  await app.request(path, write('POST', key, {slug: 'stappen', title: {nl: 'Stappen'}, summary: {nl: 'Portretten.'}}));
  const published = await app.request(`${path}/stappen/editions`, write('POST', key, {}));
  return {photo, edition: published.status};
}

const bytesOf = async (address: string) => new Uint8Array(await (await app.request(address)).arrayBuffer());

test('an edition shows the photos of its stories, and its book has them inside, until they are taken away', async () => {
  const {photo, edition} = await anEdition();
  expect(edition).toBe(201);
  const read = async () => (await (await app.request(`${path}/stappen/editions/1`)).json()).stories[0].photos;
  const [shown] = await read();
  expect(shown).toMatchObject({id: photo, alt: {nl: 'Bonen & "bloemen" <hoog>.'}, credit: 'Anna & Bea', small: {width: 640, height: 427}});
  expect(shown.url.startsWith(`${publicUrl}/v1/files/`)).toBe(true);
  const page = await (await app.request('/zierikzee/uitgaven/stappen/1')).text();
  const [large, little] = [shown.url, shown.small.url].map((url) => new URL(url).pathname);
  expect(page).toContain(`src="${large}"`);
  expect(page).toContain(`srcset="${little} 640w, ${large} 900w"`);
  expect(page).toContain('alt="Bonen &amp; &quot;bloemen&quot; &lt;hoog&gt;."');
  expect(await (await app.request('/zierikzee/initiatieven/tuin')).text()).toContain(`src="${large}"`);

  const files = unzipSync(await bytesOf(`${path}/stappen/editions/1?format=epub`));
  const items = (await readXml(strFromU8(files['OEBPS/content.opf']!))).filter(({name}) => name === 'item');
  const image = items.find(({attributes}) => attributes['media-type'] === 'image/jpeg')?.attributes;
  const chapter = await readXml(strFromU8(files['OEBPS/verhaal-1.xhtml']!));
  const img = chapter.find(({name}) => name === 'img')?.attributes;
  expect(img).toMatchObject({src: image?.['href'], alt: 'Bonen & "bloemen" <hoog>.'});
  expect(image?.['id']).toMatch(/^[a-z]/);
  expect(files[`OEBPS/${image?.['href']}`]).toEqual(await bytesOf(shown.small.url));

  await removePhoto(scope, photo);

  expect(await read()).toEqual([]);
  expect(await (await app.request('/zierikzee/uitgaven/stappen/1')).text()).not.toContain('<img');
});
