import {html} from 'hono/html';
import {formatDateOfMoment} from '@buurtkit/texts';
import type {RequestContext} from '../http/request-context.ts';
import {listPublications} from '../publications/list-publications.ts';
import {communityPage} from './community-page.ts';
import {page} from './layout.ts';
import {textIn} from './text-in.ts';

/** The publications of a community or region, each with its latest edition. */
export async function publicationListPage(c: RequestContext): Promise<Response> {
  const {scope, community, words} = await communityPage(c);
  const {language} = scope;
  const {data} = await listPublications(scope, {limit: 100});
  return page(c, {
    title: words.publication.publicationsOf(community.name),
    language,
    words,
    community,
    content: html`<h1>${words.publication.publications}</h1>
      ${data.length === 0 ? html`<p>${words.publication.none}</p>` : ''}
      <ul class="list">
        ${data.map(
          ({title, summary, latest, url}) =>
            html`<li>
              <h2><a href="${new URL(url).pathname}">${textIn(language, title)}</a></h2>
              <p>${textIn(language, summary)}</p>
              <p class="muted">
                ${
                  latest
                    ? html`${words.publication.edition(latest.number)} ·
                      ${formatDateOfMoment(latest.publishedAt, language, community.timeZone)}`
                    : words.publication.noneYet
                }
              </p>
            </li>`,
        )}
      </ul>
      <p><a href="/v1/communities/${community.slug}/feed.atom">${words.publication.follow}</a></p>`,
  });
}
