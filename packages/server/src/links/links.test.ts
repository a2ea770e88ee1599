import {sql} from 'kysely';
import {afterAll, beforeEach, expect, test} from 'vitest';
import {inTransaction, type Scope} from '../scope.ts';
import {formToken} from '../doors/form-token.ts';
import {aCommunity, aScope, createTestApp, publicUrl} from '../testing/test-app.ts';
import {createLink} from './create-link.ts';
import type {LinkPage, LinkPurpose, OpenLink} from './link-page.ts';
import {links} from './routes.ts';
import {linkHeaders} from './link-headers.ts';
import {revokeLinks, useLink} from './use-link.ts';
import {Hono} from 'hono';
import type {Env} from '../http/request-context.ts';

const app = await createTestApp();
afterAll(() => app.close());
const community = await aCommunity(app, {slug: 'zierikzee', name: 'Zierikzee'});
const other = await aCommunity(app, {slug: 'brouwershaven', name: 'Brouwershaven'});
const subjectId = crypto.randomUUID();
const purpose: LinkPurpose = 'test.agree';

let acted: {link: OpenLink; form: Record<string, string>; community: string}[] = [];
beforeEach(() => {
  acted = [];
});

const agree: LinkPage = {
  purpose,
  show: async () => ({
    title: 'Klopt <dit>?',
    paragraphs: ['Druk op de knop.'],
    form: {button: 'Het klopt', hiddenAct: 'agree', fields: [{kind: 'text', name: 'why', label: 'Waarom', value: '"><b>'}]},
  }),
  act: async (scope, link, form) => {
    acted.push({link, form: Object.fromEntries(form), community: scope.community.slug});
    await useLink(scope, link.id);
    return {title: 'Dank je', paragraphs: ['Het is bewaard.']};
  },
};

const pages = new Hono<Env>();
pages.use(async (c, next) => {
  c.set('services', app.services);
  c.set('requestId', 'r');
  c.set('language', 'nl');
  await next();
});
pages.use('/l/*', linkHeaders);
pages.route('/', links([agree]));
pages.onError((error, c) => c.text(error.message, (error as {status?: number}).status as 404));

async function aLink(scope: Scope = aScope(app, community), expiresAt: Date | null = null): Promise<string> {
  return inTransaction(scope, (trx) => createLink(trx, {purpose, subjectId, expiresAt}));
}

async function press(url: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return pages.request(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: {Origin: new URL(publicUrl).origin, ...headers},
  });
}

async function tokenIn(response: Response): Promise<string> {
  return /name="formToken" value="([^"]+)"/.exec(await response.text())?.[1] ?? '';
}

test('a link shows what it is for and changes nothing, however often it is opened', async () => {
  const url = await aLink();

  for (const method of ['GET', 'HEAD', 'GET']) expect((await pages.request(url, {method})).status).toBe(200);
  const text = await (await pages.request(url)).text();

  expect(url).toMatch(/^http:\/\/localhost:8787\/l\/[\w-]{22}$/);
  expect(text).toContain('Klopt &lt;dit&gt;?');
  expect(text).toContain('value="&quot;&gt;&lt;b&gt;"');
  expect(acted).toEqual([]);
});

test('pressing the button does it, once, also for two who press at the same moment', async () => {
  const url = await aLink();
  const token = await tokenIn(await pages.request(url));

  const answers = await Promise.all(Array.from({length: 6}, () => press(url, {formToken: token, act: 'agree', why: 'Omdat.'})));

  expect(answers.map(({status}) => status).sort()).toEqual([200, 410, 410, 410, 410, 410]);
  expect(acted).toMatchObject([{link: {subjectId, purpose}, form: {act: 'agree', why: 'Omdat.'}, community: 'zierikzee'}]);
  const after = await pages.request(url);
  expect(after.status).toBe(410);
  expect(await after.text()).toContain('Deze link is al gebruikt');
});

test('a link that is over its time, or was taken back, says so and does nothing', async () => {
  const scope = aScope(app, community);
  const late = await aLink({...scope, now: new Date(scope.now.getTime() - 120_000)}, new Date(scope.now.getTime() - 60_000));
  const revoked = await aLink();
  await inTransaction(scope, (trx) => revokeLinks(trx, purpose, subjectId));

  for (const url of [late, revoked]) {
    const shown = await pages.request(url);
    expect(shown.status).toBe(410);
    expect(await shown.text()).toContain('Deze link werkt niet meer');
    expect((await press(url, {act: 'agree'})).status).toBe(410);
  }
  expect(acted).toEqual([]);
});

test('only a form that we showed counts: not another site’s, not one without our token, not another link’s', async () => {
  const url = await aLink();
  const token = await tokenIn(await pages.request(url));
  const foreign = await formToken(aScope(app, community), 'link of another');

  expect((await press(url, {formToken: token}, {Origin: 'https://elders.example'})).status).toBe(403);
  for (const wrong of ['', 'x', foreign, `${token}x`]) {
    const answer = await press(url, {formToken: wrong});
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Er is niets veranderd');
  }
  expect(acted).toEqual([]);
});

test('a link leads to its own community, and one that nobody made leads nowhere', async () => {
  const url = await aLink(aScope(app, other));
  const token = await tokenIn(await pages.request(url));
  await press(url, {formToken: token});

  expect(acted).toMatchObject([{community: 'brouwershaven'}]);
  for (const unknown of ['abc', 'a'.repeat(22), `${'a'.repeat(21)}%00`]) expect((await app.request(`/l/${unknown}`)).status).toBe(404);
});

test('the address of a link goes nowhere else: not into a log, a cache, a search engine, or the address of another page', async () => {
  const url = await aLink();
  const token = url.slice(url.lastIndexOf('/') + 1);
  const seen = app.logged.length;

  const answers = [
    await pages.request(url),
    await app.request('/l/abcdefghijklmnopqrstuv', {headers: {Referer: url, Accept: 'text/html'}}),
  ];
  await app.request('/', {headers: {Referer: url}});

  for (const {headers} of answers) {
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('X-Robots-Tag')).toContain('noindex');
  }
  expect(answers[0]?.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(await answers[0]?.text()).not.toMatch(/(?:src|href)="https?:/);
  const logged = app.logged.slice(seen).join('');
  expect(logged).toContain('/l/[token]');
  expect(logged).not.toContain('abcdefghijklmnopqrstuv');
  expect(logged).not.toContain(token);
});

test('what is kept of a link doesn’t open it, and is gone some months after it was done with', async () => {
  const scope = aScope(app, community);
  const url = await aLink(scope, new Date(scope.now.getTime() + 60_000));
  const token = url.slice(url.lastIndexOf('/') + 1);
  const {rows} = await sql<{
    row: string;
  }>`select links::text as row from links union all select token_lookup::text from token_lookup`.execute(app.database.owner);
  expect(rows.map(({row}) => row).join('')).not.toContain(token);

  app.setNow(new Date(scope.now.getTime() + 30 * 86_400_000));
  await app.sweep();
  expect((await pages.request(url)).status).toBe(410);
  app.setNow(new Date(scope.now.getTime() + 91 * 86_400_000));
  await app.sweep();
  expect((await app.request(url)).status).toBe(404);
  app.setNow(null);
});
