import {sql} from 'kysely';
import {afterAll, beforeEach, describe, expect, test} from 'vitest';
import {changeCommunity} from '../communities/change-community.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {mailsPerAddressAndDay} from '../mail/queue-mail.ts';
import {homeGridPoint} from '../map/home-grid.ts';
import {aCommunity, aKey, aScope, createTestApp, write} from '../testing/test-app.ts';
import {confirmSubmission} from './confirm-submission.ts';
import {inTransaction} from '../scope.ts';
import {forgetPerson} from '../people/forget-person.ts';
import {peopleOf} from '../people/people-of.ts';
import {forgetDrafts} from './forget-drafts.ts';

const app = await createTestApp({BUURTKIT_DEFENCES: 'off'});
afterAll(() => app.close());
const community = await aCommunity(app, {slug: 'eemsdelta'});
const scope = aScope(app, community);
await changeCommunity(scope, {contact: {email: 'loket@example.nl'}, addressForm: 'u'}, null);
const admin = await aKey(app, community, 'admin');
const base = '/v1/communities/eemsdelta';

const garden = {name: 'Buurttuin Oost', kind: 'other', summary: {nl: 'Samen tuinieren op het veldje.'}};

function post(path: string, body: unknown): RequestInit & {path: string} {
  const headers = {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()};
  return {path: `${base}${path}`, method: 'POST', body: JSON.stringify(body), headers};
}

type Answered = {status: number; etag: string; body: Record<string, unknown>};

async function ask({path, ...init}: RequestInit & {path: string}): Promise<Answered> {
  const response = await app.request(path, init);
  return {status: response.status, etag: response.headers.get('ETag') ?? '', body: (await response.json()) as Answered['body']};
}

const read = (path: string) => ask({path: `${base}${path}`, headers: {Authorization: `Bearer ${admin}`}});
const decide = (path: string, body: unknown, etag: string) =>
  ask({
    path: `${base}${path}`,
    ...write('POST', admin, body, {'If-Match': etag}),
  });

type Letter = {kind: string; recipient: string; language: string; content: {subject: string; paragraphs: unknown[]; replyTo?: string}};

async function mails(kind?: string): Promise<Letter[]> {
  const {rows} = await sql<Letter>`select kind, recipient, language, content from mails
    where ${kind ?? null}::text is null or kind = ${kind ?? null} order by id`.execute(app.database.owner);
  return rows;
}

async function submitted(content: unknown, more: Record<string, unknown> = {}): Promise<string> {
  const {status, body} = await ask(post('/submissions', {content, email: 'Bewoner@Example.nl', locale: 'nl', ...more}));
  expect([status, body]).toEqual([202, {id: expect.any(String), state: 'awaiting-email'}]);
  return String(body['id']);
}

async function confirmed(content: unknown, more?: Record<string, unknown>): Promise<string> {
  const id = await submitted(content, more);
  await inTransaction({...scope, caller: {kind: 'anonymous'}}, (trx) => confirmSubmission(trx, id));
  return id;
}

beforeEach(async () => {
  await sql`truncate revisions, revision_authors, initiatives, reports, mails, mail_counts, links, moderation_notices cascade`.execute(
    app.database.owner,
  );
});

test('what a resident sends in is confirmed by mail, approved word for word, and then everybody sees it', async () => {
  const id = await submitted(garden, {name: 'An'});
  const [letter] = await mails();
  expect(letter).toMatchObject({kind: 'submission.confirm', recipient: 'Bewoner@Example.nl', language: 'nl'});
  expect((await read('/moderation-items')).body).toMatchObject({total: 0});

  const {link} = letter!.content.paragraphs.find((each) => typeof each === 'object') as {link: string};
  const page = await app.request(link);
  const html = await page.text();
  expect([page.status, (await read('/moderation-items')).body]).toMatchObject([200, {total: 0}]);
  const token = /name="(\w+)" value="([^"]*)"/g;
  const fields = new URLSearchParams([...html.matchAll(token)].map(([, name, value]) => [name!, value!]));
  const pressed = await app.request(link, {
    method: 'POST',
    body: fields.toString(),
    headers: {'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost:8787'},
  });
  expect(pressed.status).toBe(200);

  const list = await read('/moderation-items');
  expect(list.body).toMatchObject({
    total: 1,
    next: null,
    data: [{id, kind: 'new-initiative', state: 'pending', title: 'Buurttuin Oost', subject: null}],
  });
  expect((await mails('moderation.waiting')).map(({recipient}) => recipient)).toEqual(['loket@example.nl']);
  expect((await read('/initiatives')).body).toMatchObject({total: 0});

  const item = await read(`/moderation-items/${id}`);
  expect(item.body).toMatchObject({content: garden, author: {name: 'An', email: 'Bewoner@Example.nl'}});
  const {status, body} = await decide(`/moderation-items/${id}/approval`, undefined, item.etag);

  expect([status, body]).toMatchObject([200, {state: 'approved', subject: {resource: 'initiative', slug: 'buurttuin-oost'}}]);
  expect((await read('/initiatives/buurttuin-oost')).body).toMatchObject(garden);
  const told = (await mails('submission.approved'))[0];
  expect(told).toMatchObject({recipient: 'Bewoner@Example.nl'});
  expect(JSON.stringify(told?.content)).toContain('/eemsdelta/initiatieven/buurttuin-oost');
  expect(JSON.stringify(told?.content)).not.toMatch(/\b(je|jouw)\b/);
  expect((await read('/initiatives/buurttuin-oost/people')).body).toMatchObject({
    total: 1,
    data: [{email: 'Bewoner@Example.nl', name: 'An'}],
  });
});

