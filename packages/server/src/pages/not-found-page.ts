import {problems} from '@buurtkit/contract';
import {html} from 'hono/html';
import type {ProblemError} from '../problem-error.ts';
import type {RequestContext} from '../http/request-context.ts';
import {page, wordsFor} from './layout.ts';

/** What went wrong, for somebody with a browser, and a way on. */
export async function notFoundPage(c: RequestContext, problem: ProblemError): Promise<Response> {
  const language = c.get('language');
  const words = wordsFor(language, 'je');
  const {title, detail} = problems[problem.code];
  const [, slug, folder = ''] = /^\/([a-z0-9-]+)\/(initiatieven|sociale-kaart)\//.exec(c.req.path) ?? [];
  const label = folder === 'sociale-kaart' ? words.page.toPartners : words.page.toInitiatives;
  for (const [name, value] of Object.entries(problem.headers)) c.header(name, value);
  return page(c, {
    status: problem.status,
    title: title[language],
    language,
    words,
    community: null,
    content: html`<h1>${title[language]}</h1>
      <p>${problem.status === 404 ? words.list.notThereHint : detail[language]}</p>
      ${slug ? html`<p><a href="/${slug}/${folder}">${label}</a></p>` : html`<p><a href="/">${words.page.home}</a></p>`}
      <p class="muted">${words.page.problemNumber(c.get('requestId'))}</p>`,
  });
}
