import {knownThemes, partnerFiltersSchema, partnerKinds, serviceFunctions, type PartnerListItem, type Language} from '@buurtkit/contract';
import {html} from 'hono/html';
import * as z from 'zod/mini';
import type {RequestContext} from '../http/request-context.ts';
import {listPartners} from '../partners/list-partners.ts';
import {communityPage} from './community-page.ts';
import type {Html, Words} from './layout.ts';
import {listingPage, openNowCheck, whereChoices, wordChoice} from './listing-page.ts';
import {readListingQuery} from './listing-query.ts';
import {textIn} from './text-in.ts';

const querySchema = z.extend(partnerFiltersSchema, {cursor: z.optional(z.string())});

/** The directory of organisations with its filters: the same use case as the API's. */
export async function partnerListPage(c: RequestContext): Promise<Response> {
  const open = await communityPage(c);
  const {scope, community, words} = open;
  const {language} = scope;
  const asked = readListingQuery(c.req.url, querySchema);
  const found = await listPartners(scope, {...asked.query, facets: ['kind', 'function', 'theme', 'area', 'community']});
  return listingPage(c, {
    open,
    asked,
    found,
    address: `/${community.slug}/sociale-kaart`,
    title: words.page.partnersOf(community.name),
    heading: words.page.partners,
    choices: [
      wordChoice('kind', words.partner.kind, partnerKinds, language),
      wordChoice('function', words.partner.function, serviceFunctions, language),
      wordChoice('theme', words.partner.theme, knownThemes, language),
      ...whereChoices(community, words.partner),
    ],
    checks: [openNowCheck(words)],
    said: words.partner,
    button: words.page.showPartners,
    item: (item) => listItem(item, language, words),
  });
}

function listItem(partner: PartnerListItem, language: Language, words: Words): Html {
  const {community, slug, name, summary, kind, city, areas, initiativeCount, isSample} = partner;
  const where = city ?? areas.map((area) => area.name).join(', ');
  const count = initiativeCount > 0 && words.partner.standsBehind(initiativeCount);
  return html`<h2><a href="/${community}/sociale-kaart/${slug}">${name}</a></h2>
    <p>${textIn(language, summary)}</p>
    <p class="muted">
      ${[partnerKinds[kind][language], where, count].filter(Boolean).join(' · ')}${isSample ? html` <span class="badge">${words.list.sample}</span>` : ''}
    </p>`;
}
