import type {Page} from 'playwright-core';
import ICAL from 'ical.js';
import {afterAll, afterEach, describe, expect, test} from 'vitest';
import {createLink} from '../links/create-link.ts';
import type {LinkPurpose} from '../links/link-page.ts';
import type {Letter} from '../mail/mailer.ts';
import {runSweepers} from '../jobs/run-sweepers.ts';
import {inTransaction} from '../scope.ts';
import {aBrowser, follow} from '../testing/a-browser.ts';
import {aCommunity, aScope} from '../testing/test-app.ts';
import {createTestDatabase} from '../testing/test-database.ts';
import {cancelSignup} from '../volunteering/signups/cancel-signup.ts';
import {confirmEmail} from '../volunteering/signups/confirm-email.ts';
import {createOpportunity} from '../volunteering/opportunities/create-opportunity.ts';
import {createShift} from '../volunteering/shifts/create-shift.ts';
import {signUp} from '../volunteering/signups/sign-up.ts';

const day = 86_400_000;
const longWord = 'Buurtbewonersvrijwilligerscoördinatieoverlegstructuurcommissie';
const opened = await createTestDatabase();
const community = await aCommunity(opened, {
  slug: 'zierikzee',
  name: 'Gemeente Zierikzee',
  settings: {contact: {name: 'Loket', phone: '14 0111'}},
});
const scope = aScope(opened, community);
const letters: Letter[] = [];
const browser = await aBrowser(opened, {mailer: {send: async (letter) => void letters.push(letter), close: () => undefined}});
const {open, troubles} = browser;
afterAll(async () => {
  await browser.close();
  await opened.close();
});
afterEach(() => {
  expect(troubles.splice(0)).toEqual([]);
});

/** The Tuesday after next at two in the afternoon, and others of this week. */
const tuesday = new Date(Date.now() + 14 * day);
tuesday.setUTCDate(tuesday.getUTCDate() + ((2 - tuesday.getUTCDay() + 7) % 7));
tuesday.setUTCHours(13, 0, 0, 0);

async function aMoment(opportunityId: string, {places = 1, daysLater = 0}: {places?: number; daysLater?: number} = {}): Promise<string> {
  const start = tuesday.getTime() + daysLater * day;
  const {id} = await createShift(scope, {
    opportunityId,
    start: new Date(start).toISOString(),
    end: new Date(start + 7_200_000).toISOString(),
    roles: [{key: 'hulp', label: {nl: longWord}, capacity: places}],
    waitlist: {enabled: true, max: 5},
    note: {nl: 'De sleutel ligt onder de mat.'},
  });
  return id;
}

const near = {place: {city: 'Zierikzee', areaCode: null, areaYear: null, precision: 'village' as const}};
const {id: coffee} = await createOpportunity(scope, {
  title: {nl: 'Koffie schenken'},
  summary: {nl: 'Je ontvangt de bezoekers.'},
  kind: 'once',
  ...near,
  location: {type: 'Point', coordinates: [3.92, 51.65]},
  contact: {phone: '0111 123456'},
});
const {id: certified} = await createOpportunity(scope, {
  title: {nl: longWord},
  summary: {nl: `Iets met een ${longWord}.`},
  text: {nl: '- koffie\n- thee\n\n[Lees meer](https://www.example.nl)'},
  kind: 'buddy',
  vog: 'required',
  minAge: 12,
  minors: 'guardian',
  isForChildren: true,
  isSample: true,
  skills: ['till', 'een-heel-bijzondere-vaardigheid'],
  languages: ['nl', 'tr'],
  themes: ['meeting'],
  questions: [{key: 'eten', label: {nl: `Wat eet je niet bij de ${longWord}?`}, isRequired: true}],
  ...near,
  location: {type: 'Point', coordinates: [4.3, 51.5]},
});
const shift = await aMoment(coffee);
await aMoment(coffee, {daysLater: 1});
const {id: soup} = await createOpportunity(scope, {title: {nl: longWord}, summary: {nl: 'Samen soep.'}, kind: 'once'});
const withinTheHour = await aMoment(soup, {daysLater: (Date.now() + 1_800_000 - tuesday.getTime()) / day});

function press(page: Page, name: string) {
  return follow(page, page.getByRole('button', {name}));
}

async function mailTo(email: string, subject: string): Promise<Letter> {
  await runSweepers(browser.services, new Date());
  const letter = letters.findLast((each) => each.to === email && each.subject.startsWith(subject));
  if (!letter) throw new Error(`no mail “${subject}” to ${email}: ${letters.map((each) => each.subject).join(', ')}`);
  return letter;
}

const linkIn = ({text}: Letter): string => /http\S+\/l\/[\w-]{22}/.exec(text)?.[0] ?? '';

async function signUpByForm(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel('Je naam').fill(name);
  await page.getByLabel('Je e-mailadres').fill(email);
  await page.getByLabel('Hoe oud ben je').selectOption('18+');
  await follow(page, page.locator('form.questions button'));
}

