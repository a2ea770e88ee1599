import {sql} from 'kysely';
import {afterAll, beforeEach, describe, expect, test} from 'vitest';
import {readCommunity} from '../communities/store.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {createPartner} from '../partners/create-partner.ts';
import {composed} from '../mail/compose.ts';
import type {MailContent} from '../mail/queue-mail.ts';
import {renderMail} from '../mail/render-mail.ts';
import {createPlace} from '../places/create-place.ts';
import {inTransaction} from '../scope.ts';
import {confirmSubmission} from '../submissions/confirm-submission.ts';
import {createOpportunity} from '../volunteering/opportunities/create-opportunity.ts';
import {hostileTexts} from '../testing/hostile-texts.ts';
import {markup} from '../testing/markup.ts';
import {aCommunity, aKey, aScope, createTestApp, write} from '../testing/test-app.ts';

const app = await createTestApp({BUURTKIT_DEFENCES: 'off'});
afterAll(() => app.close());
const community = await aCommunity(app, {slug: 'eemsdelta'});
await aCommunity(app, {slug: 'noorden', kind: 'region', members: ['eemsdelta']});
const scope = aScope(app, community);
const admin = await aKey(app, community, 'admin');

const garden = {name: 'Buurttuin Oost', kind: 'other', summary: 'Samen tuinieren.', yourEmail: 'bewoner@example.nl'};

async function show(path: string, language = 'nl'): Promise<{status: number; html: string; token: string}> {
  const response = await app.request(path, {headers: {'Accept-Language': language}});
  const html = await response.text();
  return {status: response.status, html, token: /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? ''};
}

async function send(path: string, values: Record<string, string>, headers: Record<string, string> = {}) {
  const {token} = await show(path);
  const response = await app.request(path, {
    method: 'POST',
    body: new URLSearchParams({formToken: token, ...values}).toString(),
    headers: {'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost:8787', ...headers},
  });
  return {status: response.status, location: response.headers.get('Location'), html: await response.text()};
}

async function revisions() {
  return (
    await sql<{id: string; kind: string; content: Record<string, unknown>}>`select id, kind, content from revisions order by id`.execute(
      app.database.owner,
    )
  ).rows;
}

beforeEach(async () => {
  await sql`truncate revisions, revision_authors, initiatives, reports, mails, links cascade`.execute(app.database.owner);
});

describe('the form for a new initiative', () => {
  const path = '/eemsdelta/meld-initiatief';

  test('sends it in without JavaScript, and says what happens next', async () => {
    const {status, location} = await send(path, {
      ...garden,
      city: 'Holwierde',
      isHome: 'on',
      hasContactForm: 'on',
      lookingFor: 'Handen.',
      story: 'Zo begon het.',
    });

    expect([status, location]).toEqual([303, `${path}/verstuurd`]);
    expect((await show(`${path}/verstuurd`)).status).toBe(200);
    expect(await revisions()).toMatchObject([
      {
        kind: 'new-initiative',
        content: {
          name: 'Buurttuin Oost',
          summary: {nl: 'Samen tuinieren.'},
          place: {city: 'Holwierde', precision: 'grid'},
          hasContactForm: true,
          lookingFor: [{text: {nl: 'Handen.'}, kind: null}],
          story: [{text: {nl: 'Zo begon het.'}}],
        },
      },
    ]);
    expect((await sql`select from mails where kind = 'submission.confirm'`.execute(app.database.owner)).rows).toHaveLength(1);
  });

  test('says all that is wrong at once, each with a link to its field, and keeps what was filled in', async () => {
    const {status, html} = await send(path, {name: '', summary: 'Blijft <b>staan</b>', yourEmail: 'geen adres', website: 'ftp://x'});

    expect(status).toBe(400);
    for (const name of ['name', 'kind', 'website', 'yourEmail']) {
      expect(html).toContain(`href="#${name}"`);
      expect(html).toMatch(new RegExp(`id="${name}"[^>]*aria-describedby="[^"]*${name}-error[^"]*"[^>]*aria-invalid="true"`));
    }
    expect(html).not.toContain('href="#summary"');
    expect(html).toContain('Blijft &lt;b&gt;staan&lt;/b&gt;');
    expect(await revisions()).toEqual([]);
  });

  test('shows what looks like it before it is sent, and takes no for an answer', async () => {
    await createInitiative(scope, {name: 'Buurttuin Oost', kind: 'other', summary: {nl: 'x'}});

    const first = await send(path, garden);
    expect(first.status).toBe(200);
    expect(first.html).toContain('href="/eemsdelta/initiatieven/buurttuin-oost"');
    expect(first.html).toContain('value="bewoner@example.nl"');
    expect(await revisions()).toEqual([]);

    expect((await send(path, {...garden, hasSeenSimilar: 'yes'})).status).toBe(303);
    expect(await revisions()).toHaveLength(1);
  });

  test('is refused from elsewhere, and with a token that is not ours', async () => {
    expect((await send(path, garden, {Origin: 'https://elders.example'})).status).toBe(403);
    expect((await send(path, {...garden, formToken: 'x'})).status).toBe(400);
    expect(await revisions()).toEqual([]);
  });

  test('of a region leads to the form of one of its communities', async () => {
    expect((await show('/noorden/meld-initiatief')).html).toContain('href="/eemsdelta/meld-initiatief"');
  });
});

