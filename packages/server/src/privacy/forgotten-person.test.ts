import {afterAll, expect, test} from 'vitest';
import {everyAnswer} from '../testing/every-answer.ts';
import {everyCell} from '../testing/every-cell.ts';
import {aCommunity, aKey, createTestApp, publicUrl, write, type TestApp} from '../testing/test-app.ts';

const day = 86_400_000;
const start = new Date('2026-11-23T11:00:00Z');

/** One person, with a trace in every field that they or others fill in about them. */
const canary = {
  name: 'Kanarie Vogel',
  email: 'Kanarie@voorbeeld.nl',
  phone: '06 98 76 54 32',
  guardianEmail: 'kanarie-ouder@voorbeeld.nl',
  text: 'Groet van de kanarie, 0698765432.',
};
const trace = /kanarie|98 ?76 ?54 ?32/i;

const opened: TestApp[] = [];
afterAll(async () => {
  for (const app of opened) await app.close();
});

async function aNeighbourhood() {
  const app = await createTestApp();
  opened.push(app);
  app.setNow(start);
  const community = await aCommunity(app, {slug: 'utrecht', settings: {contact: {email: 'loket@example.nl'}}});
  const [key, other] = [await aKey(app, community, 'admin'), await aKey(app, community, 'coordinator')];
  const as = (bearer: string | null) => async (method: string, path: string, body: unknown) => {
    const init = write(method, bearer ?? '', body, {'If-Match': '*'});
    const {Authorization: _own, ...headers} = init.headers as Record<string, string>;
    const answer = await app.request(`/v1/communities/utrecht/${path}`, bearer === null ? {...init, headers} : init);
    const text = await answer.text();
    expect([method, path, answer.status, text]).toEqual([method, path, expect.toSatisfy((status: number) => status < 300), text]);
    return JSON.parse(text);
  };
  /** Fills in a form of a page, as who has no JavaScript does. */
  const fillIn = async (address: string, values: Record<string, string>) => {
    const formToken = /name="formToken" value="([^"]+)"/.exec(await (await app.request(address)).text())?.[1] ?? '';
    const answer = await app.request(address, {
      method: 'POST',
      body: new URLSearchParams({formToken, ...values}),
      headers: {Origin: publicUrl},
    });
    expect([address, answer.status]).toEqual([address, expect.toSatisfy((status: number) => status < 400)]);
    return answer.text();
  };
  /** The link in the last mail to somebody with these words in its subject. */
  const linkTo = async (email: string, subject: string) => {
    await app.sweep();
    const mail = app.mails.findLast((each) => each.to.toLowerCase() === email.toLowerCase() && each.subject.includes(subject));
    const [, path] = /(\/l\/[\w-]{22})/.exec(mail?.text ?? '') ?? [];
    if (path === undefined) throw new Error(`no link “${subject}” to ${email} in ${app.mails.map((each) => each.subject).join(' | ')}`);
    return path;
  };
  return {app, key, staff: as(key), colleague: as(other), anybody: as(null), fillIn, linkTo};
}

type Neighbourhood = Awaited<ReturnType<typeof aNeighbourhood>>;