describe('a change', () => {
  test('waits while the text of before stays, and touches only the fields that it is about', async () => {
    await createInitiative(scope, {...garden, kind: 'other', stage: 'active'});
    const id = await confirmed({summary: {nl: 'Nu ook kippen.'}}, {initiative: 'buurttuin-oost'});
    expect((await read('/initiatives/buurttuin-oost')).body).toMatchObject({summary: garden.summary});

    const row = await read('/initiatives/buurttuin-oost');
    await ask({
      path: `${base}/initiatives/buurttuin-oost`,
      ...write('PATCH', admin, {stage: 'paused', summary: {nl: 'Anders.'}}, {'If-Match': row.etag}),
    });
    const item = await read(`/moderation-items/${id}`);
    expect(item.body).toMatchObject({
      kind: 'initiative-change',
      changes: [{field: 'summary', before: garden.summary, now: {nl: 'Anders.'}, proposed: {nl: 'Nu ook kippen.'}, hasMovedOn: true}],
    });

    expect((await decide(`/moderation-items/${id}/approval`, undefined, item.etag)).status).toBe(200);
    expect((await read('/initiatives/buurttuin-oost')).body).toMatchObject({
      summary: {nl: 'Nu ook kippen.'},
      stage: 'paused',
      name: garden.name,
    });
  });

  test('is not approved by who saw the page as it was before somebody else changed it', async () => {
    await createInitiative(scope, {...garden, kind: 'other'});
    const id = await confirmed({stage: 'paused'}, {initiative: 'buurttuin-oost'});
    const item = await read(`/moderation-items/${id}`);
    const row = await read('/initiatives/buurttuin-oost');
    await ask({path: `${base}/initiatives/buurttuin-oost`, ...write('PATCH', admin, {stage: 'finished'}, {'If-Match': row.etag})});

    expect((await decide(`/moderation-items/${id}/approval`, undefined, item.etag)).status).toBe(412);
    expect((await read('/initiatives/buurttuin-oost')).body).toMatchObject({stage: 'finished'});
  });

  test('by the same person of the same initiative goes together with the one before; of somebody else both wait', async () => {
    await createInitiative(scope, {...garden, kind: 'other'});
    const first = await confirmed({stage: 'paused'}, {initiative: 'buurttuin-oost'});
    const other = await confirmed({stage: 'finished'}, {initiative: 'buurttuin-oost', email: 'ander@example.nl'});
    const second = await confirmed({stage: 'threatened'}, {initiative: 'buurttuin-oost', email: 'bewoner@example.nl'});

    const {body} = await read('/moderation-items?state=pending,superseded');
    expect((body['data'] as {id: string; state: string}[]).map(({id, state}) => [id, state])).toEqual([
      [first, 'superseded'],
      [other, 'pending'],
      [second, 'pending'],
    ]);
  });

  test('twice by the same person is one change, in which nothing that they confirmed is lost', async () => {
    const contact = {website: 'https://tuin.example.nl'};
    await createInitiative(scope, {...garden, kind: 'other', contact});
    const first = await submitted({contact: {...contact, phone: '0612345678'}, stage: 'paused'}, {initiative: 'buurttuin-oost'});
    const second = await submitted({contact: {...contact, email: 'tuin@example.nl'}, stage: 'threatened'}, {initiative: 'buurttuin-oost'});
    const third = await submitted({summary: {nl: 'Nu ook kippen.'}}, {initiative: 'buurttuin-oost'});
    const told = [];
    // Whichever mail they open first: what they wrote last counts.
    for (const id of [second, first, third])
      told.push(await inTransaction({...scope, caller: {kind: 'anonymous'}}, (trx) => confirmSubmission(trx, id)));
    expect(told).toEqual(['confirmed', 'joined', 'joined']);

    const item = await read(`/moderation-items/${third}`);
    const together = {
      contact: {...contact, phone: '0612345678', email: 'tuin@example.nl'},
      stage: 'threatened',
      summary: {nl: 'Nu ook kippen.'},
    };
    expect(item.body).toMatchObject({content: together});
    expect(
      (item.body['changes'] as {field: string; before: unknown; hasMovedOn: boolean}[]).toSorted((a, b) => a.field.localeCompare(b.field)),
    ).toMatchObject([
      {field: 'contact', before: contact, hasMovedOn: false},
      {field: 'stage', before: 'active', hasMovedOn: false},
      {field: 'summary', before: garden.summary, hasMovedOn: false},
    ]);
    expect((await read('/moderation-items')).body).toMatchObject({total: 1});
    expect((await decide(`/moderation-items/${third}/approval`, undefined, item.etag)).status).toBe(200);
    expect((await read('/initiatives/buurttuin-oost')).body).toMatchObject(together);
  });

  test('that says it is a home after all leaves no address of it behind', async () => {
    const place = (precision: 'town' | 'grid') => ({city: 'Holwierde', areaCode: null, areaYear: null, precision});
    await createInitiative(scope, {...garden, kind: 'other', place: place('town')});
    await confirmed({address: 'Kerkplein 12', stage: 'paused'}, {initiative: 'buurttuin-oost'});
    const home = await confirmed({place: place('grid'), location: null}, {initiative: 'buurttuin-oost'});
    const again = await confirmed({address: 'Kerkplein 12'}, {initiative: 'buurttuin-oost'});

    for (const id of [home, again])
      expect((await read(`/moderation-items/${id}`)).body['content']).toEqual({place: place('grid'), location: null, stage: 'paused'});
  });

  test('of an initiative that is not there, or without a single field, is refused with all that is wrong', async () => {
    expect(await ask(post('/submissions', {initiative: 'nergens', content: {stage: 'paused'}, email: 'a@example.nl'}))).toMatchObject({
      status: 404,
      body: {code: 'initiative.not-found'},
    });
    expect(await ask(post('/submissions', {content: {}, email: 'geen'}))).toMatchObject({
      status: 400,
      body: {
        errors: expect.arrayContaining([
          expect.objectContaining({pointer: '#/content/name', code: 'required'}),
          expect.objectContaining({pointer: '#/email'}),
        ]),
      },
    });
  });
});

