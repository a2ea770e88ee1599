import {addressSchema} from '@buurtkit/contract';
import {formatDateOfMoment} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {RequestContext} from '../http/request-context.ts';
import {ProblemError} from '../problem-error.ts';
import {getPublication} from '../publications/get-publication.ts';
import {communityPage} from './community-page.ts';
import {page} from './layout.ts';
import {textIn} from './text-in.ts';

/** One publication with all its editions, which stay readable. */
export async function publicationPage(c: RequestContext): Promise<Response> {
  const address = addressSchema.safeParse(c.req.param('slug'));
  if (!address.success) throw new ProblemError('publication.not-found');
  const {scope, community, words} = await communityPage(c);
  const {language} = scope;
  const {title, summary, editions, url} = await getPublication(scope, address.data);
  return page(c, {
    title: `${textIn(language, title)}, ${community.name}`,
    language,
    words,
    community,
    head: html`<link rel="canonical" href="${url}" />`,
    content: html`<a class="back" href="/${community.slug}/uitgaven">${words.publication.allPublications}</a>
      <h1>${textIn(language, title)}</h1>
      <p>${textIn(language, summary)}</p>
      ${editions.length === 0 ? html`<p>${words.publication.noneYet}</p>` : ''}
      <ul class="list">
        ${editions.map(
          (edition) =>
            html`<li>
              <h2><a href="${new URL(edition.url).pathname}">${words.publication.edition(edition.number)}</a></h2>
              <p class="muted">${words.publication.publishedOn(formatDateOfMoment(edition.publishedAt, language, community.timeZone))}</p>
              ${edition.note ? html`<p>${textIn(language, edition.note)}</p>` : ''}
            </li>`,
        )}
      </ul>
      <p><a href="/v1/communities/${community.slug}/feed.atom">${words.publication.follow}</a></p>`,
  });
}
