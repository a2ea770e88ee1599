import {linkMessages} from '@buurtkit/texts';
import {Hono} from 'hono';
import {findCommunityById, readCommunity} from '../communities/store.ts';
import {ageOfForm, formToken} from '../doors/form-token.ts';
import {refuseOtherMethods} from '../http/bind-route.ts';
import {requireAllowedOrigin} from '../http/origins.ts';
import {readForm} from '../http/read-form.ts';
import type {Env, RequestContext} from '../http/request-context.ts';
import {page, wordsFor} from '../pages/layout.ts';
import {representCommunity} from '../communities/represent-community.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {contactOfDesk} from '../volunteering/signups/organisers-of.ts';
import type {LinkPage, LinkView} from './link-page.ts';
import {linkPages} from './link-pages.ts';
import {findLink, readLink, type LinkState, type ReadLink} from './link-store.ts';
import {hashLinkToken} from './link-token.ts';
import {linkContent} from './link-view.ts';

type Found = {scope: Scope; id: string};

/** `/l/{token}`: what can be done without signing in, by who got the link. A GET shows, a POST does. */
export function links(purposes: readonly LinkPage[] = linkPages): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/l/:token', async (c) => {
    const {scope, id} = await find(c);
    const link = await inTransaction(scope, (trx) => readLink(trx, id, {isLocked: false}));
    if (!link) throw new ProblemError('route.not-found');
    const view = link.state === 'open' ? await pageOf(purposes, link).show(scope, link) : null;
    return view ? viewPage(c, scope, link, view) : goneView(c, scope, link.state);
  });
  app.post('/l/:token', async (c) => {
    const {scope, id} = await find(c);
    requireAllowedOrigin(c.req.header('Origin'), {publicUrl: scope.publicUrl, allowedOrigins: []});
    const form = await readForm(c);
    const isOurs = (await ageOfForm(scope, `link ${id}`, form.get('formToken') ?? '')) !== null;
    const done = await inTransaction(scope, async (trx) => {
      const link = await readLink(trx, id, {isLocked: true});
      if (!link) throw new ProblemError('route.not-found');
      if (link.state !== 'open') return {link, view: null};
      const known = pageOf(purposes, link);
      return {link, view: isOurs ? await known.act(trx, link, form) : stale(trx, await known.show(trx, link))};
    });
    return done.view ? viewPage(c, scope, done.link, done.view) : goneView(c, scope, done.link.state);
  });
  refuseOtherMethods(app, '/l/:token', ['GET', 'HEAD', 'POST']);
  return app;
}

async function find(c: RequestContext): Promise<Found> {
  const {database, now, publicUrl} = c.get('services');
  const token = c.req.param('token') ?? '';
  const found = /^[\w-]{22}$/.test(token) ? await findLink(database, hashLinkToken(token)) : null;
  const community = found ? await findCommunityById(database, found.communityId) : null;
  if (!found || !community) throw new ProblemError('route.not-found');
  return {
    scope: {database, community, caller: {kind: 'anonymous'}, language: c.get('language'), now: await now(), publicUrl},
    id: found.id,
  };
}

function pageOf(purposes: readonly LinkPage[], {purpose}: ReadLink): LinkPage {
  const found = purposes.find((each) => each.purpose === purpose);
  if (!found) throw new Error(`no page for links of ${purpose}`);
  return found;
}

function stale({language, community}: Scope, view: LinkView): LinkView {
  const words = linkMessages[language](community.addressForm);
  return {...view, paragraphs: [`${words.staleForm} ${words.tryAgain}.`, ...view.paragraphs]};
}

async function viewPage(c: RequestContext, scope: Scope, {id}: ReadLink, view: LinkView): Promise<Response> {
  const token = view.form || view.otherForms ? await formToken(scope, `link ${id}`) : '';
  return show(c, scope, view, 200, token);
}

/** A link that is done with says what happened, and where there is somebody to turn to. */
async function goneView(c: RequestContext, scope: Scope, state: LinkState): Promise<Response> {
  const words = linkMessages[scope.language](scope.community.addressForm);
  const isUsed = state === 'used';
  const view: LinkView = {
    title: isUsed ? words.usedTitle : words.expiredTitle,
    paragraphs: [isUsed ? words.used : words.expired(await inTransaction(scope, contactOfDesk))],
    more: [{href: `/${scope.community.slug}/initiatieven`, label: words.toInitiatives}],
  };
  return show(c, scope, view, 410, '');
}

async function show(c: RequestContext, scope: Scope, view: LinkView, status: number, token: string): Promise<Response> {
  const {language, community} = scope;
  return page(c, {
    status,
    isPrivate: true,
    title: view.title,
    language,
    words: wordsFor(language, community.addressForm),
    community: representCommunity(await readCommunity(scope.database.public, community.id), scope.publicUrl),
    content: linkContent(view, token, linkMessages[language](community.addressForm)),
  });
}