test('a refusal has a reason, and its author reads it', async () => {
  const id = await confirmed(garden, {locale: 'en'});
  const item = await read(`/moderation-items/${id}`);

  expect((await decide(`/moderation-items/${id}/refusal`, {reason: ' '}, item.etag)).status).toBe(400);
  const {body} = await decide(`/moderation-items/${id}/refusal`, {reason: 'It is there already.'}, item.etag);

  expect(body).toMatchObject({state: 'refused', reason: 'It is there already.', subject: null});
  expect((await mails('submission.refused'))[0]).toMatchObject({
    language: 'en',
    content: {paragraphs: expect.arrayContaining(['It is there already.'])},
  });
  expect((await read('/initiatives')).body).toMatchObject({total: 0});
  expect(await decide(`/moderation-items/${id}/approval`, undefined, (await read(`/moderation-items/${id}`)).etag)).toMatchObject({
    status: 409,
    body: {code: 'submission.decided'},
  });
});

test('of two moderators at once one decides, and the other hears that it changed', async () => {
  const id = await confirmed(garden);
  const {etag} = await read(`/moderation-items/${id}`);

  const answers = await Promise.all(
    Array.from({length: 6}, (_, number) =>
      number % 2 === 0
        ? decide(`/moderation-items/${id}/approval`, undefined, etag)
        : decide(`/moderation-items/${id}/refusal`, {reason: 'Nee.'}, etag),
    ),
  );

  expect(answers.map(({status}) => status).toSorted()).toEqual([200, 412, 412, 412, 412, 412]);
  expect((await mails()).filter(({kind}) => /approved|refused/.test(kind))).toHaveLength(1);
});

