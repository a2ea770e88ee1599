import {expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {localService} from '../testing/local-service.ts';
import {aCommunity, aScope, testApp} from '../testing/test-app.ts';
import {createOpportunity} from '../volunteering/opportunities/create-opportunity.ts';

const kanariestraat = {
  id: 'adr-1',
  type: 'adres',
  weergavenaam: 'Kanariestraat 12, Dorp',
  centroide_ll: 'POINT(6.85123 53.32987)',
  score: 12.5,
};
async function aMunicipality() {
  const addresses = await localService((path, response) => {
    const docs = path.includes('Kanarie') ? [kanariestraat] : [];
    response.writeHead(200, {'Content-Type': 'application/json'}).end(JSON.stringify({response: {numFound: docs.length, start: 0, docs}}));
  });
  const app = await testApp({BUURTKIT_PDOK_URL: addresses.url});
  const scope = aScope(app, await aCommunity(app, {slug: 'eemsdelta'}));
  for (const [name, coordinates] of [
    ['Dichtbij', [6.86, 53.33]],
    ['Ver weg', [6.2, 53.1]],
  ] as const) {
    const where = {
      place: {city: name, areaCode: null, areaYear: null, precision: 'village' as const},
      location: {type: 'Point' as const, coordinates: [...coordinates] as [number, number]},
    };
    await createOpportunity(scope, {title: {nl: `Klus ${name}`}, summary: {nl: 'x'}, kind: 'once', ...where});
    await createInitiative(scope, {name: `Tuin ${name}`, kind: 'other', summary: {nl: 'x'}, ...where});
  }
  const find = async (list: string, place: string, more: Record<string, string> = {}) => {
    const body = new URLSearchParams({list, place, ...more});
    const response = await app.request('/eemsdelta/in-de-buurt', {method: 'POST', body});
    return {status: response.status, location: response.headers.get('Location') ?? '', html: await response.text()};
  };
  return {...app, find};
}

test.each(['vrijwilligerswerk', 'initiatieven'])(
  '%s near a place that is typed: the place stands in no address and no log',
  async (list) => {
    const {find, ...app} = await aMunicipality();
    const {status, location} = await find(list, 'Kanariestraat 12', {theme: ''});

    expect([status, location]).toEqual([303, expect.stringContaining('near=6.85%2C53.33')]);
    const html = await (await app.request(location)).text();
    expect(html).toContain('Dichtbij</a>');
    expect(html).not.toContain('Ver weg</a>');
    expect(html).toMatch(/name="near" value="6\.85,53\.33"/);
    expect(await (await app.request(`${location}&radius=200000`)).text()).toContain('Ver weg</a>');
    expect(location + app.logged.join('\n')).not.toContain('Kanarie');
  },
);

test('what was chosen before stays chosen', async () => {
  const {find} = await aMunicipality();
  const {location} = await find('vrijwilligerswerk', 'Kanariestraat', {vog: 'none', weekday: 'tu'});

  expect(Object.fromEntries(new URL(location, 'http://x').searchParams)).toEqual({vog: 'none', weekday: 'tu', near: '6.85,53.33'});
});

test.each(['Nergenshuizen', '<img src=x>', 'a\u0000b'])('a place that nobody knows is said so, and can be mended: %j', async (place) => {
  const {find, ...app} = await aMunicipality();
  const {status, html} = await find('vrijwilligerswerk', place);

  expect([status, html]).toEqual([400, expect.stringContaining('Deze plek is niet gevonden')]);
  expect(html).not.toContain('<img');
  expect(app.logged.join('\n')).not.toContain('Nergens');
});

test('without a place one is back at the list, and nowhere else', async () => {
  const {find, ...app} = await aMunicipality();
  expect((await find('vrijwilligerswerk', ' ', {vog: 'none'})).location).toBe('/eemsdelta/vrijwilligerswerk?vog=none');
  expect((await find('//elders.example', 'Kanariestraat')).location).toMatch(/^\/eemsdelta\/vrijwilligerswerk\?/);
  expect((await app.request('/eemsdelta/in-de-buurt')).headers.get('Location')).toBe('/eemsdelta/vrijwilligerswerk');
});
