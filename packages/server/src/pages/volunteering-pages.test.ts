import {ageBands, newSignupSchema, valuesOf} from '@buurtkit/contract';
import {faultOfField, signupForm, type FormField} from '@buurtkit/texts';
import {sql} from 'kysely';
import {afterAll, beforeEach, describe, expect, test} from 'vitest';
import {hostileTexts} from '../testing/hostile-texts.ts';
import {aCommunity, aScope, createTestApp} from '../testing/test-app.ts';
import {createOpportunity} from '../volunteering/opportunities/create-opportunity.ts';
import {getOpportunity} from '../volunteering/opportunities/list-opportunities.ts';
import {createShift} from '../volunteering/shifts/create-shift.ts';
import {changeShift} from '../volunteering/shifts/change-shift.ts';

const app = await createTestApp({BUURTKIT_DEFENCES: 'off'});
afterAll(() => app.close());
const community = await aCommunity(app, {slug: 'eemsdelta'});
await aCommunity(app, {slug: 'noorden', kind: 'region', members: ['eemsdelta']});
const scope = aScope(app, community);

const roles = [{key: 'hulp', label: {nl: 'Hulp'}, capacity: 1}];
const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
const sanne = {name: 'Sanne Voorbeeld', email: 'sanne@example.nl', ageBand: '18+'};

async function work(more: Partial<Parameters<typeof createOpportunity>[1]> = {}): Promise<string> {
  const {id} = await createOpportunity(scope, {
    title: {nl: 'Koffie schenken'},
    summary: {nl: 'Je ontvangt bezoekers.'},
    kind: 'once',
    contact: {phone: '0596 000 000'},
    ...more,
  });
  return id;
}

async function moment(opportunityId: string, more: Partial<Parameters<typeof createShift>[1]> = {}): Promise<string> {
  const {id} = await createShift(scope, {opportunityId, start: days(3), end: days(3.1), roles, ...more});
  return id;
}

