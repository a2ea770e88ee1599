import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {sql} from 'kysely';
import PostalMime from 'postal-mime';
import {describe, expect, onTestFinished, test, vi} from 'vitest';
import {changeCommunity} from '../communities/change-community.ts';
import {readConfig} from '../config.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {sendMessage} from '../people/send-message.ts';
import {reportFault} from '../reports/report-fault.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {startServer, type RunningServer} from '../start-server.ts';
import {mailServer} from '../testing/mail-server.ts';
import {endProcess, startServerProcess} from '../testing/own-process.ts';
import {aCommunity, aScope, testApp} from '../testing/test-app.ts';
import {testDatabase, type TestDatabase} from '../testing/test-database.ts';
import {testServices} from '../testing/test-services.ts';
import {mailsPerAddressAndDay, queueMail, type Mail} from './queue-mail.ts';
import {mailSweeper} from './send-mails.ts';
import {smtpMailer} from './smtp-mailer.ts';

const noUpstream = {BUURTKIT_PDOK_URL: 'http://127.0.0.1:9', BUURTKIT_TILES_URL: 'http://127.0.0.1:9', LOG_LEVEL: 'silent'};

function aMail(mail: Partial<Mail> = {}): Mail {
  return {
    kind: 'test.greeting',
    to: 'anna@example.nl',
    language: 'nl',
    once: crypto.randomUUID(),
    content: {
      subject: 'Koffie in de buurttuin',
      paragraphs: [
        'Dag Anna,\nmorgen is er koffie.',
        {link: 'https://buurt.example.nl/l/abc?x=1&y=2', label: 'Ik kom'},
        {list: ['thee', 'koek']},
      ],
    },
    ...mail,
  };
}

async function queue(scope: Scope, ...mails: Mail[]): Promise<void> {
  await inTransaction(scope, async (trx) => {
    for (const mail of mails) await queueMail(trx, mail);
  });
}

async function rows({database}: TestDatabase): Promise<Record<string, unknown>[]> {
  return (await sql<Record<string, unknown>>`select * from mails order by queued_at, id`.execute(database.owner)).rows;
}

async function aServer({urls}: TestDatabase, environment: Record<string, string>): Promise<RunningServer> {
  const server = await startServer({config: readConfig({DATABASE_URL: urls.owner, PORT: '0', ...noUpstream, ...environment})});
  onTestFinished(server.stop);
  return server;
}

/** Sends what is due to a mail server, as the jobs of a server do. */
async function sweepTo(url: string, {database}: TestDatabase, now: Date): Promise<void> {
  const mailer = smtpMailer(url);
  onTestFinished(mailer.close);
  await mailSweeper.sweep(testServices(database, {mailer, environment: {MAIL_FROM: 'buurt@example.nl'}}), now);
}

test('a mail leaves within a second of what it is about, readable as text and as a page', async () => {
  const smtp = await mailServer();
  const opened = await testDatabase();
  const community = await aCommunity(opened, {slug: 'zierikzee', name: 'Zierikzee <helpt>'});
  await changeCommunity(aScope(opened, community), {contact: {name: 'Loket', email: 'loket@example.nl', phone: '14 0111'}}, null);
  await aServer(opened, {SMTP_URL: smtp.url, MAIL_FROM: 'Buurt <buurt@example.nl>'});

  const start = performance.now();
  const attachments = [{name: 'moment.ics', contentType: 'text/calendar; method=REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'}];
  await queue(aScope(opened, community), aMail({attachments}));
  await vi.waitFor(() => expect(smtp.received).toHaveLength(1), {timeout: 5000, interval: 10});

  const [mail] = smtp.received;
  expect((mail?.receivedAt ?? Number.NaN) - start).toBeLessThan(1000);
  expect(mail).toMatchObject({
    envelopeTo: ['anna@example.nl'],
    subject: 'Koffie in de buurttuin',
    from: {name: 'Zierikzee <helpt>', address: 'buurt@example.nl'},
    replyTo: [{address: 'loket@example.nl'}],
  });
  expect(mail?.headers.find(({key}) => key === 'auto-submitted')?.value).toBe('auto-generated');
  expect(mail?.text).toContain('Dag Anna,\nmorgen is er koffie.');
  expect(mail?.text).toContain('Ik kom:\nhttps://buurt.example.nl/l/abc?x=1&y=2');
  expect(mail?.text).toContain('Loket: 14 0111, loket@example.nl');
  expect(mail?.html).toContain('<a href="https://buurt.example.nl/l/abc?x=1&amp;y=2">Ik kom</a>');
  expect(mail?.html).toContain('Zierikzee &lt;helpt&gt;');
  expect(mail?.attachments).toMatchObject([{filename: 'moment.ics', mimeType: 'text/calendar'}]);
});