test('the form for a change begins with what stands there, and sends only what is other', async () => {
  await createInitiative(scope, {
    name: 'Tuin',
    kind: 'other',
    summary: {nl: 'Oud.', en: 'Old.'},
    contact: {phone: '0596 123456'},
    place: {city: 'Holwierde', areaCode: 'GM1979', areaYear: 2025, precision: 'town'},
    location: {type: 'Point', coordinates: [6.87, 53.35]},
  });
  const path = '/eemsdelta/initiatieven/tuin/wijzig';
  const same = {
    name: 'Tuin',
    kind: 'other',
    stage: 'active',
    summary: 'Oud.',
    city: 'Holwierde',
    contactPhone: '0596 123456',
    yourEmail: 'a@example.nl',
  };
  expect((await show(path)).html).toContain('value="Tuin"');
  expect((await show('/noorden/initiatieven/tuin/wijzig')).status).toBe(303);

  expect((await send(path, same)).status).toBe(400);
  expect((await send(path, {...same, summary: 'Nieuw.', website: 'https://www.example.nl'})).status).toBe(303);

  expect((await revisions()).map(({kind, content}) => [kind, content])).toEqual([
    ['initiative-change', {summary: {nl: 'Nieuw.', en: 'Old.'}, contact: {website: 'https://www.example.nl', phone: '0596 123456'}}],
  ]);
});

describe('while addresses can’t be looked up', () => {
  const path = '/eemsdelta/initiatieven/tafel/wijzig';
  const same = {name: 'Tafel', kind: 'other', stage: 'active', summary: 'Samen eten.', city: 'Holwierde', yourEmail: 'a@example.nl'};

  async function aTable(): Promise<void> {
    await sql`truncate places cascade`.execute(app.database.owner);
    const location = {type: 'Point' as const, coordinates: [6.87, 53.35] as [number, number]};
    await createPlace(scope, {slug: 'het-huis', name: 'Het Huis', city: 'Holwierde', location});
    const place = {city: 'Holwierde', areaCode: null, areaYear: null, precision: 'exact' as const, slug: 'het-huis'};
    await createInitiative(scope, {name: 'Tafel', kind: 'other', summary: {nl: 'Samen eten.'}, place});
  }

  async function approved(): Promise<{place: unknown; location: unknown}> {
    const [revision] = await revisions();
    await inTransaction({...scope, caller: {kind: 'anonymous'}}, (trx) => confirmSubmission(trx, revision?.id ?? ''));
    const item = `/v1/communities/eemsdelta/moderation-items/${revision?.id ?? ''}`;
    expect((await app.request(`${item}/approval`, write('POST', admin, null, {'If-Match': '*'}))).status).toBe(200);
    return (await (await app.request('/v1/communities/eemsdelta/initiatives/tafel')).json()) as {place: unknown; location: unknown};
  }

  const inTheHouse = {place: {slug: 'het-huis', name: 'Het Huis', precision: 'exact'}, location: {coordinates: [6.87, 53.35]}};

  test('an address that was filled in takes nothing off the map, and the moderator reads it', async () => {
    await aTable();

    expect((await send(path, {...same, address: 'Kerkplein 12'})).status).toBe(303);

    expect((await revisions()).map(({content}) => content)).toEqual([{address: 'Kerkplein 12'}]);
    expect(await approved()).toMatchObject({...inTheHouse, place: {...inTheHouse.place, city: 'Holwierde'}});
    for (const address of ['', '/history']) {
      const answer = await app.request(`/v1/communities/eemsdelta/initiatives/tafel${address}`);
      expect([answer.status, (await answer.text()).includes('Kerkplein')]).toEqual([200, false]);
    }
    expect(app.logged.join('\n')).not.toContain('Kerkplein');
  });

  test('who corrects only the town leaves the rest as it stood', async () => {
    await aTable();

    await send(path, {...same, city: 'Holwierde-Noord'});

    expect(await approved()).toMatchObject({...inTheHouse, place: {...inTheHouse.place, city: 'Holwierde-Noord'}});
  });

  test('the address of somebody’s home is kept nowhere', async () => {
    await aTable();

    await send(path, {...same, summary: 'Bij ons thuis.', isHome: 'on', address: 'Kerkplein 12'});

    const [revision] = await revisions();
    expect(revision?.content).toMatchObject({place: {precision: 'grid'}, summary: {nl: 'Bij ons thuis.'}});
    expect(JSON.stringify(revision)).not.toMatch(/Kerkplein|het-huis/);
  });

  test('a new initiative is sent in without its point, with the address for the moderator', async () => {
    await send('/eemsdelta/meld-initiatief', {...garden, city: 'Holwierde', address: 'Kerkplein 12'});

    expect(await revisions()).toMatchObject([
      {content: {place: {city: 'Holwierde', precision: 'town'}, location: null, address: 'Kerkplein 12'}},
    ]);
  });
});

