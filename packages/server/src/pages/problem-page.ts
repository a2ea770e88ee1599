import {problems, type ProblemCode} from '@buurtkit/contract';
import {html} from 'hono/html';
import {ProblemError} from '../problem-error.ts';
import type {RequestContext} from '../http/request-context.ts';
import {page, wordsFor} from './layout.ts';

/** What the `type` of a problem document leads to: what it means and what one can do. */
export async function problemPage(c: RequestContext): Promise<Response> {
  const code = c.req.param('code') ?? '';
  if (!Object.hasOwn(problems, code)) throw new ProblemError('route.not-found');
  const language = c.get('language');
  const {status, title, detail} = problems[code as ProblemCode];
  return page(c, {
    title: title[language],
    language,
    words: wordsFor(language, 'je'),
    community: null,
    content: html`<h1>${title[language]}</h1>
      <p>${detail[language]}</p>
      <p class="muted"><code>${code}</code> · HTTP ${status}</p>`,
  });
}