test('an answer to what a resident wrote goes to the resident, and one to any other mail to the community', async () => {
  const smtp = await mailServer();
  const opened = await testDatabase();
  const scope = aScope(opened, await aCommunity(opened, {slug: 'zierikzee'}));
  await changeCommunity(scope, {contact: {email: 'loket@example.nl'}}, null);
  const {slug} = await createInitiative(scope, {
    name: 'Tuin',
    kind: 'other',
    summary: {nl: 'Groen.'},
    hasContactForm: true,
    contact: {email: 'tuin@example.nl'},
  });
  await sendMessage(scope, slug, {name: 'Bo', email: 'bo@example.nl', text: 'Mag ik komen kijken?'});
  await reportFault(scope, {resource: 'initiative', slug, text: 'De tuin is weg.', email: 'cor@example.nl'});
  await reportFault(scope, {resource: 'initiative', slug, text: 'Het hek is dicht.'});

  await sweepTo(smtp.url, opened, scope.now);

  const answersTo = (text: string) => [
    ...new Set(smtp.received.filter((mail) => mail.text?.includes(text)).flatMap(({replyTo}) => replyTo?.map(({address}) => address))),
  ];
  expect(answersTo('Mag ik komen kijken?')).toEqual(['bo@example.nl']);
  expect(answersTo('De tuin is weg.')).toEqual(['cor@example.nl']);
  expect(answersTo('Het hek is dicht.')).toEqual(['loket@example.nl']);
});

test('once a mail has left, whom it was for and what it said are gone; that it was sent stays', async () => {
  const smtp = await mailServer();
  const opened = await testDatabase();
  const scope = aScope(opened, await aCommunity(opened, {slug: 'zierikzee'}));
  await queue(scope, aMail());

  await sweepTo(smtp.url, opened, scope.now);

  const [row] = await rows(opened);
  expect(row).toMatchObject({kind: 'test.greeting', recipient: null, content: null, attachments: null, sent_at: scope.now});
  expect(JSON.stringify(row)).not.toMatch(/anna|koffie/i);
});

test('the same mail is sent once, whatever runs again', async () => {
  const app = await testApp();
  const scope = aScope(app, await aCommunity(app, {slug: 'zierikzee'}));

  await queue(scope, aMail({once: 'welkom 1'}), aMail({once: 'welkom 1'}));
  await app.sweep();
  await queue(scope, aMail({once: 'welkom 1'}));
  await app.sweep();

  expect(app.mails).toHaveLength(1);
});

test('what is undone sends nothing, and a mail for later waits for its time', async () => {
  const app = await testApp();
  const scope = aScope(app, await aCommunity(app, {slug: 'zierikzee'}));
  const later = new Date(scope.now.getTime() + 3_600_000);

  const undone = inTransaction(scope, async (trx) => {
    await queueMail(trx, aMail());
    throw new Error('toch niet');
  });
  await expect(undone).rejects.toThrow('toch niet');
  await queue(scope, aMail({after: later}));
  await app.sweep();
  expect(app.mails).toHaveLength(0);

  app.setNow(later);
  await app.sweep();
  expect(app.mails).toHaveLength(1);
});

test('a refused mail comes again later, and what is kept of the refusal names nobody', async () => {
  const smtp = await mailServer();
  const opened = await testDatabase();
  const scope = aScope(opened, await aCommunity(opened, {slug: 'zierikzee'}));
  await queue(scope, aMail());

  smtp.refuseWith({code: 451, text: 'Try again'});
  await sweepTo(smtp.url, opened, scope.now);
  const [refused] = await rows(opened);
  expect(refused).toMatchObject({attempts: 1, error: 'EENVELOPE 451', sent_at: null, recipient: 'anna@example.nl'});

  smtp.refuseWith(null);
  await sweepTo(smtp.url, opened, scope.now);
  expect(smtp.received).toHaveLength(0);
  await sweepTo(smtp.url, opened, new Date(scope.now.getTime() + 60_000));
  expect(smtp.received).toHaveLength(1);
});

