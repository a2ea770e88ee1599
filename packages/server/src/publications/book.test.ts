import {strFromU8, unzipSync} from 'fflate';
import {afterAll, expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {hostileTexts} from '../testing/hostile-texts.ts';
import {aCommunity, aKey, aScope, createTestApp, write} from '../testing/test-app.ts';
import {openXmlReader} from '../testing/xml-reader.ts';

const app = await createTestApp();
const {readXml, close} = await openXmlReader();
afterAll(async () => {
  await app.close();
  await close();
});

const community = await aCommunity(app, {slug: 'zierikzee', name: `Gemeente ${hostileTexts[0]}`});
for (const [number, text] of hostileTexts.entries())
  await createInitiative(aScope(app, community), {
    slug: `nummer-${number}`,
    name: text,
    kind: 'other',
    summary: {nl: `${text}\u0007`, ...(number === 0 && {en: 'In English.'})},
    place: {city: text, areaCode: null, areaYear: null, precision: 'town'},
    story: [
      {title: {nl: text}, text: {nl: `${text}\n\n> ${text}\n\n- ${text}\n\n[goed](https://www.example.nl/?a=1&b=2)`}, date: '2021-03-02'},
    ],
  });
const key = await aKey(app, community, 'admin');
const path = '/v1/communities/zierikzee/publications';
await app.request(path, write('POST', key, {slug: 'stappen', title: {nl: hostileTexts[1]}, summary: {nl: hostileTexts[2]}}));
await app.request(`${path}/stappen/editions`, write('POST', key, {note: {nl: hostileTexts[3]}}));

async function get(language = 'nl'): Promise<{headers: Headers; bytes: Uint8Array}> {
  const headers = {Accept: 'application/epub+zip', 'Accept-Language': language};
  const response = await app.request(`${path}/stappen/editions/1`, {headers});
  return {headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer())};
}

const storyFiles = hostileTexts.map((_, index) => `verhaal-${index + 1}.xhtml`);

test('a book begins with what it is, unpacked, and every part that it names is there', async () => {
  const {headers, bytes} = await get();
  const files = unzipSync(bytes);
  const read = (name: string) => readXml(strFromU8(files[name] ?? new Uint8Array()));

  expect(headers.get('Content-Type')).toBe('application/epub+zip');
  expect(headers.get('Content-Disposition')).toBe('attachment; filename="stappen-1.epub"');
  // OCF 3.3, 4.2.3: the first entry, stored, without an extra field.
  expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
  expect([bytes[8], bytes[9], bytes[28], bytes[29]]).toEqual([0, 0, 0, 0]);
  expect((await read('META-INF/container.xml')).at(-1)?.attributes['full-path']).toBe('OEBPS/content.opf');
  const particulars = await read('OEBPS/content.opf');
  const items = particulars.filter(({name}) => name === 'item').map(({attributes}) => attributes);
  for (const {href} of items) expect(Object.keys(files)).toContain(`OEBPS/${href}`);
  expect(items.find(({properties}) => properties === 'nav')?.['href']).toBe('toc.xhtml');
  const spine = particulars.filter(({name}) => name === 'itemref');
  expect(spine.map(({attributes}) => items.find(({id}) => id === attributes['idref'])?.['href'])).toEqual([
    'over.xhtml',
    'toc.xhtml',
    ...storyFiles,
  ]);
  expect((await read('OEBPS/toc.xhtml')).flatMap(({attributes: {href}}) => (href?.endsWith('.xhtml') ? [href] : []))).toEqual(storyFiles);
});

test('what people wrote stays text in every part of the book', async () => {
  const parts = Object.entries(unzipSync((await get()).bytes)).filter(([name]) => /\.(?:xhtml|xml|opf|ncx)$/.test(name));
  const texts: string[] = [];

  for (const [name, content] of parts) {
    const elements = await readXml(strFromU8(content));
    texts.push(elements[0]?.text ?? '');
    expect(
      elements.filter((element) => /^(?:script|img|svg)$/i.test(element.name)),
      name,
    ).toEqual([]);
    const attributes = elements.flatMap((element) => Object.entries(element.attributes));
    expect(
      attributes.filter(([attribute, value]) => /^on/i.test(attribute) || /^(?:javascript|data|vbscript):/i.test(value)),
      name,
    ).toEqual([]);
  }
  expect(parts.length).toBe(storyFiles.length + 5);
  for (const text of hostileTexts) expect(texts.filter((one) => one.includes(text)).length).toBeGreaterThan(1);
});

test('whoever gets the book again gets the same bytes, and a reader of English another book', async () => {
  const first = await get();

  const again = await get();

  expect(again.bytes).toEqual(first.bytes);
  expect(again.headers.get('ETag')).toBe(first.headers.get('ETag'));
  const byQuery = await app.request(`${path}/stappen/editions/1?format=epub`);
  expect(new Uint8Array(await byQuery.arrayBuffer())).toEqual(first.bytes);
  const english = Object.values(unzipSync((await get('en')).bytes)).map((content) => strFromU8(content));
  const story = english.find((part) => part.includes('In English.')) ?? '';
  expect((await readXml(story))[0]?.attributes['lang']).toBe('en');
});
