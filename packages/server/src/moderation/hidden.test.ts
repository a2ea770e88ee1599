import {isWrite, routes} from '@buurtkit/contract';
import {sql} from 'kysely';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {inTransaction} from '../scope.ts';
import {confirmSubmission} from '../submissions/confirm-submission.ts';
import {submitInitiative} from '../submissions/submit-initiative.ts';
import {aCommunity, aScope, createTestApp} from '../testing/test-app.ts';

const app = await createTestApp({BUURTKIT_DEFENCES: 'off'});
afterAll(() => app.close());
const community = await aCommunity(app, {slug: 'eemsdelta'});
await aCommunity(app, {slug: 'noorden', kind: 'region', members: ['eemsdelta']});
const scope = aScope(app, community);

const canary = 'kanariepiet';
const location = {type: 'Point' as const, coordinates: [6.8712, 53.3591] as [number, number]};
const content = {
  name: `Tuin ${canary}`,
  kind: 'shop' as const,
  themes: [canary],
  summary: {nl: canary, en: canary},
  place: {city: canary, areaCode: null, areaYear: null, precision: 'exact' as const},
  location,
  address: canary,
  areas: [{code: canary, year: null, name: canary}],
  contact: {website: `https://${canary}.example.nl`, email: `${canary}@example.nl`},
  lookingFor: [{text: {nl: canary}, kind: null}],
  story: [{title: {nl: canary}, text: {nl: canary}}],
};

beforeAll(async () => {
  await createInitiative(scope, {slug: 'tuin', name: 'Tuin', kind: 'other', summary: {nl: 'Oud.'}});
  const {name: _name, ...change} = content;
  for (const submission of [{content}, {initiative: 'tuin', content: change}]) {
    const {id} = await submitInitiative(scope, {...submission, name: canary, email: `${canary}@example.nl`});
    await inTransaction(scope, (trxScope) => confirmSubmission(trxScope, id));
    await submitInitiative(scope, {...submission, email: `ander-${canary}@example.nl`});
  }
  expect(JSON.stringify((await sql`select content from revisions where state = 'pending'`.execute(app.database.owner)).rows)).toContain(
    canary,
  );
});

const reads = routes.filter((route) => route.method === 'get' && route.roles === 'public').map(({path}) => path);
const pages = [
  '/',
  '/{community}/initiatieven',
  '/{community}/initiatieven/{slug}',
  '/{community}/initiatieven/{slug}/wijzig',
  '/{community}/uitgaven',
];
const addresses = [
  ...reads.map((path) => `/v1${path}`),
  ...[
    'q=kanariepiet',
    'format=csv',
    'format=geojson',
    `theme=${canary}`,
    `area=${canary}`,
    'near=6.8712,53.3591&radius=100',
    'facets=kind,theme,area',
  ].map((query) => `/v1/communities/{community}/initiatives?${query}`),
  '/v1/communities/{community}/initiative-clusters?bbox=3,50,8,54&zoom=18',
  '/v1/communities/{community}/feed.atom',
  '/v1/communities/{community}/hsds/services',
  ...pages,
];

test.each(addresses)('%s tells nothing of what waits', async (address) => {
  for (const slug of ['eemsdelta', 'noorden']) {
    const response = await app.request(
      address.replace('{community}', slug).replace('{slug}', 'tuin').replace('{id}', '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e'),
    );

    expect(response.status).toBeLessThan(500);
    expect((await response.text()).replaceAll(`q=${canary}`, '').toLowerCase()).not.toContain(canary);
  }
});

test('asking what looks like it, or where it is, tells nothing of what waits', async () => {
  for (const [path, body] of [
    ['similar-initiatives', {name: content.name, location}],
    ['geo-suggestions', {q: canary}],
    ['geo-reverse', {location}],
  ] as const) {
    const headers = {'Content-Type': 'application/json'};
    const response = await app.request(`/v1/communities/eemsdelta/${path}`, {method: 'POST', body: JSON.stringify(body), headers});

    expect([response.status, (await response.text()).includes(canary)]).toEqual([200, false]);
  }
});

test('no table that the public role can read holds a word of it', async () => {
  const {rows: tables} = await sql<{name: string}>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege('buurtkit_public', oid, 'SELECT')`.execute(
    app.database.owner,
  );
  expect(tables.length).toBeGreaterThan(10);
  for (const {name} of tables) {
    const {rows} = await sql`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(app.database.public);
    expect(JSON.stringify(rows), name).not.toContain(canary);
  }
  for (const name of ['revisions', 'revision_authors', 'initiative_people', 'reports'])
    await expect(sql`select from ${sql.table(name)}`.execute(app.database.public)).rejects.toMatchObject({code: '42501'});
});

test('the reads above are all that anybody may do without writing', () => {
  const asked = new Set([
    ...reads,
    ...['similar-initiatives', 'geo-suggestions', 'geo-reverse'].map((each) => `/communities/{community}/${each}`),
  ]);
  expect(routes.filter((route) => route.roles === 'public' && !isWrite(route) && !asked.has(route.path)).map(({path}) => path)).toEqual([]);
});