/** What a person goes through, in this order; a part that people come into gets a line here. */
const features: Record<string, (neighbourhood: Neighbourhood) => Promise<void>> = {
  'sending in an initiative that is approved, one that is refused, one that waits and one that nobody confirms': async (all) => {
    const {staff, anybody, fillIn, linkTo} = all;
    const content = {kind: 'other', summary: {nl: 'Samen.'}};
    const own = {...content, lookingFor: [{text: {nl: canary.text}, kind: null}], contact: {email: canary.email, phone: canary.phone}};
    const sendIn = async (name: string, what: object) => {
      const {id} = await anybody('POST', 'submissions', {content: {...what, name}, name: canary.name, email: canary.email});
      await fillIn(await linkTo(canary.email, 'Bevestig wat je hebt ingestuurd'), {});
      return id as string;
    };
    await staff('POST', `moderation-items/${await sendIn('Tuin', content)}/approval`, null);
    await staff('POST', `moderation-items/${await sendIn('Kippenhok', own)}/refusal`, {reason: canary.text});
    await sendIn('Vijver', own);
    await anybody('POST', 'submissions', {content: {...own, name: 'Moestuin'}, name: canary.name, email: canary.email});
    await anybody('POST', 'submissions', {initiative: 'tuin', content: {lookingFor: own.lookingFor}, email: canary.email});
    await fillIn('/utrecht/initiatieven/tuin/wijzig', {
      name: 'Tuin',
      kind: 'other',
      stage: 'active',
      summary: canary.text,
      yourName: canary.name,
      yourEmail: canary.email,
    });
  },

  'being one of the people of an initiative, and hearing of it': async ({staff}) => {
    await staff('PUT', 'initiatives/tuin/people', {data: [{email: canary.email, name: canary.name, locale: 'nl'}]});
    await staff('PATCH', 'initiatives/tuin', {hasContactForm: true});
  },

  'writing to an initiative': async ({anybody, fillIn}) => {
    const message = {name: canary.name, email: canary.email, text: canary.text};
    await anybody('POST', 'initiatives/tuin/messages', message);
    await fillIn('/utrecht/initiatieven/tuin/bericht', {...message, text: `Nog eens. ${canary.text}`});
  },

  'reporting that something isn’t right': async ({anybody, fillIn}) => {
    await anybody('POST', 'reports', {resource: 'initiative', slug: 'tuin', text: canary.text, email: canary.email});
    await fillIn('/utrecht/initiatieven/tuin/klopt-niet', {text: `Nog eens. ${canary.text}`, email: canary.email});
  },

  'signing up with all that can be filled in, being met and refused, and calling off': async (all) => {
    const {app, staff, anybody, fillIn, linkTo} = all;
    const work = await staff('POST', 'opportunities', {
      title: {nl: 'Maatje zijn'},
      summary: {nl: 'Samen wandelen.'},
      kind: 'buddy',
      minAge: 12,
      minors: 'guardian',
      isForChildren: true,
      approval: 'review',
      questions: [{key: 'waarom', label: {nl: 'Waarom?'}, isRequired: true}],
    });
    const about = {name: canary.name, email: canary.email, phone: canary.phone, answers: {waarom: canary.text}, locale: 'nl', children: 1};
    const young = {...about, opportunityId: work.id, ageBand: '12-15', guardianEmail: canary.guardianEmail};
    const {id} = await anybody('POST', 'signups', young);
    await fillIn(await linkTo(canary.email, 'Bevestig je aanmelding'), {});
    await fillIn(await linkTo(canary.guardianEmail, 'wil helpen'), {act: 'agree'});
    await staff('POST', `signups/${id}/intro`, {at: new Date(start.getTime() + day).toISOString()});
    await staff('PUT', `signups/${id}/vog`, {seenOn: '2026-11-20', expiresOn: '2029-11-20'});
    await staff('POST', `signups/${id}/refusal`, {reason: canary.text});
    await fillIn(`/utrecht/vrijwilligerswerk/${work.id}/aanmelden`, {
      name: `${canary.name} Senior`,
      email: canary.email,
      phone: canary.phone,
      ageBand: '18+',
      children: '1',
      'answer-waarom': canary.text,
    });
    await fillIn(await linkTo(canary.email, 'Bevestig je aanmelding'), {});
    const own = await linkTo(canary.email, 'Bedankt voor je aanmelding');
    await fillIn(own, {act: 'change', name: `${canary.name} Junior`, phone: canary.phone});
    await fillIn(own, {act: 'data'});
    await fillIn(own, {act: 'cancel'});
    await app.sweep();
  },

  'a shift: waiting, a place, an agenda, checking in, hours that are refused and hours that count': async (all) => {
    const {app, staff, colleague, anybody, fillIn, linkTo} = all;
    const work = await staff('POST', 'opportunities', {title: {nl: 'Soep koken'}, summary: {nl: 'Samen.'}, kind: 'once'});
    const begins = new Date(start.getTime() + 3 * day);
    const shift = await staff('POST', 'shifts', {
      opportunityId: work.id,
      start: begins.toISOString(),
      end: new Date(begins.getTime() + day).toISOString(),
      roles: [{key: 'kok', label: {nl: 'Kok'}, capacity: 1}],
      waitlist: {enabled: true, max: 5},
    });
    const someone = await anybody('POST', 'signups', {
      shiftId: shift.id,
      name: 'Een ander',
      email: 'een-ander@example.nl',
      ageBand: '18+',
      locale: 'nl',
    });
    const {id} = await anybody('POST', 'signups', {
      shiftId: shift.id,
      name: canary.name,
      email: canary.email,
      phone: canary.phone,
      ageBand: '18+',
      locale: 'nl',
    });
    await fillIn(await linkTo('een-ander@example.nl', 'Bevestig je aanmelding'), {});
    await staff('PUT', `shifts/${shift.id}/waitlist`, {signupIds: [id], reason: canary.text});
    await staff('POST', `signups/${someone.id}/cancellation`, {reason: 'Toch niet.'});
    await fillIn(await linkTo(canary.email, 'Er is een plek vrij'), {act: 'accept'});
    await anybody('POST', 'signups', {shiftId: shift.id, name: canary.name, email: canary.email, ageBand: '18+', locale: 'nl'});
    const own = await linkTo(canary.email, 'Het is geregeld');
    const [, calendar] = /href="[^"]*(\/calendar\/[\w-]+\.ics)"/.exec(await fillIn(own, {act: 'calendar'})) ?? [];
    expect((await app.request(calendar ?? '')).status).toBe(200);

    app.setNow(begins);
    const {checkInCode} = await staff('GET', `shifts/${shift.id}/roster`, undefined);
    await fillIn(`/utrecht/aanwezig/${shift.id}`, {email: canary.email, code: checkInCode});
    await fillIn(own, {act: 'hours', minutes: '120'});
    const {data} = await staff('GET', 'hours', undefined);
    await colleague('POST', `hours/${data[0].id}/refusal`, {reason: canary.text});
    app.setNow(new Date(begins.getTime() + day / 2));
    const more = await staff('POST', 'hours', {signupId: id, minutes: 60, on: '2026-11-27'});
    app.setNow(begins);
    await colleague('POST', `hours/${more.id}/approval`, null);
  },

  'a mail that no server takes': async ({app, anybody}) => {
    const {mailer} = app.services;
    const {send} = mailer;
    mailer.send = async ({to}) => {
      throw Object.assign(new Error(`550 <${to}> unknown`), {code: 'EENVELOPE'});
    };
    await anybody('POST', 'submissions', {
      content: {name: 'Bankje', kind: 'other', summary: {nl: canary.text}},
      name: canary.name,
      email: canary.email,
    });
    await app.sweep();
    mailer.send = send;
  },
};

