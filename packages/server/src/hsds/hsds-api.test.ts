import {expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {createPartner} from '../partners/create-partner.ts';
import {createPlace} from '../places/create-place.ts';
import {createService} from '../services/create-service.ts';
import {hoursOf, weekly} from '../testing/opening-hours.ts';
import {aCommunity, aKey, aScope, testApp, write} from '../testing/test-app.ts';

async function aDirectory() {
  const app = await testApp();
  const scope = aScope(app, await aCommunity(app, {slug: 'zierikzee'}));
  await aCommunity(app, {slug: 'streek', kind: 'region', members: ['zierikzee']});
  await createPlace(scope, {
    name: 'De Tille',
    address: {street: 'Dorpsstraat 1', postcode: '9417 AA'},
    city: 'Witteveen',
    location: {type: 'Point', coordinates: [6.6, 52.8]},
  });
  await createPartner(scope, {name: 'Welzijn', kind: 'social-work', summary: {nl: 'Helpt.'}, website: 'https://www.example.nl'});
  const openingHours = hoursOf({rules: [weekly('mo,we', '09:00', '12:00'), weekly('tu', '13:00', '14:00', 2)]});
  const service = {functions: ['advice' as const], partner: 'welzijn', place: 'de-tille', openingHours};
  await createService(scope, {...service, name: {nl: 'Spreekuur'}, summary: {nl: 'Kom langs.'}});
  await createInitiative(scope, {name: 'Tuin', kind: 'other', summary: {nl: 'Groen.'}, coalition: [{partner: 'welzijn', role: 'funder'}]});
  const get = async (path: string, community = 'zierikzee') => {
    const response = await app.request(`/v1/communities/${community}/hsds${path}`);
    return {response, body: await response.json()};
  };
  return {app, scope, get};
}

test('organisations and initiatives stand side by side, an initiative with who stands behind it', async () => {
  const {get} = await aDirectory();

  const {body} = await get('/organizations');

  expect(body).toMatchObject({total_items: 2, total_pages: 1, page_number: 1, size: 2, first_page: true, last_page: true, empty: false});
  const [welzijn, tuin] = body.contents;
  expect(welzijn).toMatchObject({name: 'Welzijn', description: 'Helpt.', website: 'https://www.example.nl'});
  expect(tuin.attributes).toContainEqual(
    expect.objectContaining({
      link_type: 'coalition',
      value: JSON.stringify({partner: 'welzijn', role: 'funder', since: null}),
      taxonomy_term: expect.objectContaining({taxonomy: 'coalition-role', code: 'funder'}),
    }),
  );
});

test('a service has its hours as schedules and the place where it is given', async () => {
  const {get} = await aDirectory();
  const [{id}] = (await get('/services')).body.contents;

  const {body} = await get(`/services/${id}`);

  expect(body).toMatchObject({name: 'Spreekuur', status: 'active', organization: {name: 'Welzijn'}});
  expect(body.schedules).toMatchObject([
    {freq: 'WEEKLY', byday: 'MO,WE', opens_at: '09:00', closes_at: '12:00'},
    {freq: 'MONTHLY', byday: '2TU', opens_at: '13:00', closes_at: '14:00'},
  ]);
  expect(body.service_at_locations).toMatchObject([
    {location: {name: 'De Tille', addresses: [{city: 'Witteveen', postal_code: '9417 AA'}]}},
  ]);
  const [link] = (await get('/service_at_locations')).body.contents;
  expect((await get(`/service_at_locations/${link.id}`)).body).toMatchObject({service: {name: 'Spreekuur'}, location: {name: 'De Tille'}});
});

test('a web address is told in letters that every client takes, and one that is so already as it was written', async () => {
  const {app, get} = await aDirectory();
  const admin = await aKey(app, await aCommunity(app, {slug: 'elders'}), 'admin');
  const partner = (website: string) => write('POST', admin, {name: 'Wijkteam', kind: 'social-work', summary: {nl: 'Helpt.'}, website});
  const kept = async (website: string) => {
    const {id} = await (await app.request('/v1/communities/elders/partners', partner(website))).json();
    const told = (await get(`/organizations/${id}`, 'elders')).body.website;
    const again = await (await app.request('/v1/communities/elders/partners', partner(told))).json();
    expect(again.website).toBe(told);
    return told;
  };

  expect(await kept('https://例え.jp/é')).toBe('https://xn--r8jz45g.jp/%C3%A9');
  expect(await kept('https://example.nl/?a=1&b="2"|{3}#één #2')).toBe('https://example.nl/?a=1&b=%222%22%7C%7B3%7D#%C3%A9%C3%A9n%20%232');
  expect(await kept('https://example.nl/ "><script>')).toBe('https://example.nl/%20%22%3E%3Cscript%3E');
  expect(await kept('https://example.nl/100%')).toBe('https://example.nl/100%25');
  for (const plain of ['https://www.Example.nl', 'http://example.nl:8080/a/%e9?b=c&d%5B0%5D#e', 'https://example.nl?x=1'])
    expect(await kept(plain)).toBe(plain);
  const refused = await app.request('/v1/communities/elders/partners', partner('https://ik:geheim@example.nl/'));
  expect([refused.status, await refused.json()]).toMatchObject([400, {errors: [{pointer: '#/website', code: 'not-allowed'}]}]);
});

test('pages are counted from one, and one past the last is empty', async () => {
  const {get} = await aDirectory();

  const second = (await get('/organizations?page=2&per_page=1')).body;
  const third = (await get('/organizations?page=3&per_page=1')).body;

  expect(second).toMatchObject({total_items: 2, total_pages: 2, page_number: 2, first_page: false, last_page: true, size: 1});
  expect(third).toMatchObject({total_items: 2, empty: true, contents: []});
});

test('a service is found by its words, its organisation, its term, and by when it changed', async () => {
  const {get} = await aDirectory();
  const [{id, organization_id: organization, attributes, last_modified: changed}] = (await get('/services')).body.contents;
  const [{taxonomy_term: advice}] = attributes;
  const total = async (query: string, of = 'services') => (await get(`/${of}?${query}`)).body.total_items;
  const later = new Date(Date.parse(changed) + 1).toISOString();

  for (const of of ['services', 'service_at_locations'])
    for (const [query, expected] of [
      ['search=spreekuren', 1],
      ['search=zwemmen', 0],
      [`organization_id=${organization}`, 1],
      [`organization_id=${id}`, 0],
      ['organization_id=x', 0],
      [`modified_after=${changed}`, 1],
      ['modified_after=2026-01-01', 1],
      [`modified_after=${later}`, 0],
      [`taxonomy_term_id=${advice.id}`, 1],
      [`taxonomy_id=${advice.taxonomy_id}`, 1],
      ['taxonomy_term_id=x', 0],
      [`taxonomy_id=${advice.id}`, 0],
      ['format=json', 1],
    ] as const)
      expect([of, query, await total(query, of)]).toEqual([of, query, expected]);
});

test('each list tells as much as was asked', async () => {
  const {get} = await aDirectory();
  const [{id}] = (await get('/services')).body.contents;
  const first = async (path: string) => (await get(path)).body.contents[0];

  expect(await first('/services?minimal=true')).toEqual({id, modified_date: expect.any(String), last_modified: expect.any(String)});
  expect(await first('/services?full=true')).toEqual((await get(`/services/${id}`)).body);
  expect(await first('/services?full=false')).not.toHaveProperty('organization');
  expect(await first('/service_at_locations?full=true')).toEqual((await get(`/service_at_locations/${id}`)).body);
  const organization = await first('/organizations?full=true');
  expect(organization).toEqual((await get(`/organizations/${organization.id}`)).body);
  expect(organization.services).toMatchObject([{id, description: 'Kom langs.'}]);
  expect((await get(`/organizations/${organization.id}?full_service=false`)).body.services).toEqual([
    {id, name: 'Spreekuur', status: 'active'},
  ]);
});

test('organisations and terms are found by their words and by the terms among their attributes, also a theme of somebody’s own', async () => {
  const {scope, get} = await aDirectory();
  await createInitiative(scope, {name: 'Koor', kind: 'other', summary: {nl: 'Zingen.'}, themes: ['shanty-koren']});
  const names = async (query: string) => (await get(`/organizations?${query}`)).body.contents.map(({name}: {name: string}) => name);
  const [, , koor] = (await get('/organizations')).body.contents;
  const term = (code: string) => koor.attributes.find((each: {value: string}) => each.value === code).taxonomy_term;

  expect(await names('search=groen')).toEqual(['Tuin']);
  expect(await names(`taxonomy_term_id=${term('shanty-koren').id}`)).toEqual(['Koor']);
  expect(await names(`taxonomy_term_id=${term('initiative').id}`)).toEqual(['Tuin', 'Koor']);
  const [role] = (await get('/taxonomy_terms?search=funder')).body.contents;
  expect(await names(`taxonomy_term_id=${role.id}`)).toEqual(['Tuin']);
  expect(await names(`taxonomy_id=${role.taxonomy_id}&search=koor`)).toEqual([]);
  const fields = (await get('/taxonomies?search=fields+hsds')).body.contents;
  expect(fields).toHaveLength(1);
  expect((await get(`/organizations?taxonomy_id=${fields[0].id}`)).body.errors).toEqual([
    expect.objectContaining({parameter: 'taxonomy_id', code: 'not-allowed'}),
  ]);
  expect((await get(`/taxonomy_terms?taxonomy_id=${role.taxonomy_id}&top_only=true`)).body.contents).toContainEqual(role);
  expect((await get(`/taxonomy_terms?parent_id=${role.id}`)).body.total_items).toBe(0);
});

test('a region tells of which member each organisation is', async () => {
  const {get} = await aDirectory();

  const {body} = await get('/organizations', 'streek');

  const communities = body.contents.map(
    ({attributes}: {attributes: {link_type: string; value: string}[]}) =>
      attributes.find(({link_type}) => link_type === 'community')?.value,
  );
  expect(communities).toEqual(['zierikzee', 'zierikzee']);
});

test('what isn’t there, or can’t be asked, is told as everywhere else', async () => {
  const {app, get} = await aDirectory();

  expect((await get('/services/019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e')).body).toMatchObject({status: 404, code: 'route.not-found'});
  expect((await get('/services/geen-id')).response.status).toBe(404);
  expect((await get('/services?per_page=101&pagina=2')).body.errors).toMatchObject([
    {parameter: 'per_page', code: 'range'},
    {parameter: 'pagina', code: 'unknown'},
  ]);
  expect((await get('/services?format=ndjson&modified_after=gisteren&full=ja')).body.errors).toMatchObject([
    {parameter: 'format', code: 'not-allowed'},
    {parameter: 'modified_after', code: 'format'},
    {parameter: 'full', code: 'not-allowed'},
  ]);
  expect((await get('', 'nergens')).body.code).toBe('community.not-found');
  expect((await app.request('/v1/communities/zierikzee/hsds/services', {method: 'POST'})).headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
});

test('it describes itself, and each of its addresses answers', async () => {
  const {get} = await aDirectory();
  expect((await get('/')).body.version).toBe('3.0');
  const {paths} = (await get('/openapi.json')).body;

  for (const path of Object.keys(paths).filter((each) => !each.includes('{'))) expect((await get(path)).response.status).toBe(200);
  const {name, schema} = paths['/services'].get.parameters.find((each: {name: string}) => each.name === 'per_page');
  expect([name, schema]).toMatchObject(['per_page', {type: 'integer', minimum: 1, maximum: 100}]);
  const [term] = (await get('/taxonomy_terms?per_page=1')).body.contents;
  expect((await get(`/taxonomy_terms/${term.id}`)).body).toEqual(term);
});
