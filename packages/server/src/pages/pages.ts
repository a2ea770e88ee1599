import {readFile} from 'node:fs/promises';
import {Hono} from 'hono';
import {refuseOtherMethods} from '../http/bind-route.ts';
import type {Env} from '../http/request-context.ts';
import {componentPage} from './component-page.ts';
import {editionPage} from './edition-page.ts';
import {homePage} from './home-page.ts';
import {initiativeListPage} from './initiative-list-page.ts';
import {initiativePage} from './initiative-page.ts';
import {lookStylesheet} from './look-stylesheet.ts';
import {partnerListPage} from './partner-list-page.ts';
import {partnerPage} from './partner-page.ts';
import {problemPage} from './problem-page.ts';
import {opportunityPage} from './opportunity-page.ts';
import {publicationListPage} from './publication-list-page.ts';
import {publicationPage} from './publication-page.ts';
import {signupPages} from './signup-page.ts';
import {opportunityListPage} from './volunteering-list-page.ts';

const asset = (name: string) => readFile(new URL(`../../assets/${name}`, import.meta.url), 'utf8');
const [stylesheet, icon] = await Promise.all([asset('pages.css'), asset('favicon.svg')]);

/** The pages that work without JavaScript, and what they need. */
export function pages(): Hono<Env> {
  const app = new Hono<Env>();
  const at = (address: string, handler: (c: Parameters<typeof homePage>[0]) => Promise<Response> | Response) => {
    app.get(address, handler);
    refuseOtherMethods(app, address, ['GET', 'HEAD']);
  };
  at('/', homePage);
  at('/assets/pages.css', (c) => c.body(stylesheet, 200, {'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache'}));
  at('/assets/favicon.svg', (c) => c.body(icon, 200, {'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400'}));
  at('/assets/looks/:file{[a-z0-9-]+\\.css}', lookStylesheet);
  at('/problems/:code', problemPage);
  at('/embed/:component{[a-z]+(?:-[a-z]+)*}', componentPage);
  at('/:community/initiatieven', initiativeListPage);
  at('/:community/initiatieven/:slug', initiativePage);
  at('/:community/sociale-kaart', partnerListPage);
  at('/:community/sociale-kaart/:slug', partnerPage);
  at('/:community/uitgaven', publicationListPage);
  at('/:community/uitgaven/:slug', publicationPage);
  at('/:community/uitgaven/:slug/:number', editionPage);
  at('/:community/vrijwilligerswerk', opportunityListPage);
  at('/:community/vrijwilligerswerk/:id', opportunityPage);
  app.route('/', signupPages());
  return app;
}
