import {afterAll, expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {createPublication} from '../publications/create-publication.ts';
import {publishEdition} from '../publications/publish-edition.ts';
import {hostileTexts} from '../testing/hostile-texts.ts';
import {aCommunity, aScope, createTestApp, publicUrl} from '../testing/test-app.ts';
import {openXmlReader, type XmlElement} from '../testing/xml-reader.ts';

const app = await createTestApp();
const {readXml, close} = await openXmlReader();
afterAll(async () => {
  await app.close();
  await close();
});

const atom = 'http://www.w3.org/2005/Atom';
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

const zierikzee = await aCommunity(app, {slug: 'zierikzee', name: `Gemeente ${hostileTexts[0]}`});
const region = await aCommunity(app, {slug: 'streek', kind: 'region', members: ['zierikzee']});
await aCommunity(app, {slug: 'stil'});
for (const [number, text] of hostileTexts.entries())
  await createInitiative(aScope(app, zierikzee), {
    slug: `nummer-${number}`,
    name: text,
    kind: 'other',
    summary: {nl: `${text}\u0007`},
    story: [{title: {nl: text}, text: {nl: `${text} ${'verder '.repeat(200)}`}}],
  });
await createPublication(aScope(app, region), {
  slug: 'stappen',
  title: {nl: hostileTexts[1]},
  summary: {nl: 'Portretten.', en: 'Portraits.'},
});
await publishEdition(aScope(app, region), 'stappen', {});

type Entry = Record<'id' | 'title' | 'updated' | 'link' | 'summary', string>;

/** What RFC 4287 asks of a feed, and its entries. */
async function readFeed(community: string, language = 'nl'): Promise<{entries: Entry[]; elements: XmlElement[]; response: Response}> {
  const response = await app.request(`/v1/communities/${community}/feed.atom`, {headers: {'Accept-Language': language}});
  const xml = await response.text();
  const elements = await readXml(xml);
  const [feed] = elements;
  expect([feed?.name, feed?.namespace]).toEqual(['feed', atom]);
  const parts = xml.split('<entry>');
  const own = await readXml(parts.length === 1 ? xml : `${parts[0]}</feed>`);
  for (const name of ['id', 'title', 'updated'])
    expect(
      own.filter((element) => element.name === name),
      name,
    ).toHaveLength(1);
  expect(own.find(({name}) => name === 'updated')?.text).toMatch(moment);
  expect(own.find(({name}) => name === 'author')?.text).not.toBe('');
  expect(own.find(({name, attributes}) => name === 'link' && attributes['rel'] === 'self')?.attributes['href']).toBe(
    `${publicUrl}/v1/communities/${community}/feed.atom`,
  );
  const entries: Entry[] = [];
  for (const part of parts.slice(1)) {
    const entry = await readXml(`<entry xmlns="${atom}">${part.replace('</feed>', '')}`);
    const textOf = (name: string) => {
      const found = entry.filter((element) => element.name === name);
      expect(found, name).toHaveLength(1);
      return found[0]?.text ?? '';
    };
    const link = entry.find(({name}) => name === 'link')?.attributes['href'] ?? '';
    entries.push({id: textOf('id'), title: textOf('title'), updated: textOf('updated'), summary: textOf('summary'), link});
  }
  return {entries, elements, response};
}

test('a feed is Atom as its rules have it, with the newest first', async () => {
  const {entries, response} = await readFeed('streek');

  expect(response.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8');
  expect(entries).toHaveLength(2 * hostileTexts.length + 1);
  for (const {id, updated, link} of entries) {
    expect(id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(updated).toMatch(moment);
    expect(link.startsWith(`${publicUrl}/`)).toBe(true);
  }
  expect(new Set(entries.map(({id}) => id)).size).toBe(entries.length);
  expect(entries.map(({updated}) => updated)).toEqual(
    entries
      .map(({updated}) => updated)
      .sort()
      .reverse(),
  );
  expect(entries.filter(({link}) => link === `${publicUrl}/streek/uitgaven/stappen/1`)).toHaveLength(1);
});

test('what people wrote stays text in the feed', async () => {
  const {entries, elements} = await readFeed('zierikzee');
  const written = elements.filter(({name}) => ['title', 'summary', 'content', 'name'].includes(name));

  // What says that it is HTML is read as HTML: there too it has to come out as the words themselves.
  const markup = written.filter(({attributes}) => attributes['type'] === 'html').map(({text}) => text);
  expect(markup.filter((text) => text.includes('<'))).toEqual([]);
  expect(elements.filter(({name}) => /^(?:script|img|svg)$/i.test(name))).toEqual([]);
  for (const text of hostileTexts) expect(entries.filter(({title}) => fromHtml(title).includes(text)).length).toBeGreaterThanOrEqual(2);
});

function fromHtml(text: string): string {
  const characters: Record<string, string> = {'&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&'};
  return text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (reference) => characters[reference] ?? reference);
}

test('the same news has the same ids and moments in every language and however often one asks', async () => {
  const [dutch, english, again] = [await readFeed('streek'), await readFeed('streek', 'en'), await readFeed('streek')];
  const kept = ({entries}: typeof dutch) => entries.map(({id, updated}) => [id, updated]);

  expect(kept(english)).toEqual(kept(dutch));
  expect(again.response.headers.get('ETag')).toBe(dutch.response.headers.get('ETag'));
  expect(english.entries.some(({title}) => title.startsWith('New initiative'))).toBe(true);
});

test('a community without news has a feed without entries', async () => {
  const {entries} = await readFeed('stil');

  expect(entries).toEqual([]);
});

test('pages of a community tell where its feed is', async () => {
  expect(await (await app.request('/zierikzee/initiatieven')).text()).toContain('href="/v1/communities/zierikzee/feed.atom"');
});