test('who asks to be forgotten after all of it stands in no table, answer, file or line of the log', {timeout: 240_000}, async () => {
  const neighbourhood = await aNeighbourhood();
  const {app, key, staff, fillIn, linkTo} = neighbourhood;
  for (const walk of Object.values(features)) await walk(neighbourhood);
  const before = await tablesWith(app);
  const counts = await staff('GET', 'volunteering-report', undefined);

  await fillIn(await linkTo(canary.email, 'Het is geregeld'), {act: 'forget-all'});

  expect(before).toEqual(
    expect.arrayContaining(['hours', 'idempotency_keys', 'initiative_people', 'mails', 'reports', 'revision_authors']),
  );
  expect(before).toEqual(expect.arrayContaining(['revisions', 'signups', 'volunteers', 'waitlist_orders']));
  expect(await tracesIn(app)).toEqual([]);
  const answers = await everyAnswer(app, 'utrecht', key);
  expect(answers.filter(({status}) => status >= 500)).toEqual([]);
  expect(answers.flatMap(({address, text, headers}) => (trace.test(text + headers) ? [address] : []))).toEqual([]);
  expect(app.logged.filter((line) => trace.test(line))).toEqual([]);
  expect(await staff('GET', 'volunteering-report', undefined)).toEqual(counts);
  expect(counts.minutesApprovedThisYear).toBe(60);
});

async function tracesIn(app: TestApp): Promise<string[]> {
  return (await everyCell(app)).filter((cell) => trace.test(cell));
}

async function tablesWith(app: TestApp): Promise<string[]> {
  return [...new Set((await tracesIn(app)).map((cell) => cell.split(':')[0]!))].toSorted();
}