test('a mail that nobody takes is given up: at once for an unknown address, after a day for a server that is away', async () => {
  const smtp = await mailServer();
  const opened = await testDatabase();
  const scope = aScope(opened, await aCommunity(opened, {slug: 'zierikzee'}));
  await queue(scope, aMail({once: 'onbekend'}));
  smtp.refuseWith({code: 550, text: 'No such user'});
  await sweepTo(smtp.url, opened, scope.now);
  await queue(scope, aMail({once: 'weg'}));

  let minutes = 0;
  for (; minutes < 48 * 60; minutes += 30) await sweepTo('smtp://127.0.0.1:9', opened, new Date(scope.now.getTime() + minutes * 60_000));

  const [unknown, away] = await rows(opened);
  expect(unknown).toMatchObject({attempts: 1, error: 'EENVELOPE 550', recipient: null, sent_at: null, given_up_at: scope.now});
  expect(away).toMatchObject({attempts: 8, error: 'ESOCKET', recipient: null, sent_at: null});
});

test('names and subjects that hold line breaks bring no header and no second recipient', async () => {
  const smtp = await mailServer();
  const opened = await testDatabase();
  const community = await aCommunity(opened, {slug: 'zierikzee', name: 'Zierikzee\r\nBcc: iedereen@example.nl'});
  const scope = aScope(opened, community);
  const subject = 'Dag\r\nBcc: iedereen@example.nl\r\n\r\n<h1>Ander\u2028bericht</h1>';
  await queue(scope, aMail({content: {subject, paragraphs: ['.\r\n.\r\nMAIL FROM:<x@example.nl>', '<script>alert(1)</script>']}}));

  await sweepTo(smtp.url, opened, scope.now);

  const [mail] = smtp.received;
  expect(mail?.envelopeTo).toEqual(['anna@example.nl']);
  expect(mail?.bcc ?? []).toEqual([]);
  expect(mail?.headers.filter(({key}) => key === 'bcc')).toEqual([]);
  expect(mail?.subject).toBe('Dag Bcc: iedereen@example.nl <h1>Ander bericht</h1>');
  expect(mail?.text).toContain('MAIL FROM:<x@example.nl>');
  expect(mail?.html).not.toContain('<script>');
  for (const to of ['a@example.nl, b@example.nl', 'a@example.nl\r\nBcc: b@example.nl', '<a@example.nl>', 'a'])
    await expect(queue(scope, aMail({to}))).rejects.toThrow('goes to no address');
});

test('because of people we do not know an address gets its share of a day and no more, however it is written', async () => {
  const app = await testApp();
  const community = await aCommunity(app, {slug: 'zierikzee'});
  const anybody: Scope = {...aScope(app, community), caller: {kind: 'anonymous'}};
  const spellings = ['anna@example.nl', 'ANNA@example.nl', 'anna+1@example.nl', 'Anna+2@Example.nl'];

  for (let count = 0; count < 40; count += 1) await queue(anybody, aMail({to: spellings[count % 4] ?? ''}));
  await queue(anybody, aMail({to: 'bert@example.nl'}));
  await queue(aScope(app, community), aMail({kind: 'test.ours'}));
  await app.sweep();

  expect(app.mails.filter(({to}) => /anna/i.test(to))).toHaveLength(mailsPerAddressAndDay + 1);
  expect(app.mails.filter(({to}) => to === 'bert@example.nl')).toHaveLength(1);
  const {rows: kept} = await sql`select * from mail_counts`.execute(app.database.owner);
  expect(JSON.stringify(kept)).not.toMatch(/anna/i);

  app.setNow(new Date(anybody.now.getTime() + 86_400_000));
  await queue({...anybody, now: new Date(anybody.now.getTime() + 86_400_000)}, aMail());
  await app.sweep();
  expect(app.mails.filter(({to}) => /anna/i.test(to))).toHaveLength(mailsPerAddressAndDay + 2);
});

test('two servers that send at once send each mail once', async () => {
  const smtp = await mailServer();
  const opened = await testDatabase();
  const scope = aScope(opened, await aCommunity(opened, {slug: 'zierikzee'}));
  const settings = {SMTP_URL: smtp.url, MAIL_FROM: 'buurt@example.nl'};
  await aServer(opened, settings);
  await aServer(opened, settings);

  const mails = Array.from({length: 60}, (_, number) => aMail({to: `buur${number}@example.nl`}));
  await Promise.all(mails.map((mail) => queue(scope, mail)));
  await vi.waitFor(async () => expect((await rows(opened)).every(({sent_at: sentAt}) => sentAt !== null)).toBe(true), {timeout: 10_000});

  expect(smtp.received.map(({envelopeTo}) => envelopeTo[0]).sort()).toEqual(mails.map(({to}) => to).sort());
});

