import {expect, test} from 'vitest';
import {seedDemo} from '../seed/seed-demo.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {createPartner} from '../partners/create-partner.ts';
import {createPlace} from '../places/create-place.ts';
import {createService} from '../services/create-service.ts';
import {exportText, testNow} from '../testing/data-in-and-out.ts';
import {hoursOf, weekly} from '../testing/opening-hours.ts';
import {aCommunity, aScope, testApp, type TestApp} from '../testing/test-app.ts';
import {findCommunity} from '../communities/store.ts';

type Thing = Record<string, unknown> & {'@id': string};

// What OWASP's cheat sheets try, for HTML, for scripts, for spreadsheets and for headers.
const tricks = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '"><img src=x onerror=alert(1)>',
  "';alert(String.fromCharCode(88,83,83))//",
  '{{constructor.constructor("alert(1)")()}}',
  ']]><svg/onload=alert(1)>',
  'a\u2028alert(1)//',
  '=HYPERLINK("http://evil.example","klik")',
  'Naam\r\nBcc: ander@example.nl',
  '"}],"@graph":[{"@id":"x"',
];

function scriptsIn(content: string): string[] {
  return [...content.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)].map(([, attributes = '', text = '']) => {
    expect(attributes.trim()).toBe('type="application/ld+json"');
    return text;
  });
}

/** Every place where something is told, not only named. */
function toldIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  const inner = Object.values(value).flatMap(toldIn);
  return '@id' in value && Object.keys(value).length > 1 ? [String(value['@id']), ...inner] : inner;
}

async function page(app: TestApp, path: string): Promise<string> {
  const response = await app.request(path, {headers: {Accept: 'text/html'}});
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  return response.text();
}

test('the page of an initiative tells machines what it tells people, and nothing that they write gets out of it', async () => {
  const app = await testApp();
  const community = await aCommunity(app, {slug: 'zierikzee'});
  for (const [index, trick] of tricks.entries()) {
    await createInitiative(aScope(app, community), {
      slug: `i-${index}`,
      name: trick,
      kind: 'other',
      summary: {nl: trick, en: trick},
      lookingFor: [{text: {nl: trick}, kind: null}],
      areas: [{code: 'kern', year: null, name: trick}],
      place: {city: trick, areaCode: null, areaYear: null, precision: 'town'},
      story: [{title: {nl: trick}, text: {nl: trick}}],
    });

    const [script, ...others] = scriptsIn(await page(app, `/zierikzee/initiatieven/i-${index}`));

    expect(others).toEqual([]);
    expect(JSON.parse(script ?? '')).toMatchObject({
      '@context': 'https://schema.org',
      '@id': `http://localhost:8787/zierikzee/initiatieven/i-${index}`,
      name: trick.trim(),
    });
  }
  const [list, ...others] = scriptsIn(await page(app, '/zierikzee/initiatieven'));
  expect(others).toEqual([]);
  expect(JSON.parse(list ?? '')).toMatchObject({'@type': 'ItemList', numberOfItems: tricks.length});
});

test('nothing that people write breaks out of a file either', async () => {
  const app = await testApp();
  const scope = aScope(app, await aCommunity(app, {slug: 'zierikzee'}));
  for (const trick of tricks) {
    const {slug: place} = await createPlace(scope, {name: trick, city: trick.replaceAll('\r\n', ' '), availableFor: {nl: trick}});
    const {slug: partner} = await createPartner(scope, {
      name: trick,
      kind: 'other',
      summary: {nl: trick},
      place,
      contacts: [{name: null, role: {nl: trick}, email: null, phone: null, agreedOn: null}],
    });
    await createService(scope, {partner, name: {nl: trick}, summary: {nl: trick}, functions: ['advice'], forWhom: {nl: trick}});
    await createInitiative(scope, {name: trick, kind: 'other', summary: {nl: trick}, coalition: [{partner, role: 'lead'}]});
  }

  const graph = JSON.parse(await exportText(scope, 'jsonld'))['@graph'] as Thing[];
  const hsds = JSON.parse(await exportText(scope, 'hsds'));
  const geojson = JSON.parse(await exportText(scope, 'geojson'));

  expect(graph).toHaveLength(4 * tricks.length);
  expect(hsds.organizations).toHaveLength(2 * tricks.length);
  expect(hsds.services).toHaveLength(tricks.length);
  expect(geojson.features).toHaveLength(tricks.length);
  expect(new Set(graph.filter((thing) => thing['@type'] === 'Place').map(({name}) => name))).toEqual(
    new Set(tricks.map((trick) => trick.trim())),
  );
});

test('each thing is told once, under its own address, in the whole demo', async () => {
  const app = await testApp();
  await seedDemo(app.database, testNow);
  for (const slug of ['voorbeeldbuurt', 'buurtkracht']) {
    const community = await findCommunity(app.database, slug);
    if (!community) throw new Error(`${slug} is gone`);

    const document = JSON.parse(await exportText(aScope(app, community), 'jsonld')) as {'@graph': Thing[]};

    const told = toldIn(document['@graph']);
    expect(told.length).toBeGreaterThan(10);
    expect(new Set(told).size).toBe(told.length);
  }
});

test('weekly hours and days that are otherwise are there for machines; a contact’s name is not', async () => {
  const app = await testApp();
  const scope = aScope(app, await aCommunity(app, {slug: 'zierikzee'}));
  const openingHours = hoursOf({
    rules: [weekly('mo,we', '13:30', '17:00'), weekly('tu', '09:00', '10:00', 2)],
    exceptions: [{from: '2026-12-24', until: '2027-01-03', openings: [], note: null}],
  });
  await createInitiative(scope, {
    name: 'Tuin',
    kind: 'other',
    summary: {nl: 'Groen.'},
    openingHours,
    location: {type: 'Point', coordinates: [3.9, 51.6]},
  });
  const contact = {name: 'J. Jansen', role: {nl: 'Wijkteam'}, email: 'team@example.nl', phone: null, agreedOn: '2026-01-02'};
  await createPartner(scope, {name: 'Welzijn', kind: 'municipality', summary: {nl: 'Helpt.'}, contacts: [contact]});

  const text = await exportText(scope, 'jsonld');

  const graph = JSON.parse(text)['@graph'] as Thing[];
  expect(graph.find(({name}) => name === 'Tuin')).toMatchObject({
    location: {
      geo: {'@type': 'GeoCoordinates', longitude: 3.9, latitude: 51.6},
      openingHoursSpecification: [
        {dayOfWeek: ['https://schema.org/Monday', 'https://schema.org/Wednesday'], opens: '13:30', closes: '17:00'},
      ],
      specialOpeningHoursSpecification: [{validFrom: '2026-12-24', validThrough: '2027-01-03', opens: '00:00', closes: '00:00'}],
    },
  });
  expect(graph.find(({name}) => name === 'Welzijn')).toMatchObject({
    '@type': 'GovernmentOrganization',
    contactPoint: [{email: 'team@example.nl'}],
  });
  expect(text).not.toContain('Jansen');
});