test('a change of what another system keeps by now can’t be approved: it is named, nothing changes, and it goes on waiting', async () => {
  const {slug} = await createInitiative(scope, {
    name: 'Tuin',
    kind: 'other',
    summary: {nl: 'Groen.'},
    externalIds: [{source: 'kaart-x', id: '7'}],
  });
  const id = await confirmed({summary: {nl: 'Groener.'}, stage: 'threatened'}, {initiative: slug});
  const sync = await ask({
    path: `${base}/initiatives/by-external-id/kaart-x/7`,
    ...write('PUT', admin, {name: 'Tuin', kind: 'other', summary: {nl: 'Groen van elders.'}}),
  });
  expect(sync.status).toBe(200);
  const {etag} = await read(`/moderation-items/${id}`);
  const audited = async () => (await sql`select id from audit`.execute(app.database.owner)).rows.length;
  const before = await audited();

  const crowd = await Promise.all(Array.from({length: 3}, () => decide(`/moderation-items/${id}/approval`, undefined, etag)));

  for (const {status, body} of crowd) expect([status, body['errors']]).toMatchObject([400, [{pointer: '#/summary', code: 'not-allowed'}]]);
  expect((await read(`/initiatives/${slug}`)).body).toMatchObject({summary: {nl: 'Groen van elders.'}, stage: 'active'});
  expect((await read(`/moderation-items/${id}`)).body).toMatchObject({state: 'pending', decidedAt: null});
  expect(await mails('submission.approved')).toEqual([]);
  expect(await audited()).toBe(before);
  expect((await decide(`/moderation-items/${id}/refusal`, {reason: 'Dit houdt een ander systeem bij.'}, etag)).status).toBe(200);
});

test('moderators hear at once that something waits, and after that once an hour', async () => {
  for (let number = 0; number < 4; number += 1) await confirmed({...garden, name: `Tuin ${number}`});

  const {rows} = await sql<{minutes: number}>`
    select round(extract(epoch from due_at - queued_at) / 60)::int as minutes from mails where kind = 'moderation.waiting' order by due_at`.execute(
    app.database.owner,
  );
  expect(rows.map(({minutes}) => minutes)).toEqual([0, 60]);
});