test(
  'a server that is killed while it sends loses no mail, and one that arrives twice says that it is the same',
  {timeout: 60_000},
  async () => {
    const smtp = await mailServer();
    const opened = await testDatabase();
    const scope = aScope(opened, await aCommunity(opened, {slug: 'zierikzee'}));
    const environment = {DATABASE_URL: opened.urls.owner, SMTP_URL: smtp.url, MAIL_FROM: 'buurt@example.nl', ...noUpstream};
    const first = await startServerProcess(environment);
    // The mail server has it, and says so only when the sender is gone.
    smtp.beforeTaking(async () => {
      smtp.beforeTaking(async () => {});
      await endProcess(first, 'SIGKILL');
    });
    await queue(scope, ...Array.from({length: 5}, (_, number) => aMail({to: `buur${number}@example.nl`})));
    await vi.waitFor(() => expect(first.child.signalCode).toBe('SIGKILL'), {timeout: 10_000});

    const second = await startServerProcess(environment);
    onTestFinished(async () => void (await endProcess(second)));
    await vi.waitFor(async () => expect((await rows(opened)).every(({sent_at: sentAt}) => sentAt !== null)).toBe(true), {timeout: 10_000});

    const byAddress = Map.groupBy(smtp.received, ({envelopeTo}) => envelopeTo[0]);
    expect(byAddress.size).toBe(5);
    for (const same of byAddress.values()) expect(new Set(same.map(({messageId}) => messageId)).size).toBe(1);
    expect(smtp.received.length).toBeGreaterThan(5);
  },
);

describe('without a mail server', () => {
  async function aFolder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'buurtkit-mail-'));
    onTestFinished(() => rm(folder, {recursive: true}));
    return folder;
  }

  test('mails are files, and a list of them on this machine', async () => {
    const folder = await aFolder();
    const opened = await testDatabase();
    const scope = aScope(opened, await aCommunity(opened, {slug: 'zierikzee'}));
    const {url} = await aServer(opened, {BUURTKIT_DATA: folder});
    await queue(scope, aMail({content: {subject: 'Eerste', paragraphs: ['Een']}}));
    await vi.waitFor(async () => expect(await (await fetch(`${url}/dev/mail.json`)).json()).toHaveLength(1), {timeout: 5000});
    await queue(scope, aMail());
    await vi.waitFor(async () => expect(await (await fetch(`${url}/dev/mail.json`)).json()).toHaveLength(2), {timeout: 5000});

    const [newest, oldest] = (await (await fetch(`${url}/dev/mail.json`)).json()) as Record<string, unknown>[];
    expect(oldest).toMatchObject({subject: 'Eerste'});
    expect(newest).toMatchObject({
      to: 'anna@example.nl',
      subject: 'Koffie in de buurttuin',
      links: ['https://buurt.example.nl/l/abc?x=1&y=2'],
      sentAt: expect.stringMatching(/Z$/),
      text: expect.stringContaining('morgen is er koffie'),
    });
    const files = (await readdir(join(folder, 'mail'))).filter((name) => name.endsWith('.eml')).sort();
    const written = await PostalMime.parse(await readFile(join(folder, 'mail', files[1] ?? '')));
    expect(written).toMatchObject({subject: 'Koffie in de buurttuin', to: [{address: 'anna@example.nl'}]});
    const page = await (await fetch(`${url}/dev/mail`)).text();
    expect(page.indexOf('Koffie in de buurttuin')).toBeLessThan(page.indexOf('Eerste'));
  });

  test('nobody else can read them: not through a proxy, not by another name, not when the server is for everybody', async () => {
    const opened = await testDatabase();
    const {url} = await aServer(opened, {BUURTKIT_DATA: await aFolder()});
    const open = await aServer(opened, {BUURTKIT_DATA: await aFolder(), HOST: '0.0.0.0'});
    const withMailServer = await aServer(opened, {SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'a@example.nl'});

    const statuses = [
      await fetch(`${url}/dev/mail.json`, {headers: {'X-Forwarded-For': '192.0.2.1'}}),
      await fetch(`${open.url.replace('0.0.0.0', '127.0.0.1')}/dev/mail.json`),
      await fetch(`${withMailServer.url}/dev/mail.json`),
    ].map(({status}) => status);
    expect(statuses).toEqual([404, 404, 404]);
  });
});

test('a mail that can’t be made holds up no other', async () => {
  const app = await testApp();
  const scope = aScope(app, await aCommunity(app, {slug: 'zierikzee'}));
  await queue(scope, aMail({once: 'stuk'}), aMail({once: 'heel'}));
  await sql`update mails set content = '{"subject": "x", "paragraphs": [7]}' where once = 'stuk'`.execute(app.database.owner);

  await app.sweep();

  expect(app.mails).toHaveLength(1);
  expect(await rows(app)).toMatchObject([
    {once: 'stuk', attempts: 1, error: 'TypeError'},
    {once: 'heel', error: null},
  ]);
});
