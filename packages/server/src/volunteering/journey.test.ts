import ICAL from 'ical.js';
import type {SignupReceipt} from '@buurtkit/contract';
import {expect, onTestFinished, test, vi} from 'vitest';
import {aDataFolder, endProcess, runBuurtkit, startServerProcess} from '../testing/own-process.ts';
import {mailServer, type MailServer, type ReceivedMail} from '../testing/mail-server.ts';

const day = 86_400_000;

type World = {url: string; key: string; mails: MailServer};

/** A server with a municipality; `restart` ends it while it works and starts it again. */
async function aWorld(): Promise<World & {restart: () => Promise<World>}> {
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
  const {key} = JSON.parse(made.stdout) as {key: string};
  const servers = [await startServerProcess(environment)];
  onTestFinished(async () => {
    await endProcess(servers.at(-1)!);
    await folder.remove();
    for (const {printed} of servers) expect(printed.stdout + printed.stderr).not.toMatch(/@example\.nl|\/l\/[\w-]{22}/);
  });
  const restart = async () => {
    await endProcess(servers.at(-1)!);
    servers.push(await startServerProcess(environment));
    return {url: servers.at(-1)!.url, key, mails};
  };
  return {url: servers[0]!.url, key, mails, restart};
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

test('a restart in the middle of a crowd loses nobody and repeats nothing: who sends the same again is signed up once, and mailed once', async () => {
  const world = await aWorld();
  const work = {title: {nl: 'Zwerfafval rapen'}, summary: {nl: 'Samen de wijk door.'}, kind: 'once'};
  const {id: opportunityId} = await post<{id: string}>(world, 'opportunities', work, true);
  const start = Date.now() + 7 * day;
  const {id: shiftId} = await post<{id: string}>(
    world,
    'shifts',
    {
      opportunityId,
      start: new Date(start).toISOString(),
      end: new Date(start + 7_200_000).toISOString(),
      roles: [{key: 'hulp', label: {nl: 'Hulp'}, capacity: 100}],
    },
    true,
  );
  const crowd = Array.from({length: 40}, (_, number) => ({
    key: crypto.randomUUID(),
    body: JSON.stringify({shiftId, name: `Bewoner ${number}`, email: `bewoner-${number}@example.nl`, ageBand: '18+', locale: 'nl'}),
  }));
  const send = async ({url}: Pick<World, 'url'>, {key, body}: (typeof crowd)[number]) => {
    const headers = {'Content-Type': 'application/json', 'Idempotency-Key': key};
    const response = await fetch(`${url}/v1/communities/zierikzee/signups`, {method: 'POST', body, headers});
    return response.status === 201 ? ((await response.json()) as SignupReceipt).id : null;
  };

  let answered = 0;
  const {promise: halfway, resolve} = Promise.withResolvers<void>();
  const before = crowd.map((each) =>
    send(world, each)
      .catch(() => null)
      .then((id) => {
        answered += 1;
        if (answered === 10) resolve();
        return id;
      }),
  );
  await halfway;
  const after = await world.restart();
  const first = await Promise.all(before);
  const second = await Promise.all(crowd.map((each) => send(after, each)));

  expect(second.filter((id) => id === null)).toEqual([]);
  expect(first.filter((id, index) => id !== null && id !== second[index])).toEqual([]);
  const roster = await fetch(`${after.url}/v1/communities/zierikzee/shifts/${shiftId}/roster`, {
    headers: {Authorization: `Bearer ${after.key}`},
  });
  const {places} = (await roster.json()) as {places: {id: string}[]};
  expect(new Set(places.map(({id}) => id))).toEqual(new Set(second));
  expect(places).toHaveLength(40);
  const told = await vi.waitFor(
    () => {
      const addresses = after.mails.received.flatMap(({envelopeTo}) => envelopeTo);
      if (new Set(addresses).size < 40) throw new Error(`${addresses.length} mails so far`);
      return addresses;
    },
    {timeout: 30_000, interval: 200},
  );
  expect(told).toHaveLength(40);
}, 240_000);
