import {sql} from 'kysely';
import {afterAll, beforeEach, expect, test} from 'vitest';
import {changeCommunity} from '../communities/change-community.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {createPlace} from '../places/create-place.ts';
import {createPartner} from '../partners/create-partner.ts';
import {mailsPerAddressAndDay} from '../mail/queue-mail.ts';
import {addPerson} from '../people/store.ts';
import {inTransaction} from '../scope.ts';
import {createService} from '../services/create-service.ts';
import {aCommunity, aKey, aScope, createTestApp, write} from '../testing/test-app.ts';

const app = await createTestApp({BUURTKIT_DEFENCES: 'off'});
afterAll(() => app.close());
const community = await aCommunity(app, {slug: 'eemsdelta'});
const scope = aScope(app, community);
const admin = await aKey(app, community, 'admin');
const base = '/v1/communities/eemsdelta';

const initiative = await createInitiative(scope, {slug: 'tuin', name: 'Tuin', kind: 'other', summary: {nl: 'x'}});
await inTransaction(scope, (trxScope) => addPerson(trxScope, initiative.id, {email: 'an@example.nl', name: null, language: 'nl'}));
const contact = {name: null, role: null, phone: null, agreedOn: null};
await createPartner(scope, {
  slug: 'welzijn',
  name: 'Welzijn',
  kind: 'other',
  summary: {nl: 'x'},
  contacts: [{...contact, email: 'welzijn@example.nl'}],
});
const service = await createService(scope, {partner: 'welzijn', name: {nl: 'Spreekuur'}, summary: {nl: 'x'}, functions: []});

const report = (body: unknown) => app.request(`${base}/reports`, write('POST', admin, body));
const items = async (query = '') =>
  (await (await app.request(`${base}/moderation-items${query}`, {headers: {Authorization: `Bearer ${admin}`}})).json()) as {
    total: number;
    data: {id: string; kind: string; title: string; subject: unknown}[];
  };
type Letter = {recipient: string; content: {replyTo?: string; paragraphs: unknown[]}};
const mails = async () => (await sql<Letter>`select recipient, content from mails order by recipient`.execute(app.database.owner)).rows;

beforeEach(async () => {
  await sql`truncate reports, mails, mail_counts`.execute(app.database.owner);
  await changeCommunity(scope, {contact: {email: 'loket@example.nl'}}, null);
});

test('goes to the people of the initiative and to the moderators, who can answer who wrote it', async () => {
  expect((await report({resource: 'initiative', slug: 'tuin', text: 'De tuin is weg.', email: 'buur@example.nl'})).status).toBe(202);

  expect(await mails()).toMatchObject([
    {recipient: 'an@example.nl', content: {replyTo: 'buur@example.nl', paragraphs: expect.arrayContaining(['De tuin is weg.'])}},
    {recipient: 'loket@example.nl', content: {replyTo: 'buur@example.nl'}},
  ]);
});

test('about an organisation or what it does goes to its own address too', async () => {
  await report({resource: 'partner', slug: 'welzijn', text: 'Verhuisd.'});
  await report({resource: 'service', id: service, text: 'Bestaat niet meer.'});

  expect((await mails()).map(({recipient}) => recipient)).toEqual([
    'loket@example.nl',
    'loket@example.nl',
    'welzijn@example.nl',
    'welzijn@example.nl',
  ]);
  expect((await items()).data).toMatchObject([
    {kind: 'report', title: 'Welzijn', subject: {resource: 'partner', slug: 'welzijn'}},
    {kind: 'report', title: 'Spreekuur', subject: {resource: 'service', id: service, slug: null}},
  ]);
});

test('stays in the moderators’ list also where they have no address, until one of them closes it', async () => {
  await changeCommunity(scope, {contact: {}}, null);
  await report({resource: 'initiative', slug: 'tuin', text: 'De tuin is weg.'});
  const {data} = await items();
  const path = `${base}/moderation-items/${data[0]?.id ?? ''}`;
  const item = await app.request(path, {headers: {Authorization: `Bearer ${admin}`}});
  expect(await item.json()).toMatchObject({text: 'De tuin is weg.', author: null, state: 'pending'});
  const close = () => app.request(`${path}/closing`, write('POST', admin, null, {'If-Match': item.headers.get('ETag') ?? ''}));

  expect((await app.request(`${path}/approval`, write('POST', admin, null, {'If-Match': '*'}))).status).toBe(404);
  expect([(await close()).status, (await close()).status]).toEqual([200, 412]);
  expect([(await items()).total, (await items('?state=closed')).total]).toEqual([0, 1]);
});

test.each(['initiative', 'partner', 'place'])('about a %s that is not there is refused', async (resource) => {
  const response = await report({resource, slug: 'nergens', text: 'Klopt niet.'});

  expect([response.status, await response.json()]).toMatchObject([404, {code: `${resource}.not-found`}]);
  expect(await mails()).toEqual([]);
});

test('where a mailbox gets no more mail today, what isn’t right still waits in the list', async () => {
  const anybody = async () => {
    const {Authorization: _key, ...headers} = write('POST', '', null).headers as Record<string, string>;
    const body = JSON.stringify({resource: 'place', slug: 'de-tille', text: 'De deur is dicht.'});
    return (await app.request(`${base}/reports`, {method: 'POST', body, headers})).status;
  };
  await createPlace(scope, {slug: 'de-tille', name: 'De Tille', city: 'Witteveen'});
  for (let count = 0; count < mailsPerAddressAndDay; count += 1) expect(await anybody()).toBe(202);

  expect(await anybody()).toBe(202);
  expect([(await items()).total, (await mails()).length]).toEqual([mailsPerAddressAndDay + 1, mailsPerAddressAndDay]);

  // Who shows a key is known.
  expect((await report({resource: 'place', slug: 'de-tille', text: 'De deur is dicht.'})).status).toBe(202);
});