test('without JavaScript: on a Tuesday afternoon near by and without a certificate, signed up, confirmed, called off, and the next one takes the place', async () => {
  const page = await open('/zierikzee/vrijwilligerswerk?near=3.92,51.65&radius=5000');
  await page.getByLabel('Dag', {exact: true}).selectOption('tu');
  await page.getByLabel('Deel van de dag').selectOption('afternoon');
  await page.getByLabel('VOG').selectOption('none');
  await follow(page, page.locator('form.filters button'));
  expect(await page.locator('ul.list h2').allTextContents()).toEqual(['Koffie schenken']);
  await follow(page, page.getByRole('link', {name: 'Koffie schenken'}));
  await follow(page, page.locator(`a.button[href*="${shift}"]`));
  await signUpByForm(page, 'Anna', 'anna@example.nl');
  expect(await page.locator('h1').textContent()).toBe('Bijna klaar: kijk in je mail');
  expect(page.url()).not.toMatch(/anna|example\.nl/i);

  await page.goto(`${browser.origin}/zierikzee/vrijwilligerswerk/${coffee}/aanmelden?moment=${shift}`);
  expect(await page.locator('main').textContent()).toContain('Dit moment is vol.');
  await signUpByForm(page, 'Bert', 'bert@example.nl');
  expect(await page.locator('main').textContent()).toContain('Je bent nummer 1.');

  await page.goto(linkIn(await mailTo('anna@example.nl', 'Bevestig je aanmelding')));
  await press(page, 'Bevestig de aanmelding');
  expect(await page.locator('h1').textContent()).toBe('Bedankt, het is bevestigd');
  const settled = await mailTo('anna@example.nl', 'Het is geregeld');
  const [calendar] = settled.attachments;
  const component = new ICAL.Component(ICAL.parse(String(calendar?.content)) as never);
  const event = new ICAL.Event(component.getFirstSubcomponent('vevent') ?? undefined);
  expect(event.startDate.toJSDate()).toEqual(tuesday);

  await page.goto(linkIn(settled));
  await press(page, 'Zeg af');
  expect(await page.locator('h1').textContent()).toBe('Je hebt afgezegd');
  await page.goto(linkIn(await mailTo('bert@example.nl', 'Er is een plek vrij')));
  await press(page, 'Ja, ik kom');
  expect(await page.locator('main').textContent()).toContain('De plek is voor jou');
  await page.context().close();
}, 60_000);

type Standing = 'sent' | 'confirmed' | 'waiting' | 'offered' | 'late' | 'guardian' | 'gone';

/** A sign-up of its own that stands so, and a link to it. */
async function aLink(purpose: LinkPurpose, standing: Standing): Promise<string> {
  const anonymous = {...scope, caller: {kind: 'anonymous'} as const};
  const person = () => ({name: `Sanne ${longWord}`, email: `${crypto.randomUUID()}@example.nl`, ageBand: '18+', locale: 'nl'}) as const;
  const shiftId = await aMoment(coffee, {daysLater: 7});
  const young = {
    ...person(),
    opportunityId: certified,
    ageBand: '12-15',
    guardianEmail: 'ouder@example.nl',
    answers: {eten: longWord},
  } as const;
  const asked = standing === 'guardian' ? young : {...person(), shiftId};
  const isBehind = standing === 'waiting' || standing === 'offered';
  const before = isBehind ? await signUp(anonymous, {...person(), shiftId}) : null;
  const {id} = await signUp(standing === 'late' ? {...anonymous, now: new Date(Date.now() - 2 * day)} : anonymous, asked);
  const url = await inTransaction(scope, async (trx) => {
    if (standing === 'confirmed' || standing === 'guardian' || standing === 'gone') await confirmEmail(trx, id);
    if (standing === 'gone') await cancelSignup(trx, id, 'organiser', 'Het gaat niet door.');
    if (before && standing === 'offered') await cancelSignup(trx, before.id, 'organiser', null);
    return createLink(trx, {purpose, subjectId: id, expiresAt: null});
  });
  return url.replace(scope.publicUrl, browser.origin);
}

const shown: [name: string, pathOf: () => Promise<string>][] = [
  ['the list', async () => '/zierikzee/vrijwilligerswerk'],
  ['the list near a place', async () => '/zierikzee/vrijwilligerswerk?near=3.92,51.65&radius=25000&weekday=tu'],
  ['the list with a fault in its address', async () => '/zierikzee/vrijwilligerswerk?weekday=dinsdag'],
  ['work with shifts', async () => `/zierikzee/vrijwilligerswerk/${coffee}`],
  ['work without shifts', async () => `/zierikzee/vrijwilligerswerk/${certified}`],
  ['the form', async () => `/zierikzee/vrijwilligerswerk/${certified}/aanmelden`],
  [
    'what comes next',
    async () => `/zierikzee/vrijwilligerswerk/${certified}/aanmelden/verstuurd?stap=confirm-email&tot=2026-11-24T12:00:00Z`,
  ],
  ['checking in', async () => `/zierikzee/aanwezig/${withinTheHour}`],
  ['checking in at another time', async () => `/zierikzee/aanwezig/${shift}`],
  ['a link to confirm', () => aLink('signup.confirm', 'sent')],
  ['a link to confirm that is too late', () => aLink('signup.confirm', 'late')],
  ['one’s own sign-up', () => aLink('signup.manage', 'confirmed')],
  ['one’s own place in the row', () => aLink('signup.manage', 'waiting')],
  ['one’s own sign-up that was called off', () => aLink('signup.manage', 'gone')],
  ['a link to a place that came free', () => aLink('signup.offer', 'offered')],
  ['a link for a parent', () => aLink('signup.guardian', 'guardian')],
];

describe.each(shown)('%s', (_name, pathOf) => {
  test('has nothing that axe finds wrong, in light and dark and on a telephone', async () => {
    expect(await browser.violations(await pathOf())).toEqual([]);
  });

  test('fits on a telephone of 320 pixels and with text twice as large, also with a very long word', async () => {
    expect(await browser.overflow(await pathOf())).toEqual([]);
  });
});
