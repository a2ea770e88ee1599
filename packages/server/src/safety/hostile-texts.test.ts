import {parse} from 'csv-parse/sync';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import sharp from 'sharp';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {mediaTypes} from '@buurtkit/contract';
import {inTransaction} from '../scope.ts';
import {confirmSubmission} from '../submissions/confirm-submission.ts';
import {composed} from '../mail/compose.ts';
import {everyAnswer, type Answered} from '../testing/every-answer.ts';
import {hostileTexts} from '../testing/hostile-texts.ts';
import {aCommunity, aKey, aScope, createTestApp, write} from '../testing/test-app.ts';
import {confirmEmail} from '../volunteering/signups/confirm-email.ts';
import {openXmlReader, type XmlElement} from '../testing/xml-reader.ts';

const texts = [
  ...hostileTexts,
  'x\r\nBcc: ieder@example.nl\r\n\r\nkwaad',
  'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:ieder@example.nl',
];
const onOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

const app = await createTestApp();
const {readXml, readHtml, close} = await openXmlReader();
afterAll(async () => {
  await app.close();
  await close();
});

const community = await aCommunity(app, {
  slug: 'zierikzee',
  name: `Gemeente ${hostileTexts[0]}`,
  settings: {contact: {name: hostileTexts[1], email: 'loket@example.nl'}},
  areas: [{code: 'eigen-buurt', year: null, name: hostileTexts[2]}],
});
const scope = aScope(app, community);
const key = await aKey(app, community, 'admin');
const base = '/v1/communities/zierikzee';

async function send(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const init = write(method, key, body, headers);
  const answer = await app.request(`${base}/${path}`, {...init, ...(body instanceof Uint8Array && {body: new Uint8Array(body)})});
  const told = await answer.text();
  expect([method, path, answer.status, told]).toEqual([method, path, expect.toSatisfy((status: number) => status < 300), told]);
  return JSON.parse(told);
}

const openingHours = (note: object) => ({
  rules: [{weekdays: ['mo'], nth: null, opens: '09:00', closes: '12:00'}],
  exceptions: [{from: '2027-03-01', until: '2027-03-02', openings: [], note}],
  isOpenOnHolidays: false,
  isByAppointment: false,
  note,
});