test('somebody who sees that something is not right says so', async () => {
  await createInitiative(scope, {name: 'Tuin', kind: 'other', summary: {nl: 'x'}});
  const path = '/eemsdelta/initiatieven/tuin/klopt-niet';

  expect((await send(path, {text: ' '})).html).toContain('href="#text"');
  const {status, location} = await send(path, {text: 'De tuin is weg.', email: ''});

  expect([status, location]).toEqual([303, `${path}/verstuurd`]);
  expect((await sql`select text, subject_slug from reports`.execute(app.database.owner)).rows).toEqual([
    {text: 'De tuin is weg.', subject_slug: 'tuin'},
  ]);
});

test('somebody without JavaScript writes to an initiative, whose people answer by mail', async () => {
  await createInitiative(scope, {
    name: 'Buurtkoor',
    kind: 'other',
    summary: {nl: 'x'},
    hasContactForm: true,
    contact: {email: 'koor@example.nl'},
  });
  const path = '/eemsdelta/initiatieven/buurtkoor/bericht';
  const message = {name: 'Buurvrouw', email: 'buurvrouw@example.nl', text: 'Mag ik een keer meezingen?'};

  expect((await show('/eemsdelta/initiatieven/buurtkoor')).html).toContain(`href="${path}"`);
  expect((await send(path, {...message, email: 'geen adres'})).html).toContain('href="#email"');
  const {status, location} = await send(path, message);

  expect([status, location]).toEqual([303, `${path}/verstuurd`]);
  expect((await show(location ?? '')).status).toBe(200);
  const {rows} = await sql<{recipient: string; text: string}>`
    select recipient, content::text as text from mails where kind = 'message.relayed'`.execute(app.database.owner);
  expect(rows.map(({recipient}) => recipient)).toEqual(['koor@example.nl']);
  expect(rows[0]?.text).toContain('meezingen');
});

test('every form that is pressed twice is sent once, and what is filled in otherwise after going back is sent too', async () => {
  await createInitiative(scope, {
    name: 'Buurtkoor',
    kind: 'other',
    summary: {nl: 'x'},
    hasContactForm: true,
    contact: {email: 'koor@example.nl'},
  });
  await createPartner(scope, {name: 'Slager', kind: 'company', summary: {nl: 'x'}});
  const {id: workId} = await createOpportunity(scope, {title: {nl: 'Koffie'}, summary: {nl: 'x'}, kind: 'once'});
  const person = {email: 'bewoner@example.nl', ageBand: '18+'};
  const forms: [path: string, values: Record<string, string>, other: Record<string, string>, count: string][] = [
    ['/eemsdelta/meld-initiatief', garden, {name: 'Speeltuin West'}, 'revisions'],
    ['/eemsdelta/initiatieven/buurtkoor/klopt-niet', {text: 'Zij zingen niet meer.'}, {text: 'Toch wel.'}, 'reports'],
    ['/eemsdelta/sociale-kaart/slager/klopt-niet', {text: 'De slager is weg.'}, {text: 'Toch niet.'}, 'reports'],
    ['/eemsdelta/initiatieven/buurtkoor/bericht', {...person, name: 'Bo', text: 'Hallo.'}, {text: 'Dag.'}, 'mails'],
    [`/eemsdelta/vrijwilligerswerk/${workId}/aanmelden`, {...person, name: 'Bo'}, {name: 'Jo'}, 'mails'],
  ];
  for (const [path, values, other, table] of forms) {
    const {token: formToken} = await show(path);
    const press = async (filled: Record<string, string>) => {
      const {status, headers} = await app.request(path, {
        method: 'POST',
        body: new URLSearchParams({formToken, ...filled}),
        headers: {Origin: 'http://localhost:8787'},
      });
      return [status, headers.get('Location')];
    };
    const count = async () =>
      Number((await sql<{n: string}>`select count(*) as n from ${sql.table(table)}`.execute(app.database.owner)).rows[0]?.n);
    const before = await count();

    const [one, two] = await Promise.all([press(values), press(values)]);
    expect([path, one, (await count()) - before]).toEqual([path, two, 1]);
    expect(one?.[0]).toBe(303);

    await press({...values, ...other});
    expect([path, (await count()) - before]).toEqual([path, 2]);
  }
});

