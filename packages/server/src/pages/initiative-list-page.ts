import {
  initiativeFiltersSchema,
  initiativeKinds,
  initiativeStages,
  knownThemes,
  type InitiativeListItem,
  type Language,
} from '@buurtkit/contract';
import {html} from 'hono/html';
import * as z from 'zod/mini';
import {listInitiatives} from '../initiatives/list-initiatives.ts';
import type {RequestContext} from '../http/request-context.ts';
import {listPublications} from '../publications/list-publications.ts';
import {communityPage} from './community-page.ts';
import type {Html} from './layout.ts';
import {listingPage, openNowCheck, whereChoices, wordChoice} from './listing-page.ts';
import {readListingQuery} from './listing-query.ts';
import {nearFilter, nearForm} from './near-place.ts';
import {textIn} from './text-in.ts';

const querySchema = z.extend(initiativeFiltersSchema, {cursor: z.optional(z.string())});

/** The initiatives with their filters: the same use case as the API's. */
export async function initiativeListPage(c: RequestContext): Promise<Response> {
  const open = await communityPage(c);
  const {scope, community, words} = open;
  const {language} = scope;
  const asked = readListingQuery(c.req.url, querySchema);
  const [found, publications] = await Promise.all([
    listInitiatives(scope, {...asked.query, facets: ['kind', 'stage', 'theme', 'area', 'community']}),
    listPublications(scope, {limit: 1}),
  ]);
  return listingPage(c, {
    open,
    asked,
    found,
    address: `/${community.slug}/initiatieven`,
    title: words.page.initiativesOf(community.name),
    heading: words.page.initiatives,
    intro: html`<p class="ways">
      <a href="/${community.slug}/meld-initiatief">${words.submission.add}</a>
      ${publications.total > 0 ? html`<a href="/${community.slug}/uitgaven">${words.publication.publications}</a>` : ''}
    </p>`,
    near: {form: nearForm(open, 'initiatieven', asked.params), filter: nearFilter(open, asked.query, asked.params)},
    choices: [
      wordChoice('kind', words.initiative.kind, initiativeKinds, language),
      wordChoice('stage', words.initiative.stage, initiativeStages, language),
      wordChoice('theme', words.initiative.theme, knownThemes, language),
      ...whereChoices(community, words.initiative),
    ],
    checks: [openNowCheck(words)],
    said: words.initiative,
    button: words.page.show,
    item: (item) => listItem(item, language),
  });
}

function listItem({community, slug, name, summary, kind, place}: InitiativeListItem, language: Language): Html {
  return html`<h2><a href="/${community}/initiatieven/${slug}">${name}</a></h2>
    <p>${textIn(language, summary)}</p>
    <p class="muted">${[initiativeKinds[kind][language], place?.city].filter(Boolean).join(' · ')}</p>`;
}