/** One of everything, with this text in every field that takes a text. */
async function oneOfEverything(text: string, number: number): Promise<void> {
  const both = {nl: text, en: text};
  const areas = [{code: 'eigen-buurt', year: null, name: text}];
  const contact = {website: 'https://www.example.nl/?a=1&b=%22', email: 'mensen@example.nl', phone: '0111 123456'};

  const place = await send('POST', 'places', {name: text, city: text, address: {street: text, postcode: null}, availableFor: both});
  const partner = await send('POST', 'partners', {
    name: text,
    kind: 'other',
    summary: both,
    place: place.slug,
    city: text,
    areas,
    contacts: [{name: text, role: both, email: 'p@example.nl', phone: null, agreedOn: '2026-01-01'}],
    externalIds: [{source: 'bron', id: `p ${text}`}],
  });
  const service = await send('POST', 'services', {
    partner: partner.slug,
    name: both,
    summary: both,
    functions: ['advice'],
    place: place.slug,
    areas,
    contact,
    forWhom: both,
    howToGet: both,
    cost: both,
    capacity: both,
    openingHours: openingHours(both),
    externalIds: [{source: 'bron', id: `s ${text}`}],
  });
  const initiative = {
    name: text,
    kind: 'other',
    summary: both,
    areas,
    contact,
    hasContactForm: true,
    openingHours: openingHours(both),
    place: {city: text, areaCode: null, areaYear: null, precision: 'town'},
    lookingFor: [{text: both, kind: null}],
    story: [
      {
        title: both,
        text: {nl: `${text}\n\n> ${text}\n\n- ${text}\n\n[goed](https://www.example.nl/?a=1&b=2)`, en: text},
        date: '2021-03-02',
      },
    ],
  };
  const {slug} = await send('POST', 'initiatives', {
    ...initiative,
    coalition: [{partner: partner.slug, role: 'lead'}],
    externalIds: [{source: 'bron', id: `i ${text}`}],
  });
  await send('PUT', `initiatives/${slug}/people`, {data: [{email: 'an@example.nl', name: onOneLine(text)}]}, {'If-Match': '*'});

  const picture = await sharp({create: {width: 20, height: 20, channels: 3, background: {r: number, g: 0, b: 0}}})
    .png()
    .toBuffer();
  const about = new URLSearchParams({initiative: slug, altNl: text, altEn: text, credit: text});
  await send('POST', `photos?${about}`, new Uint8Array(picture), {'Content-Type': 'image/png'});

  for (const content of [initiative, {...initiative, name: `Ander ${text}`}]) {
    const {id} = await send('POST', 'submissions', {content, name: onOneLine(text), email: 'bewoner@example.nl'});
    await inTransaction(scope, (trxScope) => confirmSubmission(trxScope, id));
    const isRefused = content !== initiative;
    await send('POST', `moderation-items/${id}/${isRefused ? 'refusal' : 'approval'}`, isRefused ? {reason: text} : null, {
      'If-Match': '*',
    });
  }
  await send('POST', `initiatives/${slug}/messages`, {name: onOneLine(text), email: 'buur@example.nl', text});
  for (const subject of [
    {resource: 'initiative', slug},
    {resource: 'partner', slug: partner.slug},
    {resource: 'service', id: service.id},
    {resource: 'place', slug: place.slug},
  ])
    await send('POST', 'reports', {...subject, text, email: 'buur@example.nl'});

  const publication = await send('POST', 'publications', {slug: `uitgave-${number}`, title: both, summary: both, initiatives: [slug]});
  await send('POST', `publications/${publication.slug}/editions`, {note: both});

  const opportunity = await send('POST', 'opportunities', {
    title: both,
    summary: both,
    text: initiative.story[0]?.text,
    kind: 'once',
    initiative: slug,
    areas,
    contact,
    approval: 'automatic',
    commitment: both,
    expenses: both,
    training: both,
    questions: [{key: 'vraag', label: both, isRequired: false}],
  });
  const moment = (days: number) => new Date(Date.now() + (7 + number + days) * 86_400_000).toISOString();
  const roles = [{key: 'hulp', label: both, capacity: 3}];
  const shift = await send('POST', 'shifts', {opportunityId: opportunity.id, start: moment(0), end: moment(0.1), roles, note: both});
  const {id: signup} = await send('POST', 'signups', {
    shiftId: shift.id,
    name: text,
    email: `v${number}@example.nl`,
    ageBand: '18+',
    locale: 'nl',
    answers: {vraag: text},
  });
  await inTransaction(scope, (trxScope) => confirmEmail(trxScope, signup));
}

let answers: Answered[] = [];
const ofType = (type: string) => answers.filter(({status, contentType}) => status === 200 && contentType.startsWith(type));

beforeAll(async () => {
  for (const [number, text] of texts.entries()) await oneOfEverything(text, number);
  await app.sweep();
  answers = await everyAnswer(app, 'zierikzee', key);
}, 300_000);

/** What a text would have become if it had broken out of where it stood. */
function brokenOut(elements: readonly XmlElement[]): string[] {
  return elements.flatMap(({name, attributes, text}) => {
    const isOurScript = name === 'script' && (attributes['type'] === 'application/ld+json' || /^\/(?!\/)/.test(attributes['src'] ?? ''));
    const isStranger = (name === 'script' && !isOurScript) || (name === 'img' && attributes['src'] === 'x') || name === 'iframe';
    const hasHandler = Object.keys(attributes).some((attribute) => /^on/i.test(attribute));
    const hasCode = Object.entries(attributes).some(
      ([attribute, value]) =>
        /^(?:href|src|srcset|action|formaction|data|style)$/i.test(attribute) && /(?:javascript|vbscript|data):/i.test(value),
    );
    return isStranger || hasHandler || hasCode ? [`${name} ${JSON.stringify(attributes)} ${text.slice(0, 80)}`] : [];
  });
}

test('on every page it is words, also for machines', {timeout: 240_000}, async () => {
  const pages = ofType('text/html');
  expect(pages.length).toBeGreaterThan(5 * texts.length);
  const seen: string[] = [];
  for (const {address, text: html} of pages) {
    const elements = await readHtml(html);
    expect([address, brokenOut(elements)]).toEqual([address, []]);
    seen.push(elements[0]?.text ?? '');
    for (const {name, attributes, text} of elements) {
      if (name !== 'script' || attributes['type'] !== 'application/ld+json') continue;
      expect(JSON.parse(text)).toMatchObject({'@context': 'https://schema.org'});
    }
  }
  const squeezed = seen.map(onOneLine);
  for (const text of texts) expect([text, squeezed.filter((page) => page.includes(onOneLine(text))).length > 3]).toEqual([text, true]);
});

