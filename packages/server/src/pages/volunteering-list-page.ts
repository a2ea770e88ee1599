import {
  knownSkills,
  knownThemes,
  opportunityFacetKeys,
  opportunityFiltersSchema,
  opportunityKinds,
  partsOfDay,
  shiftStates,
  vogRequirements,
  type OpportunityListItem,
} from '@buurtkit/contract';
import {formatLanguage, formatPeriod, weekdayLabels} from '@buurtkit/texts';
import {html} from 'hono/html';
import * as z from 'zod/mini';
import type {RequestContext} from '../http/request-context.ts';
import {listOpportunities} from '../volunteering/opportunities/list-opportunities.ts';
import {communityPage, type OpenPage} from './community-page.ts';
import type {Html} from './layout.ts';
import {listingPage, whereChoices, wordChoice} from './listing-page.ts';
import {readListingQuery} from './listing-query.ts';
import {nearFilter, nearForm} from './near-place.ts';
import {textIn} from './text-in.ts';

const querySchema = z.extend(opportunityFiltersSchema, {cursor: z.optional(z.string())});

/** Voluntary work with its filters: the same use case as the API's. */
export async function opportunityListPage(c: RequestContext): Promise<Response> {
  const open = await communityPage(c);
  const {scope, community, words} = open;
  const {language} = scope;
  const said = words.volunteering;
  const asked = readListingQuery(c.req.url, querySchema);
  const {radius, ...query} = asked.query;
  const found = await listOpportunities(scope, {
    ...query,
    ...(query.near && radius !== undefined && {radius}),
    facets: [...opportunityFacetKeys],
  });
  return listingPage(c, {
    open,
    asked,
    found: {...found, data: found.data.map((item) => ({...item, name: textIn(language, item.title)}))},
    address: `/${community.slug}/vrijwilligerswerk`,
    title: words.page.opportunitiesOf(community.name),
    heading: words.page.opportunities,
    near: {form: nearForm(open, 'vrijwilligerswerk', asked.params), filter: nearFilter(open, asked.query, asked.params)},
    choices: [
      wordChoice('weekday', said.weekday, weekdayLabels, language),
      wordChoice('partOfDay', said.partOfDay, partsOfDay, language),
      wordChoice('vog', said.vog, vogRequirements, language),
      further(wordChoice('kind', said.kind, opportunityKinds, language)),
      further(wordChoice('theme', said.theme, knownThemes, language)),
      further(wordChoice('skill', said.skill, knownSkills, language)),
      further({key: 'language', label: said.language, nameOf: (code) => formatLanguage(code, language)}),
      ...whereChoices(community, said).map(further),
    ],
    checks: [
      {key: 'free', value: 'true', label: said.onlyFree},
      further({key: 'children', value: 'true', label: said.withChildren}),
      further({key: 'wheelchair', value: 'true', label: said.withWheelchair}),
      further({key: 'credits', value: 'true', label: said.earnsCredits}),
    ],
    said,
    button: words.page.showOpportunities,
    item: (item) => listItem(item, open),
  });
}

/** Behind *Meer filters*. */
function further<Filter>(filter: Filter): Filter & {isFurther: true} {
  return {...filter, isFurther: true};
}

function listItem(opportunity: OpportunityListItem, {scope: {language}, community: {timeZone}, words}: OpenPage): Html {
  const {community, id, title, summary, nextShift, place, areas, freePlaces, isSample} = opportunity;
  const said = words.volunteering;
  const when = nextShift ? formatPeriod(nextShift.start, nextShift.end, language, timeZone) : said.inConsultation;
  const where = place?.city ?? areas.map(({name}) => name).join(', ');
  const places = freePlaces ? said.freePlaces(freePlaces) : nextShift && shiftStates[nextShift.state][language];
  return html`<h2><a href="/${community}/vrijwilligerswerk/${id}">${textIn(language, title)}</a></h2>
    <p>${textIn(language, summary)}</p>
    <p class="muted">
      ${[when, where, places].filter(Boolean).join(' · ')}${isSample ? html` <span class="badge">${words.list.sample}</span>` : ''}
    </p>`;
}
