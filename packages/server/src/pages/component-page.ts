import {html, raw} from 'hono/html';
import {representCommunity} from '../communities/represent-community.ts';
import {readCommunity} from '../communities/store.ts';
import type {RequestContext} from '../http/request-context.ts';
import {ProblemError} from '../problem-error.ts';
import {footer, wordsFor} from './layout.ts';
import {pageScope} from './page-scope.ts';

const components = [
  'initiative-map',
  'partner-directory',
  'submit-initiative',
  'volunteer-signup',
  'time-credit-balance',
  'time-credit-account',
  'offers-and-requests',
  'community-fund',
];

const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors *";

/** One component of one community as a page: for a frame on another site, and for who comes from a mail. */
export async function componentPage(c: RequestContext): Promise<Response> {
  const name = c.req.param('component') ?? '';
  if (!components.includes(name)) throw new ProblemError('route.not-found');
  const scope = await pageScope(c, c.req.query('community') ?? '');
  const community = representCommunity(await readCommunity(scope.database.public, scope.community.id), scope.publicUrl);
  const words = wordsFor(scope.language, community.addressForm);
  const tag = `buurt-${name}`;
  const body = await html`<!doctype html>
    <html lang="${scope.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${community.name}</title>
        <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/pages.css" />
        <link rel="stylesheet" href="/assets/looks/${community.slug}.css" />
        <script type="module" src="/embed/1/buurt.js" data-community="${community.slug}"></script>
      </head>
      <body>
        <main class="page">
          ${raw(`<${tag} heading-level="1"></${tag}>`)}
          <noscript><p>${words.page.needsScript}</p></noscript>
        </main>
        ${footer(community, words)}
      </body>
    </html> `;
  return c.body(String(body), 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': scope.language,
    'Content-Security-Policy': contentSecurityPolicy,
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Language',
  });
}