test('in every answer for programs it is the same words again, and each thing is told once', () => {
  const documents = [...ofType('application/json'), ...ofType(mediaTypes.geojson), ...ofType(mediaTypes.jsonld)];
  expect(documents.length).toBeGreaterThan(20 * texts.length);
  const strings = new Set(documents.flatMap(({text}) => stringsIn(JSON.parse(text))));
  for (const text of texts) expect([text, strings.has(text)]).toEqual([text, true]);

  const [linked] = ofType(mediaTypes.jsonld);
  const graph = JSON.parse(linked?.text ?? '{}')['@graph'] as {'@id': string; '@type': string}[];
  expect(new Set(graph.map((thing) => thing['@id'])).size).toBe(graph.length);
});

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

test('in a spreadsheet no cell is a formula, and every row has its own cells', () => {
  const files = ofType('text/csv');
  let most = 0;
  for (const {text} of files) {
    const rows = parse(text, {bom: true, record_delimiter: '\r\n'});
    most = Math.max(most, rows.length);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell))).toEqual([]);
  }
  expect(most).toBeGreaterThan(texts.length);
});

test('a feed and a book are whole, and hold no more than text', {timeout: 120_000}, async () => {
  const feeds = ofType(mediaTypes.atom);
  const books = ofType(mediaTypes.epub);
  expect([feeds.length, books.length]).toEqual([1, texts.length]);
  for (const {text} of feeds) {
    const elements = await readXml(text);
    expect(brokenOut(elements)).toEqual([]);
    expect(elements.filter(({name}) => /^(?:script|img|svg)$/i.test(name))).toEqual([]);
  }
  for (const {address, parts} of books)
    for (const [name, part] of Object.entries(parts)) {
      if (!/\.(?:xhtml|xml|opf|ncx)$/.test(name)) continue;
      const elements = await readXml(part);
      expect([address, name, brokenOut(elements)]).toEqual([address, name, []]);
      expect(elements.filter((element) => /^(?:script|svg)$/i.test(element.name))).toEqual([]);
    }
});

const ownProperties =
  /^(?:uid|sequence|dtstamp|dtstart|dtend|summary|description|location|url|status|transp|organizer|last-modified|created|x-[a-z-]+)$/;

/** An agenda's events, when there is nothing in them that we don't write ourselves. */
function eventsIn(calendar: string): number {
  const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent');
  const names = events.flatMap((event: InstanceType<typeof ICAL.Component>) =>
    event.getAllProperties().map(({name}: {name: string}) => name),
  );
  expect(names.filter((name: string) => !ownProperties.test(name))).toEqual([]);
  return events.length;
}

test('in an agenda it makes no event and invites nobody', () => {
  const calendars = ofType('text/calendar');
  expect(calendars.length).toBeGreaterThanOrEqual(texts.length);
  for (const {address, text} of calendars) expect([address, eventsIn(text)]).toEqual([address, 1]);
});

test('in a mail it adds no header, no reader and no code', {timeout: 120_000}, async () => {
  expect(app.mails.length).toBeGreaterThan(6 * texts.length);
  const readers = /^(?:loket|an|bewoner|buur|p|mensen|v\d+)@example\.nl$/;
  const headerNames = new Set<string>();
  for (const letter of app.mails) {
    const mail = await PostalMime.parse(await composed(letter));
    expect([mail.to, mail.cc, mail.bcc]).toEqual([
      [expect.objectContaining({address: expect.stringMatching(readers)})],
      undefined,
      undefined,
    ]);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    for (const {key: name} of mail.headers) headerNames.add(name);
    expect(brokenOut(await readHtml(mail.html ?? ''))).toEqual([]);
    for (const {mimeType, content} of mail.attachments)
      if (mimeType === 'text/calendar') expect(eventsIn(typeof content === 'string' ? content : new TextDecoder().decode(content))).toBe(1);
  }
  expect([...headerNames].filter((name) => /^(?:b?cc|attendee)$/.test(name))).toEqual([]);
  expect(app.mails.filter(({attachments}) => attachments.length > 0).length).toBeGreaterThan(0);
});