test('somebody who sees that something of an organisation is not right says so, from its own community', async () => {
  await createPartner(scope, {name: 'Bakker', kind: 'company', summary: {nl: 'x'}});
  const path = '/eemsdelta/sociale-kaart/bakker/klopt-niet';

  expect((await show('/eemsdelta/sociale-kaart/bakker')).html).toContain(`href="${path}"`);
  expect((await show('/noorden/sociale-kaart/bakker/klopt-niet')).status).toBe(303);
  expect((await show('/eemsdelta/sociale-kaart/nergens/klopt-niet')).status).toBe(404);
  const {status, location} = await send(path, {text: 'De bakker is verhuisd.', email: ''});

  expect([status, location]).toEqual([303, `${path}/verstuurd`]);
  expect((await show(location ?? '')).html).toContain('href="/eemsdelta/sociale-kaart"');
  expect(
    (await sql`select text, resource, subject_slug from reports where subject_slug = 'bakker'`.execute(app.database.owner)).rows,
  ).toEqual([{text: 'De bakker is verhuisd.', resource: 'partner', subject_slug: 'bakker'}]);
});

const broken = /<script|<img|<svg|\son\w+\s*=/i;
const letterFrom = {
  id: 'proef',
  from: {name: 'Gemeente', address: 'buurt@example.nl'},
  to: 'bewoner@example.nl',
  replyTo: null,
  attachments: [],
  language: 'nl',
  date: new Date('2026-11-22T09:00:00Z'),
};
const evil = [...hostileTexts, '</textarea><script>alert(1)</script>', 'x\r\nBcc: ieder@example.nl\r\n\r\nkwaad'];

test.each(evil)('%j breaks out of no form, item or mail', async (text) => {
  const fields = [
    'name',
    'kind',
    'stage',
    'summary',
    'city',
    'address',
    'website',
    'contactEmail',
    'contactPhone',
    'lookingFor',
    'story',
    'yourName',
    'yourEmail',
  ];
  const refused = await send('/eemsdelta/meld-initiatief', Object.fromEntries(fields.map((field) => [field, text])));
  expect([refused.status, markup(refused.html)]).toEqual([400, expect.not.stringMatching(broken)]);

  const content = {name: text, kind: 'other', summary: {nl: text}, lookingFor: [{text: {nl: text}, kind: null}], hasContactForm: true};
  const post = (path: string, body: unknown) => app.request(`/v1/communities/eemsdelta${path}`, write('POST', admin, body));
  const {id} = (await (await post('/submissions', {content, email: 'bewoner@example.nl'})).json()) as {id: string};
  await inTransaction({...scope, caller: {kind: 'anonymous'}}, (trx) => confirmSubmission(trx, id));
  const approval = await app.request(
    `/v1/communities/eemsdelta/moderation-items/${id}/approval`,
    write('POST', admin, null, {'If-Match': '*'}),
  );
  const {subject} = (await approval.json()) as {subject: {slug: string}};
  await post(`/initiatives/${subject.slug}/messages`, {name: text.split('\r')[0], email: 'b@example.nl', text});
  await post('/reports', {resource: 'initiative', slug: subject.slug, text});

  for (const last of ['', '/wijzig', '/klopt-niet']) {
    const {status, html} = await show(`/eemsdelta/initiatieven/${subject.slug}${last}`);
    expect([status, markup(html)]).toEqual([200, expect.not.stringMatching(broken)]);
  }
  const {rows} = await sql<{kind: string; content: MailContent}>`select kind, content from mails order by kind`.execute(app.database.owner);
  expect(rows.map(({kind}) => kind)).toEqual(['message.relayed', 'report.received', 'submission.approved', 'submission.confirm']);
  const sender = await readCommunity(app.database.public, community.id);
  for (const {content: letter} of rows) {
    expect(markup((await renderMail(letter, sender, 'nl')).html)).not.toMatch(broken);
    const sent = await composed({...letterFrom, ...(await renderMail(letter, sender, 'nl')), subject: letter.subject});
    expect(sent.toString().split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
  }
});
