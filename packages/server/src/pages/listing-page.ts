import type {Community, FacetCount} from '@buurtkit/contract';
import type {CountMessages} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {RequestContext} from '../http/request-context.ts';
import {jsonLdScript} from '../json-ld/json-ld-script.ts';
import {thingOfList} from '../json-ld/things.ts';
import type {OpenPage} from './community-page.ts';
import {page, type Html, type Words} from './layout.ts';
import {labelOf} from './text-in.ts';
import {faultLines, type ListingQuery} from './listing-query.ts';

type Labels = Readonly<Record<string, {nl: string; en: string}>>;

/** One of many stands behind a button that opens the rest, unless it is chosen. */
type Rank = {isFurther?: boolean};

export type Choice = Rank & {key: string; label: string; nameOf: (value: string) => string | undefined};

/** A filter that is on or off. */
export type Check = Rank & {key: string; value: string; label: string};

type Filters = {q?: string | undefined; cursor?: string | undefined};
type Found<Item> = {data: readonly Item[]; total: number; next: string | null; facets: Record<string, readonly FacetCount[]>};

type Listing<Item, Query extends Filters> = {
  open: OpenPage;
  asked: ListingQuery<Query>;
  found: Found<Item>;
  /** Its address without the filters. */
  address: string;
  title: string;
  heading: string;
  intro?: Html;
  /** Before the other filters, and among them. */
  near?: {form: Html; filter: Html | string};
  choices: readonly Choice[];
  checks: readonly Check[];
  said: CountMessages;
  button: string;
  /** What stands in the list of one. */
  item: (item: Item) => Html;
};

/** A list with its filters as a plain form. */
export async function listingPage<Item extends {name: string; url: string}, Query extends Filters>(
  c: RequestContext,
  {
    open: {scope, community, words},
    asked,
    found,
    address,
    title,
    heading,
    intro,
    near,
    choices,
    checks,
    said,
    button,
    item,
  }: Listing<Item, Query>,
): Promise<Response> {
  const {language} = scope;
  const {query, params, faults, isFiltered} = asked;
  const count = isFiltered ? said.countFound(found.total) : said.count(found.total);
  return page(c, {
    title,
    language,
    words,
    community,
    query: without(params, 'cursor'),
    head: jsonLdScript(thingOfList(`${scope.publicUrl}${address}`, found.data)),
    content: html`<h1>${heading}</h1>
      ${sampleNote(community, words)} ${faultLines(faults, language)} ${intro ?? ''} ${near?.form ?? ''}
      <form class="filters" action="${address}" method="get">
        <div><label for="q">${said.search}</label><input id="q" name="q" type="search" maxlength="100" value="${query.q ?? ''}" /></div>
        ${near?.filter ?? ''} ${filterFields({choices, checks}, false, asked.params, found, words)}
        ${furtherFilters({choices, checks}, asked.params, found, words)}
        <div><button>${button}</button></div>
      </form>
      <p role="status">${count}${isFiltered ? html` · <a href="${address}">${words.list.clearAll}</a>` : ''}</p>
      ${found.total === 0 ? html`<p>${isFiltered ? words.list.noneFoundHint : said.noneHint}</p>` : ''}
      <ul class="list">
        ${found.data.map(
          (each) =>
            html`<li>
              ${item(each)}
              <p class="on-paper">${each.url}</p>
            </li>`,
        )}
      </ul>
      ${pageLinks(address, params, found.next, heading, words)}`,
  });
}

type Fields = {choices: readonly Choice[]; checks: readonly Check[]};

function filterFields({choices, checks}: Fields, isFurther: boolean, params: URLSearchParams, found: Found<unknown>, words: Words): Html {
  const ofRank = (each: Rank) => (each.isFurther ?? false) === isFurther;
  return html`${choices.filter(ofRank).map((choice) => choiceField(choice, params, found, words))}
  ${checks
    .filter(ofRank)
    .map(
      ({key, value, label}) =>
        html`<label class="check"
          ><input type="checkbox" name="${key}" value="${value}" ${params.get(key) === value ? html` checked` : ''} />
          ${label}${countOf(found, key, value)}</label
        >`,
    )}`;
}

/** Open when something in it is chosen. */
function furtherFilters(fields: Fields, params: URLSearchParams, found: Found<unknown>, words: Words): Html | string {
  const further = [...fields.choices, ...fields.checks].filter(({isFurther}) => isFurther);
  if (further.length === 0) return '';
  return html`<details ${further.some(({key}) => params.has(key)) ? html` open` : ''}>
    <summary>${words.list.moreFilters}</summary>
    <div>${filterFields(fields, true, params, found, words)}</div>
  </details>`;
}

/** How many there are with it, where that is counted. */
function countOf({facets}: Found<unknown>, key: string, value: string): string {
  const counted = facets[key];
  return counted ? ` (${counted.find((each) => each.value === value)?.count ?? 0})` : '';
}

/** The filters by area, and in a region by community, as they are called there. */
export function whereChoices(community: Community, labels: {area: string; community: string}): Choice[] {
  return [
    {key: 'community', label: labels.community, nameOf: (value) => community.members.find(({slug}) => slug === value)?.name},
    {key: 'area', label: labels.area, nameOf: (value) => community.areas.find(({code}) => code === value)?.name},
  ];
}

/** A filter by a vocabulary; what has no words in it goes by its own. */
export function wordChoice(key: string, label: string, labels: Labels, language: 'nl' | 'en'): Choice {
  return {key, label, nameOf: (value) => labelOf(labels, value, language)};
}

export function openNowCheck(words: Words): Check {
  return {key: 'open', value: 'now', label: words.opening.openNow};
}

export function sampleNote(community: Community, words: Words): Html | string {
  return community.isSample ? html`<p class="sample"><strong>${words.list.sample}.</strong> ${words.list.sampleHint}</p>` : '';
}

function choiceField({key, label, nameOf}: Choice, params: URLSearchParams, found: Found<unknown>, words: Words): Html | string {
  const chosen = params.getAll(key).flatMap((value) => value.split(','));
  const options = (found.facets[key] ?? []).filter(
    ({value, count}) => chosen.includes(value) || (count > 0 && nameOf(value) !== undefined),
  );
  if (options.length === 0) return '';
  return html`<div>
    <label for="${key}">${label}</label
    ><select id="${key}" name="${key}">
      <option value="">${words.page.anyValue}</option>
      ${options.map(
        ({value, count}) =>
          html`<option value="${value}" ${chosen.includes(value) ? html` selected` : ''}>${nameOf(value) ?? value} (${count})</option>`,
      )}
    </select>
  </div>`;
}

function pageLinks(address: string, params: URLSearchParams, next: string | null, label: string, words: Words): Html | string {
  const isFirst = !params.has('cursor');
  if (isFirst && next === null) return '';
  const withCursor = (cursor: string | null) => {
    const query = without(params, 'cursor');
    if (cursor !== null) query.set('cursor', cursor);
    return query.size > 0 ? `${address}?${query.toString()}` : address;
  };
  return html`<nav class="pages" aria-label="${label}">
    ${isFirst ? '' : html`<a href="${withCursor(null)}">${words.page.firstPage}</a>`}${
      next === null ? '' : html`<a rel="next" href="${withCursor(next)}">${words.page.nextPage}</a>`
    }
  </nav>`;
}

function without(params: URLSearchParams, key: string): URLSearchParams {
  return new URLSearchParams([...params].filter(([each]) => each !== key));
}