async function show(path: string, language = 'nl'): Promise<{status: number; html: string; token: string; location: string | null}> {
  const response = await app.request(path, {headers: {'Accept-Language': language}});
  const html = await response.text();
  const token = /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? '';
  return {status: response.status, html, token, location: response.headers.get('Location')};
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

async function signups() {
  const {rows} = await sql<{state: string; name: string; answers: object; children: number}>`
    select s.state, v.name, s.answers, s.children from signups s join volunteers v on v.id = s.volunteer_id order by s.id`.execute(
    app.database.owner,
  );
  return rows;
}

const list = '/eemsdelta/vrijwilligerswerk';
const formOf = (id: string, shift?: string) => `${list}/${id}/aanmelden${shift ? `?moment=${shift}` : ''}`;

beforeEach(async () => {
  await sql`truncate opportunities, shifts, signups, volunteers, mails, links cascade`.execute(app.database.owner);
});

describe('voluntary work without JavaScript', () => {
  test('stands in a list with when, where and how many places are left, and links to the other lists', async () => {
    await moment(await work({place: {city: 'Holwierde', areaCode: null, areaYear: null, precision: 'village'}}));

    const {status, html} = await show(list);

    expect(status).toBe(200);
    expect(html).toContain('Koffie schenken');
    expect(html).toMatch(/uur · Holwierde · Nog 1 plek/);
    for (const other of ['initiatieven', 'sociale-kaart', 'vrijwilligerswerk']) expect(html).toContain(`href="/eemsdelta/${other}"`);
  });

  test('is narrowed by a plain form, with counts', async () => {
    await work({title: {nl: 'Zonder VOG'}});
    await work({title: {nl: 'Met VOG'}, vog: 'required'});

    const {html} = await show(`${list}?vog=none&kind=&free=`);

    expect(html).toContain('Zonder VOG');
    expect(html).not.toContain('Met VOG');
    expect(html).toContain('1 klus gevonden');
    expect(html).toMatch(/<option value="required" ?>\s*VOG nodig \(1\)/);
  });

  test('skills, themes and languages are told in words, also those that somebody made up', async () => {
    const id = await work({skills: ['till', 'rope-walking'], themes: ['gardening'], languages: ['tr']});

    const page = (await show(`${list}/${id}`)).html;
    for (const told of ['Achter de kassa staan, Rope walking', 'Tuinieren', 'Turks']) expect(page).toContain(told);
    const listed = (await show(list)).html;
    expect(listed).toMatch(/value="till" ?>\s*Achter de kassa staan \(1\)/);
    expect(listed).toMatch(/value="tr" ?>\s*Turks \(1\)/);
  });

  test('says of each moment how it stands, before anything is filled in', async () => {
    const id = await work();
    const full = await moment(id, {start: days(3), end: days(3.1)});
    const called = await moment(id, {start: days(4), end: days(4.1)});
    await moment(id, {start: days(5), end: days(5.1), signupOpens: days(2)});
    await moment(id, {start: days(6), end: days(6.1), signupCloses: days(-1)});
    await send(formOf(id, full), sanne);
    await changeShift(scope, called, {isCancelled: true}, '*');

    const {html} = await show(`${list}/${id}`);

    for (const told of ['Vol', 'Gaat niet door', 'Aanmelden kan vanaf', 'Aanmelden kan niet meer']) expect(html).toContain(told);
    expect(html).not.toContain('/aanmelden');
    for (const shift of [full, called]) expect((await show(formOf(id, shift))).status).toBe(409);
    expect((await show(formOf(id))).status).toBe(409);
  });

  test('what people wrote is text and nothing else', async () => {
    for (const text of hostileTexts) {
      const id = await work({title: {nl: text.slice(0, 100)}, summary: {nl: text.slice(0, 500)}});

      for (const path of [list, `${list}/${id}`, formOf(id)]) expect((await show(path)).html).not.toMatch(/<script>|<img|onerror="/);
    }
  });

  test('a region shows what its members have, and its form is in the community itself', async () => {
    const id = await work();

    expect((await show('/noorden/vrijwilligerswerk')).html).toContain('Koffie schenken');
    const {status, location} = await show(`/noorden/vrijwilligerswerk/${id}/aanmelden`);
    expect([status, location]).toEqual([303, formOf(id)]);
  });

  test.each(['/eemsdelta/vrijwilligerswerk/bestaat-niet', `${list}/019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d80/aanmelden`])(
    'what is not there says so: %s',
    async (path) => {
      expect((await show(path)).status).toBe(404);
    },
  );
});

describe('the form to sign up', () => {
  test('signs somebody up, sends the mail to confirm, and says what happens next, by when and whom to call', async () => {
    const id = await work();
    const shift = await moment(id);

    const {status, location} = await send(formOf(id, shift), sanne);

    expect(status).toBe(303);
    expect(location).not.toMatch(/sanne|example\.nl/i);
    expect(await signups()).toMatchObject([{state: 'awaiting-email', name: 'Sanne Voorbeeld'}]);
    expect((await sql`select from mails`.execute(app.database.owner)).rows).toHaveLength(1);
    const {html} = await show(location!);
    expect(html).toContain('Bijna klaar: kijk in je mail');
    expect(html).toMatch(/Doe dat vóór \w+ \d+ \w+, \d\d\.\d\d uur/);
    expect(html).toContain('0596 000 000');
  });

  test('puts somebody on the waiting list of a full moment, and says so before', async () => {
    const id = await work();
    const shift = await moment(id, {waitlist: {enabled: true, max: 2}});
    await send(formOf(id, shift), sanne);

    expect((await show(formOf(id, shift))).html).toContain('Dit moment is vol.');
    const {location} = await send(formOf(id, shift), {...sanne, name: 'Bo', email: 'bo@example.nl'});

    expect((await show(location!)).html).toContain('Je bent nummer 1.');
  });

  test('says everything that is wrong at once, at the top with links, and keeps what was filled in', async () => {
    const id = await work({questions: [{key: 'eten', label: {nl: 'Wat eet je niet?'}, isRequired: true}], minAge: 12, minors: 'guardian'});

    const {status, html} = await send(formOf(id), {name: 'Sanne', email: 'geen adres', ageBand: '12-15', phone: 'abc'});

    expect(status).toBe(400);
    for (const field of ['email', 'phone', 'guardianEmail', 'answer-eten']) {
      expect(html).toContain(`href="#${field}"`);
      expect(html).toContain(`id="${field}-error"`);
    }
    expect(html).toContain('value="geen adres"');
    expect(await signups()).toEqual([]);
  });

  test('a moment that fills up meanwhile: it is said, and what was filled in stays', async () => {
    const id = await work();
    const shift = await moment(id);
    const {token} = await show(formOf(id, shift));
    await send(formOf(id, shift), sanne);

    const late = await app.request(formOf(id, shift), {
      method: 'POST',
      body: new URLSearchParams({formToken: token, name: 'Bo', email: 'bo@example.nl', ageBand: '18+'}).toString(),
      headers: {'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost:8787'},
    });

    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Vol');
  });

  test('pressed twice is one sign-up', async () => {
    const id = await work();
    await send(formOf(id), sanne);
    await send(formOf(id), sanne);

    expect(await signups()).toHaveLength(1);
  });

  test('pressed again after a lost connection it gives the same answer, also to who took the last place', async () => {
    const id = await work();
    const shift = await moment(id);
    const {token} = await show(formOf(id, shift));
    const press = () =>
      app.request(formOf(id, shift), {
        method: 'POST',
        body: new URLSearchParams({formToken: token, ...sanne}).toString(),
        headers: {'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost:8787'},
      });
    const [first, again] = [await press(), await press()];

    expect([again.status, again.headers.get('Location')]).toEqual([303, first.headers.get('Location')]);
    expect(await signups()).toHaveLength(1);
  });

  test.each([
    [{}, 'Vanaf 18 jaar', ['18+']],
    [{minors: 'guardian'}, 'Vanaf 12 jaar. Onder de 16 met toestemming van een ouder', ['12-15', '16-17', '18+']],
    [{minors: 'supervised', minAge: 16}, 'Vanaf 16 jaar. Jongeren krijgen begeleiding', ['16-17', '18+']],
    [{minAge: 10}, 'Vanaf 18 jaar', ['18+']],
  ] as const)('with %j the page says for whom it is, and the form takes just those', async (rules, told, ages) => {
    const id = await work(rules);

    expect((await show(`/eemsdelta/vrijwilligerswerk/${id}`)).html).toContain(told);
    const taken = [];
    for (const ageBand of valuesOf(ageBands)) {
      const minor = ageBand === '12-15' && {guardianEmail: 'ouder@example.nl'};
      const {status} = await send(formOf(id), {...sanne, name: `Sanne ${ageBand}`, ageBand, ...minor});
      if (status === 303) taken.push(ageBand);
    }
    expect(taken).toEqual(ages);
  });

  test('children who come along and own questions arrive', async () => {
    const id = await work({isForChildren: true, questions: [{key: 'eten', label: {nl: 'Wat eet je niet?'}, isRequired: false}]});

    await send(formOf(id), {...sanne, children: '2', 'answer-eten': 'Noten'});

    expect(await signups()).toMatchObject([{children: 2, answers: {eten: 'Noten'}}]);
  });

  test('another site can’t send it for somebody', async () => {
    const id = await work();

    expect((await send(formOf(id), sanne, {Origin: 'https://elders.example.nl'})).status).toBe(403);
    expect(await signups()).toEqual([]);
  });

  test('asks what the form description asks, and finds wrong what the API finds wrong', async () => {
    const id = await work({isForChildren: true, minAge: 12, minors: 'guardian'});
    const {opportunity} = await getOpportunity(scope, id);
    const form = signupForm({language: 'nl', addressForm: 'je'}, {opportunity, shift: null, timeZone: 'Europe/Amsterdam'});
    const fields = form.steps.flatMap((step) => step.fields);
    const {html} = await show(formOf(id));

    for (const {name, label, hint = ''} of fields) {
      expect(html).toContain(`name="${name}"`);
      expect(html).toContain(label);
      expect(html).toContain(hint);
    }
    const found = (field: FormField, value: string) => faultOfField(field, {ageBand: '12-15', [field.name]: value});
    const parsed = (name: string, value: string) =>
      newSignupSchema.safeParse({opportunityId: id, name: 'Bo', ageBand: '18+', locale: 'nl', [name]: value}).success;
    const named = (name: string) => fields.find((field) => field.name === name)!;
    for (const value of emails)
      for (const name of ['email', 'guardianEmail'])
        expect([value, found(named(name), value) === null]).toEqual([value, parsed(name, value)]);
    for (const value of phones) expect([value, found(named('phone'), value) === null]).toEqual([value, parsed('phone', value)]);
    for (const value of ['Bo', 'x'.repeat(120), 'x'.repeat(121)]) expect(found(named('name'), value) === null).toBe(parsed('name', value));
    for (const value of ['12-15', '16-17', '18+', 'oud']) expect(found(named('ageBand'), value) === null).toBe(value in ageBands);
  });
});

const emails = [
  'a@b.nl',
  'a@b',
  'a b@c.nl',
  '.a@b.nl',
  'a..b@c.nl',
  'a+b@c.nl',
  'a@b_c.nl',
  'ü@b.nl',
  `${'a'.repeat(250)}@b.nl`,
  "o'hara@b.nl",
];
const phones = ['0596 123456', '+31 (6) 12-34', 'abc', '12', '0596/1', `0${'1'.repeat(40)}`];