test('the exact point of a home is written down nowhere, also not while it waits', async () => {
  const location = {type: 'Point', coordinates: [6.8712345, 53.3598765]};
  const place = {city: 'Holwierde', areaCode: null, areaYear: null, precision: 'grid'};
  const id = await confirmed({...garden, place, location});
  await createInitiative(scope, {...garden, kind: 'other', name: 'Thuis', place: {...place, precision: 'grid'}});
  await submitted({location}, {initiative: 'thuis'});

  const dump: string[] = [];
  const {rows: tables} = await sql<{name: string}>`select tablename as name from pg_tables where schemaname = 'public'`.execute(
    app.database.owner,
  );
  for (const {name} of tables)
    dump.push(JSON.stringify((await sql`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(app.database.owner)).rows));
  expect(dump.join('\n')).not.toMatch(/6\.8712345|53\.3598765/);
  expect(app.logged.join('\n')).not.toMatch(/6\.8712345|53\.3598765/);
  expect((await read(`/moderation-items/${id}`)).body).toMatchObject({
    content: {location: {coordinates: homeGridPoint([6.8712345, 53.3598765])}},
  });
});

test('the address of a home is refused, since it may be kept nowhere', async () => {
  const home = {place: {city: 'Holwierde', areaCode: null, areaYear: null, precision: 'grid' as const}};
  await createInitiative(scope, {...garden, kind: 'other', name: 'Thuis', ...home});

  for (const body of [
    {content: {...garden, ...home, address: 'Kerkplein 12'}, email: 'a@example.nl'},
    {initiative: 'thuis', content: {address: 'Kerkplein 12'}, email: 'a@example.nl'},
  ])
    expect(await ask(post('/submissions', body))).toMatchObject({
      status: 400,
      body: {errors: [{pointer: '#/content/address', code: 'not-allowed'}]},
    });
});

test('what looks like it is shown before sending: by its name, or within 250 metres', async () => {
  const at = (longitude: number, latitude: number) => ({
    place: {city: 'Holwierde', areaCode: null, areaYear: null, precision: 'exact' as const},
    location: {type: 'Point' as const, coordinates: [longitude, latitude] as [number, number]},
  });
  await createInitiative(scope, {name: 'Buurtsuper Holwierde', kind: 'shop', summary: {nl: 'x'}, ...at(6.872, 53.358)});
  await createInitiative(scope, {name: 'De Klok', kind: 'other', summary: {nl: 'x'}, ...at(6.873, 53.359)});
  await createInitiative(scope, {name: 'Ver weg', kind: 'other', summary: {nl: 'x'}, ...at(6.9, 53.4)});

  const similar = async (body: unknown) => (await ask(post('/similar-initiatives', body))).body.data;
  expect(await similar({name: 'BUURTSUPÉR holwierde'})).toEqual([
    {slug: 'buurtsuper-holwierde', community: 'eemsdelta', name: 'Buurtsuper Holwierde', kind: 'shop', city: 'Holwierde', distance: null},
  ]);
  expect(await similar({name: 'Iets heel anders', location: {type: 'Point', coordinates: [6.873, 53.3591]}})).toMatchObject([
    {slug: 'de-klok', distance: 11},
    {slug: 'buurtsuper-holwierde', distance: expect.any(Number)},
  ]);
  expect(await similar({name: 'Iets heel anders'})).toEqual([]);
});

test('five hundred submissions in the name of one address bring it no more mails than its share of a day', {timeout: 60_000}, async () => {
  const one = (number: number) =>
    ask(post('/submissions', {content: {...garden, name: `Tuin ${number}`}, email: `bewoner+${number % 7}@example.nl`}));
  const answers: number[] = [];
  for (let number = 0; number < 500; number += 25)
    answers.push(...(await Promise.all(Array.from({length: 25}, (_, index) => one(number + index)))).map(({status}) => status));

  expect(new Set(answers)).toEqual(new Set([202]));
  expect(await mails()).toHaveLength(mailsPerAddressAndDay);
  expect((await read('/initiatives')).status).toBe(200);
});

test('what nobody confirmed is gone when its link no longer works, and who wrote is forgotten after a month', async () => {
  const draft = await submitted(garden);
  const decided = await confirmed({...garden, name: 'Ander', address: 'Kerkplein 12'});
  await decide(`/moderation-items/${decided}/refusal`, {reason: 'Nee.'}, (await read(`/moderation-items/${decided}`)).etag);
  const services = {database: app.database} as Parameters<typeof forgetDrafts.sweep>[0];

  await forgetDrafts.sweep(services, new Date(Date.now() + 6 * 86_400_000));
  expect((await sql`select from revisions where id = ${draft}`.execute(app.database.owner)).rows).toHaveLength(1);
  await forgetDrafts.sweep(services, new Date(Date.now() + 31 * 86_400_000));

  expect((await sql`select from revisions where id = ${draft}`.execute(app.database.owner)).rows).toHaveLength(0);
  expect((await read(`/moderation-items/${decided}`)).body).toMatchObject({
    state: 'refused',
    author: null,
    content: {...garden, name: 'Ander'},
  });
  expect(JSON.stringify((await sql`select content from revisions`.execute(app.database.owner)).rows)).not.toContain('Kerkplein');
});

test('who asks to be forgotten stands nowhere any more', async () => {
  const canary = 'kanarie@example.nl';
  const approved = await confirmed({...garden, contact: {phone: '0612345678'}}, {email: canary});
  await decide(`/moderation-items/${approved}/approval`, undefined, (await read(`/moderation-items/${approved}`)).etag);
  await confirmed({...garden, name: 'Tweede', contact: {email: canary}}, {email: canary});
  await ask(post('/reports', {resource: 'initiative', slug: 'buurttuin-oost', text: 'Klopt niet.', email: canary}));
  const people = await read('/initiatives/buurttuin-oost/people');
  await ask({
    path: `${base}/initiatives/buurttuin-oost/people`,
    ...write('PUT', admin, {data: [{email: canary}]}, {'If-Match': people.etag}),
  });

  await forgetPerson(scope, canary);
  await sql`truncate mails`.execute(app.database.owner);

  const {rows: tables} = await sql<{name: string}>`select tablename as name from pg_tables where schemaname = 'public'`.execute(
    app.database.owner,
  );
  for (const {name} of tables) {
    const {rows} = await sql<{row: unknown}>`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(app.database.owner);
    expect(JSON.stringify(rows), name).not.toContain(canary);
  }
  expect((await read('/initiatives/buurttuin-oost')).body).toMatchObject({name: garden.name});
  expect(await peopleOf(scope, String((await read('/initiatives/buurttuin-oost')).body['id']))).toEqual([]);
});
