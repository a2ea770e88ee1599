import {afterAll, describe, expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {createPartner} from '../partners/create-partner.ts';
import {createPlace} from '../places/create-place.ts';
import {createService} from '../services/create-service.ts';
import {hostileTexts} from '../testing/hostile-texts.ts';
import {markup} from '../testing/markup.ts';
import {aCommunity, aScope, createTestApp} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const now = new Date('2026-11-23T09:00:00Z');
app.setNow(now);

const utrecht = await aCommunity(app, {slug: 'utrecht', name: 'Utrecht', areas: [{code: 'lombok', year: null, name: 'Lombok'}]});
const groningen = await aCommunity(app, {slug: 'groningen', name: 'Groningen'});
const hostile = await aCommunity(app, {slug: 'zierikzee', name: 'Zierikzee'});
await aCommunity(app, {slug: 'samen', name: 'Samen', kind: 'region', members: ['utrecht', 'groningen']});
const inUtrecht = {...aScope(app, utrecht), now};
const inGroningen = {...aScope(app, groningen), now};
const inHostile = {...aScope(app, hostile), now};

await createPlace(inUtrecht, {
  name: 'Het Huis',
  slug: 'het-huis',
  city: 'Utrecht',
  address: {street: 'Kanaalstraat 1', postcode: '3531 CA'},
});
await createPartner(inUtrecht, {name: 'Stad Utrecht', slug: 'stad', kind: 'municipality', summary: {nl: 'De gemeente.'}});
await createPartner(inUtrecht, {
  name: 'Welzijn Lombok',
  kind: 'social-work',
  summary: {nl: 'Naast bewoners.'},
  website: 'https://www.example.nl/welzijn',
  contacts: [{name: null, role: {nl: 'Balie'}, email: 'balie@example.nl', phone: '030 123456', agreedOn: null}],
  areas: [{code: 'lombok', year: null, name: 'Lombok'}],
  parent: 'stad',
  place: 'het-huis',
  isSample: true,
});
const desk = await createService(inUtrecht, {
  partner: 'welzijn-lombok',
  name: {nl: 'Spreekuur'},
  summary: {nl: 'Stel je vraag.'},
  functions: ['advice'],
  themes: ['information'],
  forWhom: {nl: 'Voor wie hier woont.'},
  howToGet: {nl: 'Loop binnen.'},
  cost: {nl: 'Gratis.'},
  place: 'het-huis',
  openingHours: {
    rules: [{weekdays: ['mo'], nth: null, opens: '09:00', closes: '12:00'}],
    exceptions: [],
    isOpenOnHolidays: false,
    isByAppointment: false,
    note: null,
  },
});
await createService(inUtrecht, {
  partner: 'welzijn-lombok',
  name: {nl: 'Eettafel'},
  summary: {nl: 'Elke maandag.'},
  functions: ['meeting'],
  status: 'temporarily-closed',
});
await createPartner(inUtrecht, {name: 'Zorg Oost', kind: 'care', summary: {nl: 'Thuiszorg.'}});
await createPartner(inGroningen, {name: 'Zorg Oost', kind: 'care', summary: {nl: 'Ook thuiszorg.'}});
await createPartner(inGroningen, {name: 'Het Net', kind: 'network', summary: {nl: 'Huizen.'}, members: ['utrecht~welzijn-lombok']});
for (let number = 1; number <= 21; number += 1)
  await createPartner(inGroningen, {name: `Vereniging ${String(number).padStart(2, '0')}`, kind: 'sports-club', summary: {nl: 'Sport.'}});
await createInitiative(inUtrecht, {
  name: 'Buurttafel',
  kind: 'meal-service',
  summary: {nl: 'Samen eten.'},
  place: {city: 'Utrecht', areaCode: null, areaYear: null, precision: 'exact', slug: 'het-huis'},
  coalition: [
    {partner: 'welzijn-lombok', role: 'space', since: '2012'},
    {partner: 'groningen~het-net', role: 'follows'},
  ],
  lookingFor: [{text: {nl: 'Wij zoeken een kok.'}, kind: null}],
});
await createInitiative(inUtrecht, {name: 'Tuin', slug: 'tuin', kind: 'other', summary: {nl: 'Groen.'}});
await createInitiative(inGroningen, {name: 'Tuin', slug: 'tuin', kind: 'other', summary: {nl: 'Ook groen.'}});

for (const [number, text] of hostileTexts.entries()) {
  await createPlace(inHostile, {name: text, slug: `plek-${number}`, city: text, address: {street: text, postcode: null}});
  await createPartner(inHostile, {
    name: text,
    slug: `nummer-${number}`,
    kind: 'other',
    summary: {nl: text, en: text},
    city: text,
    place: `plek-${number}`,
    contacts: [{name: text, role: {nl: text}, email: null, phone: null, agreedOn: '2026-01-01'}],
    areas: [{code: 'kern', year: null, name: text}],
    members: number === 0 ? [] : ['nummer-0'],
    ...(number > 0 && {parent: 'nummer-0'}),
  });
  await createService(inHostile, {
    partner: `nummer-${number}`,
    name: {nl: text},
    summary: {nl: text},
    functions: ['advice'],
    forWhom: {nl: text},
    howToGet: {nl: text},
    cost: {nl: text},
    capacity: {nl: text},
    place: `plek-${number}`,
  });
  await createInitiative(inHostile, {
    name: text,
    slug: `nummer-${number}`,
    kind: 'other',
    summary: {nl: text},
    place: {city: text, areaCode: null, areaYear: null, precision: 'exact', slug: `plek-${number}`},
    coalition: [{partner: `nummer-${number}`, role: 'space'}],
  });
}

async function get(path: string, status = 200): Promise<string> {
  const response = await app.request(path, {headers: {Accept: 'text/html', 'Accept-Language': 'nl'}});
  expect(response.status).toBe(status);
  return response.text();
}

/** The names of a list, in its order. */
const names = (html: string) => [...html.matchAll(/<h2><a href="[^"]*">([^<]*)<\/a><\/h2>/g)].map(([, name]) => name);
const words = (html: string) =>
  html
    .replaceAll(/<script.*?<\/script>|<[^>]*>/gs, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

describe('the directory', () => {
  test('is found from the initiatives, and they from it', async () => {
    expect(await get('/utrecht/initiatieven')).toContain('href="/utrecht/sociale-kaart"');
    expect(await get('/utrecht/sociale-kaart')).toContain('href="/utrecht/initiatieven"');
  });

  test.each([
    ['q=bewoners', ['Welzijn Lombok']],
    ['kind=municipality', ['Stad Utrecht']],
    ['function=advice', ['Welzijn Lombok']],
    ['theme=information', ['Welzijn Lombok']],
    ['area=lombok', ['Welzijn Lombok']],
    ['open=now', ['Welzijn Lombok']],
    ['kind=care&function=advice', []],
  ])('shows with ?%s only what was asked for, and keeps it in the form', async (query, expected) => {
    const html = await get(`/utrecht/sociale-kaart?${query}&community=`);

    expect(names(html)).toEqual(expected);
    expect(html).toContain('href="/utrecht/sociale-kaart">Wis alles');
    for (const [key, value] of new URLSearchParams(query))
      expect(html).toMatch(new RegExp(`value="${value}"${key === 'q' ? '' : `\\s+(?:selected|checked)`}`));
  });

  test('counts per choice how many there would be', async () => {
    const html = words(await get('/samen/sociale-kaart'));

    expect(html).toContain('Sportclub (21)');
    expect(html).toContain('Zorg (2)');
    expect(html).toContain('Groningen (23)');
    expect(html).toContain('26 organisaties');
  });

  test('goes on page by page with the filters as they are', async () => {
    const first = await get('/samen/sociale-kaart?kind=sports-club');
    const [, next = ''] = /rel="next" href="([^"]*)"/.exec(first) ?? [];
    const second = await get(next.replaceAll('&amp;', '&'));

    expect(names(first)).toHaveLength(20);
    expect(names(second)).toEqual(['Vereniging 21']);
    expect(second).toContain('href="/samen/sociale-kaart?kind=sports-club">Eerste pagina');
  });

  test('of a region narrows to one of its communities, which one community alone has no use for', async () => {
    expect(names(await get('/samen/sociale-kaart?community=utrecht'))).toEqual(['Stad Utrecht', 'Welzijn Lombok', 'Zorg Oost']);
    expect(await get('/utrecht/sociale-kaart')).not.toContain('name="community"');
  });

  test('says what in its address makes no sense, and lets the rest hold', async () => {
    const html = await get('/samen/sociale-kaart?kind=castle&function=advice&utm_source=brief');

    expect(html).toContain('<strong>kind</strong>');
    expect(html).not.toContain('utm_source');
    expect(names(html)).toEqual(['Welzijn Lombok']);
  });

  test('marks what is a sample', async () => {
    expect(words(await get('/utrecht/sociale-kaart'))).toContain('Welzijnswerk · Lombok · Bij 1 initiatief Voorbeeld');
  });
});

describe('the page of an organisation', () => {
  test('tells how to reach it, what one can get there, and leads to all it has to do with', async () => {
    const html = await get('/utrecht/sociale-kaart/welzijn-lombok');
    const text = words(html);

    for (const told of [
      'Voorbeeld.',
      'Welzijnswerk',
      'Het Huis, Kanaalstraat 1, 3531 CA Utrecht',
      'Balie',
      'Loop binnen.',
      'Voor wie hier woont.',
      'Gratis.',
      'Tijdelijk dicht',
      'maandag 23 november, 09.00–12.00 uur',
      'Buurttafel (geeft ruimte, sinds 2012)',
      'Het Net (netwerk)',
    ])
      expect(text).toContain(told);
    for (const address of [
      'mailto:balie@example.nl',
      'tel:030123456',
      'https://www.example.nl/welzijn',
      '/utrecht/initiatieven/buurttafel',
      '/groningen/sociale-kaart/het-net',
      '/utrecht/sociale-kaart/stad',
    ])
      expect(html).toContain(`href="${address}"`);
    expect(await get('/groningen/sociale-kaart/het-net')).toContain('href="/utrecht/sociale-kaart/welzijn-lombok"');
  });

  test('tells machines the same, each thing once, and each service where people find it', async () => {
    const html = await get('/utrecht/sociale-kaart/welzijn-lombok');
    const [, script = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    const told = (JSON.parse(script) as {'@graph': {'@id': string}[]})['@graph'].map((thing) => thing['@id']);
    const services = [...html.matchAll(/<section id="([^"]*)">/g)].map(([, id]) => `#${id}`);

    expect(services).toHaveLength(2);
    expect(told).toEqual(['', ...services].map((part) => `http://localhost:8787/utrecht/sociale-kaart/welzijn-lombok${part}`));
  });

  test('that a region has more than once lets one choose, and so does an initiative', async () => {
    const partners = await get('/samen/sociale-kaart/zorg-oost', 409);
    expect(partners).toContain('<a href="/groningen/sociale-kaart/zorg-oost">Groningen</a>');
    expect(partners).toContain('<a href="/utrecht/sociale-kaart/zorg-oost">Utrecht</a>');
    expect(await get('/samen/initiatieven/tuin', 409)).toContain('<a href="/groningen/initiatieven/tuin">Groningen</a>');
    expect(words(await get('/samen/sociale-kaart/groningen~zorg-oost'))).toContain('Ook thuiszorg.');
  });

  test('that is not there says so, with the way to those that are', async () => {
    for (const slug of ['nergens', 'Welzijn%20Lombok', '%00'])
      expect(await get(`/utrecht/sociale-kaart/${slug}`, 404)).toContain('href="/utrecht/sociale-kaart"');
  });
});

test('the page of an initiative leads to who stands behind it and who else is in its building', async () => {
  const html = await get('/utrecht/initiatieven/buurttafel');
  const text = words(html);

  expect(text).toContain('Het Huis, Kanaalstraat 1, 3531 CA Utrecht');
  expect(text).toContain('Welzijn Lombok (welzijnswerk, geeft ruimte, sinds 2012)');
  expect(text).toContain('Het Net (netwerk, volgt)');
  expect(text).toContain('Wij zoeken een kok.');
  expect(text).toContain('Ook in Het Huis');
  expect(html).toContain('href="/groningen/sociale-kaart/het-net"');
  expect(html).toContain(`href="/utrecht/sociale-kaart/welzijn-lombok#${desk}">Spreekuur</a>`);
  expect(html.match(/href="\/utrecht\/initiatieven\/buurttafel"/g)).toBeNull();
});

const hostilePaths = hostileTexts.flatMap((text, number) => [
  `/zierikzee/sociale-kaart/nummer-${number}`,
  `/zierikzee/initiatieven/nummer-${number}`,
  `/zierikzee/sociale-kaart?${new URLSearchParams({q: text, kind: text, function: text, area: text, open: text, [text]: text})}`,
]);

test.each(['/zierikzee/sociale-kaart', ...hostilePaths])('%s shows what people wrote as text, and lets none of it out', async (path) => {
  const html = await get(path);

  expect(markup(html)).not.toMatch(/<script|<img|<svg|\son\w+\s*=|<%/i);
  expect(html).not.toMatch(/(?:href|src|action)="\s*(?:javascript|data|vbscript):/i);
});
