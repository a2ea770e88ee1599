import {afterAll, describe, expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {changeCommunity} from '../communities/change-community.ts';
import {hostileTexts} from '../testing/hostile-texts.ts';
import {markup} from '../testing/markup.ts';
import {aCommunity, aScope, createTestApp} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());

const community = await aCommunity(app, {
  slug: 'zierikzee',
  name: `Gemeente ${hostileTexts[0]}`,
  areas: [{code: 'kern', year: null, name: hostileTexts[1] ?? ''}],
});
await changeCommunity(aScope(app, community), {contact: {name: hostileTexts[1] ?? ''}}, null);
for (const [number, text] of hostileTexts.entries())
  await createInitiative(aScope(app, community), {
    slug: `nummer-${number}`,
    name: text,
    kind: 'other',
    summary: {nl: text, en: text},
    place: {city: text, areaCode: 'kern', areaYear: null, precision: 'town'},
    areas: [{code: 'kern', year: null, name: text}],
    lookingFor: [{text: {nl: text}, kind: null}],
    story: [
      {
        title: {nl: text},
        text: {
          nl: `${text}\n\n[${text}](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n> ${text}\n\n- ${text}\n\n[goed](https://www.example.nl/"onclick=alert(1)//)`,
        },
      },
    ],
    externalIds: [{source: 'elders', id: text}],
  });

describe.each(['/', '/zierikzee/initiatieven', ...hostileTexts.map((_text, number) => `/zierikzee/initiatieven/nummer-${number}`)])(
  '%s',
  (path) => {
    test('shows what people wrote as text, and lets none of it out', async () => {
      for (const language of ['nl', 'en']) {
        const html = await (await app.request(path, {headers: {'Accept-Language': language}})).text();

        expect(markup(html)).not.toMatch(/<script|<img|<svg|\son\w+\s*=|<%/i);
        expect(html).not.toMatch(/(?:href|src|action)="\s*(?:javascript|data|vbscript):/i);
      }
    });
  },
);

test.each(hostileTexts)('%s in the address of a page stays in its field', async (text) => {
  const response = await app.request(
    `/zierikzee/initiatieven?${new URLSearchParams({q: text, kind: text, theme: text, [text]: text, cursor: ''})}`,
  );
  const html = await response.text();

  expect(response.status).toBe(200);
  expect(markup(html)).not.toMatch(/<script|<img|<svg|\son\w+\s*=/i);
});

test.each(hostileTexts)('%s as an address of a page or a problem is nowhere to be seen', async (text) => {
  for (const path of [
    `/${encodeURIComponent(text)}/initiatieven`,
    `/zierikzee/initiatieven/${encodeURIComponent(text)}`,
    `/problems/${encodeURIComponent(text)}`,
    `/${encodeURIComponent(text)}`,
  ]) {
    const response = await app.request(path, {headers: {Accept: 'text/html'}});

    expect(response.status).toBe(404);
    expect(markup(await response.text())).not.toMatch(/<script|<img|<svg|\son\w+\s*=/i);
  }
});

test('no cell of a CSV begins as a formula', async () => {
  const csv = await (await app.request('/v1/communities/zierikzee/initiatives?format=csv')).text();

  expect(csv).toContain("\"'=cmd|' /C calc'!A0\"".slice(1, 8));
  for (const cell of csv.slice(1).split(/,|\r\n/)) expect(cell).not.toMatch(/^"?[=@]/);
});

test('keys that somebody else added to the address of a page are left alone, and take no filter away', async () => {
  const plain = await (await app.request('/zierikzee/initiatieven?kind=shop')).text();
  const shared = await app.request('/zierikzee/initiatieven?kind=shop&utm_source=nieuwsbrief&fbclid=x&buurt=id%3D1&__proto__=1&q=');

  expect(shared.status).toBe(200);
  expect(await shared.text()).toBe(plain);
});

test('a fault in a page’s own keys is said, and the list is there all the same', async () => {
  const response = await app.request('/zierikzee/initiatieven?kind=castle&q=%00');
  const html = await response.text();

  expect(response.status).toBe(200);
  expect(html).toContain('<strong>kind</strong>');
  expect(html).toContain('<strong>q</strong>');
  expect(html).toContain('nummer-0');
});

test('a page is in the reader’s language, and says so', async () => {
  const [dutch, english] = await Promise.all(
    ['nl', 'en'].map((language) => app.request('/zierikzee/initiatieven', {headers: {'Accept-Language': language}})),
  );

  expect([dutch?.headers.get('Content-Language'), english?.headers.get('Content-Language')]).toEqual(['nl', 'en']);
  expect(dutch?.headers.get('Vary')).toContain('Accept-Language');
  expect(await english?.text()).toContain('<html lang="en">');
});
