import {sql} from 'kysely';
import {afterAll, beforeEach, expect, test} from 'vitest';
import {changeCommunity} from '../communities/change-community.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {mailsPerAddressAndDay} from '../mail/queue-mail.ts';
import {aCommunity, aKey, aScope, createTestApp, write} from '../testing/test-app.ts';
import {peopleOf} from './people-of.ts';

const app = await createTestApp({BUURTKIT_DEFENCES: 'off'});
afterAll(() => app.close());
const community = await aCommunity(app, {slug: 'eemsdelta'});
const scope = aScope(app, community);
const admin = await aKey(app, community, 'admin');
const organiser = await aKey(app, community, 'organiser', 'initiative:tuin');
const stranger = await aKey(app, community, 'organiser', 'initiative:winkel');
const path = '/v1/communities/eemsdelta/initiatives/tuin';

const message = {name: 'Buurvrouw', email: 'buurvrouw@example.nl', text: 'Mag ik komen kijken?\n\nGroet.'};
const send = async (body: unknown) => (await app.request(`${path}/messages`, write('POST', admin, body))).status;
const see = (key: string) => app.request(`${path}/people`, {headers: {Authorization: `Bearer ${key}`}});

type Letter = {recipient: string; language: string; content: {subject: string; paragraphs: unknown[]; replyTo?: string}};
const mails = async () =>
  (await sql<Letter>`select recipient, language, content from mails order by recipient`.execute(app.database.owner)).rows;

beforeEach(async () => {
  await sql`truncate initiatives, mails, mail_counts cascade`.execute(app.database.owner);
  await changeCommunity(scope, {contact: {}}, null);
});

async function aGarden(more: {hasContactForm?: boolean; contact?: {email: string}} = {}): Promise<string> {
  return (await createInitiative(scope, {slug: 'tuin', name: 'Tuin', kind: 'other', summary: {nl: 'x'}, ...more})).id;
}

async function setPeople(...people: {email: string; name?: string; locale?: string}[]): Promise<Response> {
  const etag = (await see(organiser)).headers.get('ETag') ?? '';
  return app.request(`${path}/people`, write('PUT', organiser, {data: people}, {'If-Match': etag}));
}

test('an initiative says itself who gets its mail, and nobody else sees them', async () => {
  const id = await aGarden();
  expect((await setPeople({email: 'an@example.nl', name: 'An'}, {email: 'bo@example.nl', locale: 'en'})).status).toBe(200);

  expect(await peopleOf(scope, id)).toMatchObject([
    {email: 'an@example.nl', name: 'An', language: 'nl'},
    {email: 'bo@example.nl', name: null, language: 'en'},
  ]);
  expect((await see(stranger)).status).toBe(403);
  expect(await (await app.request(path)).text()).not.toMatch(/an@example|bo@example/);
});

test('of two who change the people at once one hears that they changed, and no address stands there twice', async () => {
  await aGarden();
  const etag = (await see(organiser)).headers.get('ETag') ?? '';
  const put = (email: string) => app.request(`${path}/people`, write('PUT', admin, {data: [{email}]}, {'If-Match': etag}));

  const answers = await Promise.all(['an@example.nl', 'bo@example.nl', 'cor@example.nl'].map(put));

  expect(answers.map(({status}) => status).toSorted()).toEqual([200, 412, 412]);
  expect((await setPeople({email: 'an@example.nl'}, {email: 'AN@example.nl'})).status).toBe(400);
});

test('a message goes to each of the people, and their answer to who wrote it', async () => {
  await aGarden({hasContactForm: true});
  await setPeople({email: 'an@example.nl'}, {email: 'bo@example.nl', locale: 'en'});

  expect(await send(message)).toBe(202);

  expect(await mails()).toMatchObject([
    {recipient: 'an@example.nl', language: 'nl', content: {subject: 'Bericht voor Tuin', replyTo: 'buurvrouw@example.nl'}},
    {recipient: 'bo@example.nl', language: 'en', content: {subject: 'Message for Tuin', replyTo: 'buurvrouw@example.nl'}},
  ]);
  expect((await mails())[0]?.content.paragraphs).toEqual(expect.arrayContaining(['Mag ik komen kijken?', 'Groet.']));
});

test('what was written is in the mail and nowhere else', async () => {
  await aGarden({hasContactForm: true, contact: {email: 'tuin@example.nl'}});
  await send({...message, text: 'kanariepiet'});

  const {rows: tables} = await sql<{
    name: string;
  }>`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'mails'`.execute(app.database.owner);
  for (const {name} of tables) {
    const {rows} = await sql`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(app.database.owner);
    expect(JSON.stringify(rows), name).not.toMatch(/kanariepiet|buurvrouw/);
  }
  expect(app.logged.join('\n')).not.toMatch(/kanariepiet|buurvrouw/);
});

test('while nobody is known a message goes to the initiative’s own address, or the community’s, and else is refused', async () => {
  await aGarden({hasContactForm: true});
  expect(await send(message)).toBe(409);
  await changeCommunity(scope, {contact: {email: 'loket@example.nl'}}, null);
  expect(await send(message)).toBe(202);
  expect((await mails()).map(({recipient}) => recipient)).toEqual(['loket@example.nl']);
});

test('an initiative without the form gets no messages', async () => {
  await aGarden({contact: {email: 'tuin@example.nl'}});

  expect(await send(message)).toBe(409);
  expect(await mails()).toEqual([]);
});

test('a name that would break out of its line is refused', async () => {
  await aGarden({hasContactForm: true, contact: {email: 'tuin@example.nl'}});

  expect(await send({...message, name: 'An\r\nBcc: ieder@example.nl'})).toBe(400);
});

test('a message that can reach nobody any more today is refused, so that whoever reads “sent” can count on it', async () => {
  await aGarden({hasContactForm: true});
  const {Authorization: _key, ...headers} = write('POST', '', message).headers as Record<string, string>;
  const anybody = async () => {
    const sent = {method: 'POST', body: JSON.stringify(message), headers: {...headers, 'Idempotency-Key': crypto.randomUUID()}};
    const answer = await app.request(`${path}/messages`, sent);
    return {status: answer.status, wait: Number(answer.headers.get('Retry-After')), ...(await answer.json())};
  };
  await setPeople({email: 'an@example.nl'});
  for (let count = 0; count < mailsPerAddressAndDay; count += 1) expect((await anybody()).status).toBe(202);

  const refused = await anybody();
  expect(refused).toMatchObject({status: 429, code: 'request.rate-limited', detail: expect.stringContaining('opnieuw')});
  expect(refused.wait).toBeGreaterThan(0);
  expect(refused.wait).toBeLessThanOrEqual(86_400);
  expect(await mails()).toHaveLength(mailsPerAddressAndDay);

  await setPeople({email: 'an@example.nl'}, {email: 'bo@example.nl'});
  expect((await anybody()).status).toBe(202);
  expect((await mails()).filter(({recipient}) => recipient === 'bo@example.nl')).toHaveLength(1);
});
