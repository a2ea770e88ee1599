import ICAL from 'ical.js';
import type {SignupReceipt} from '@buurtkit/contract';
import {expect, onTestFinished, test, vi} from 'vitest';
import {aDataFolder, endProcess, runBuurtkit, startServerProcess} from '../testing/own-process.ts';
import {mailServer, type MailServer, type ReceivedMail} from '../testing/mail-server.ts';

const day = 86_400_000;

type World = {url: string; key: string; mails: MailServer};

async function aWorld(): Promise<World> {
  const mails = await mailServer();
  const folder = await aDataFolder();
  const environment = {
    BUURTKIT_DATA: folder.path,
    NODE_ENV: 'production',
    BUURTKIT_EMBEDDED: '1',
    BUURTKIT_DEFENCES: 'off',
    SMTP_URL: mails.url,
    MAIL_FROM: 'Buurtkit <post@example.nl>',
    LOG_LEVEL: 'info',
  };
  await runBuurtkit(['communities', 'create', 'zierikzee'], environment);
  const made = await runBuurtkit(['keys', 'create', '--community', 'zierikzee', '--role', 'admin', '--json'], environment);
  const server = await startServerProcess(environment);
  onTestFinished(async () => {
    await endProcess(server);
    await folder.remove();
    expect(server.printed.stdout + server.printed.stderr).not.toMatch(/anna@example|bert@example|\/l\/[\w-]{22}/);
  });
  return {url: server.url, key: (JSON.parse(made.stdout) as {key: string}).key, mails};
}

async function post<Answer>({url, key}: World, path: string, body: unknown, isStaff = false): Promise<Answer> {
  const response = await fetch(`${url}/v1/communities/zierikzee/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...(isStaff && {Authorization: `Bearer ${key}`})},
  });
  const answer = (await response.json()) as Answer;
  expect([response.status, answer]).toEqual([201, answer]);
  return answer;
}

async function mailTo({mails}: World, address: string, subject: string): Promise<ReceivedMail> {
  return vi.waitFor(
    () => {
      const mail = mails.received.find(({envelopeTo, subject: told}) => envelopeTo.includes(address) && told?.startsWith(subject));
      if (!mail) throw new Error(`no mail “${subject}” to ${address} yet`);
      return mail;
    },
    {timeout: 15_000, interval: 100},
  );
}

/** The address in a mail, at the server as the test reaches it. */
function linkIn({url}: World, {text = ''}: ReceivedMail): string {
  const [, token] = /\/l\/([\w-]{22})/.exec(text) ?? [];
  if (token === undefined) throw new Error(`no link in: ${text}`);
  return `${url}/l/${token}`;
}

/** Presses a button of the page behind a link; looking at it first, as mail scanners do, changes nothing. */
async function press(world: World, link: string, act = ''): Promise<string> {
  for (const method of ['HEAD', 'GET', 'GET']) await fetch(link, {method});
  const html = await (await fetch(link)).text();
  const [, formToken = ''] = /name="formToken" value="([^"]+)"/.exec(html) ?? [];
  const response = await fetch(link, {
    method: 'POST',
    body: new URLSearchParams({formToken, act}),
    headers: {Origin: world.url.replace('127.0.0.1', 'localhost')},
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  return response.text();
}

test('somebody signs up, confirms by mail, puts it in an agenda, and cancels; who waits is offered the place and takes it', async () => {
  const world = await aWorld();
  const work = {title: {nl: 'Koffie schenken'}, summary: {nl: 'Ontvang de bezoekers.'}, kind: 'once'};
  const {id: opportunityId} = await post<{id: string}>(world, 'opportunities', work, true);
  const start = new Date(Date.now() + 7 * day);
  const shift = {
    opportunityId,
    start: start.toISOString(),
    end: new Date(start.getTime() + 7_200_000).toISOString(),
    roles: [{key: 'gastvrouw', label: {nl: 'Gastvrouw'}, capacity: 1}],
    waitlist: {enabled: true, max: 5},
    note: {nl: 'De sleutel ligt onder de mat.'},
  };
  const {id: shiftId} = await post<{id: string}>(world, 'shifts', shift, true);
  const person = (name: string) => ({shiftId, name, email: `${name.toLowerCase()}@example.nl`, ageBand: '18+', locale: 'nl'});

  const anna = await post<SignupReceipt>(world, 'signups', person('Anna'));
  const bert = await post<SignupReceipt>(world, 'signups', person('Bert'));
  expect([anna.state, bert.state, bert.position]).toEqual(['awaiting-email', 'waitlisted', 1]);

  const asked = await mailTo(world, 'anna@example.nl', 'Bevestig');
  expect(asked.text).not.toContain('onder de mat');
  expect(await press(world, linkIn(world, asked))).toContain('De plek is voor jou');

  const settled = await mailTo(world, 'anna@example.nl', 'Het is geregeld');
  expect(settled.text).toContain('onder de mat');
  const [calendar] = settled.attachments;
  const content = calendar?.content;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text) as never).getFirstSubcomponent('vevent') ?? undefined);
  expect(event.startDate.toJSDate().getTime()).toBe(Math.floor(start.getTime() / 1000) * 1000);

  expect(await press(world, linkIn(world, settled), 'cancel')).toContain('afgezegd');
  const offered = await mailTo(world, 'bert@example.nl', 'Er is een plek vrij');
  expect(await press(world, linkIn(world, offered), 'accept')).toContain('De plek is voor jou');

  const roster = await fetch(`${world.url}/v1/communities/zierikzee/shifts/${shiftId}/roster`, {
    headers: {Authorization: `Bearer ${world.key}`},
  });
  const {places, waiting} = (await roster.json()) as {places: {name: string; state: string}[]; waiting: unknown[]};
  expect(places.map(({name, state}) => [name, state])).toEqual([['Bert', 'confirmed']]);
  expect(waiting).toEqual([]);
}, 90_000);
