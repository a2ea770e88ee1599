import {
  faultTexts,
  initiativeKinds,
  initiativeStages,
  initiativeFiltersSchema,
  knownThemes,
  readQuery,
  type Fault,
  type InitiativeListItem,
  type InitiativeQuery,
  type Language,
} from '@buurtkit/contract';
import {html} from 'hono/html';
import * as z from 'zod/mini';
import {representCommunity} from '../communities/represent-community.ts';
import {readCommunity} from '../communities/store.ts';
import {listInitiatives, type InitiativePage} from '../initiatives/list-initiatives.ts';
import type {RequestContext} from '../http/request-context.ts';
import {unstorableInQuery} from '../http/unstorable-text.ts';
import {jsonLdScript} from '../json-ld/json-ld-script.ts';
import {thingOfList} from '../json-ld/things.ts';
import {page, wordsFor, type Html, type Words} from './layout.ts';
import {pageScope} from './page-scope.ts';

type Labels = Record<string, {nl: string; en: string}>;

const querySchema = z.extend(initiativeFiltersSchema, {cursor: z.optional(z.string())});

/** The list with its filters as a plain form: the same use case as the API's. */
export async function initiativeListPage(c: RequestContext): Promise<Response> {
  const scope = await pageScope(c, c.req.param('community') ?? '');
  const {language} = scope;
  const params = new URL(c.req.url).searchParams;
  // A form sends its empty fields too, and whoever shared the link added keys of their own: they ask for nothing.
  for (const [key, value] of Array.from(params)) if (value.trim() === '' || !Object.hasOwn(querySchema.shape, key)) params.delete(key);
  const unreadable = unstorableInQuery(params);
  for (const {parameter} of unreadable) params.delete(parameter ?? '');
  const read = readQuery(querySchema, params);
  const query: InitiativeQuery = 'data' in read ? read.data : {};
  const faults = [...('faults' in read ? read.faults : []), ...unreadable];

  const [list, row] = await Promise.all([
    listInitiatives(scope, {...query, facets: ['kind', 'stage', 'theme']}),
    readCommunity(scope.database.public, scope.community.id),
  ]);
  const community = representCommunity(row, scope.publicUrl);
  const words = wordsFor(language, community.addressForm);
  const base = `/${community.slug}/initiatieven`;
  const isFiltered = Object.keys(query).some((key) => key !== 'cursor');
  return page(c, {
    title: words.page.initiativesOf(community.name),
    language,
    words,
    community,
    head: jsonLdScript(thingOfList(`${scope.publicUrl}${base}`, list.data)),
    content: html`<h1>${words.page.initiatives}</h1>
      ${community.isSample ? html`<p class="sample"><strong>${words.list.sample}.</strong> ${words.list.sampleHint}</p>` : ''}
      ${faults.map((fault) => faultLine(fault, language))}
      <p><a href="/${community.slug}/meld-initiatief">${words.submission.add}</a></p>
      <form class="filters" action="${base}" method="get">
        <div>
          <label for="q">${words.initiative.search}</label><input id="q" name="q" type="search" maxlength="100" value="${query.q ?? ''}" />
        </div>
        ${choice('kind', words.initiative.kind, initiativeKinds, query.kind, list, {language, words})}
        ${choice('stage', words.initiative.stage, initiativeStages, query.stage, list, {language, words})}
        ${choice('theme', words.initiative.theme, knownThemes, query.theme, list, {language, words})}
        <div><button>${words.page.show}</button></div>
      </form>
      <p role="status">
        ${isFiltered ? words.initiative.countFound(list.total) : words.initiative.count(list.total)}${isFiltered ? html` · <a href="${base}">${words.list.clearAll}</a>` : ''}
      </p>
      ${list.total === 0 ? html`<p>${isFiltered ? words.list.noneFoundHint : words.initiative.noneHint}</p>` : ''}
      <ul class="list">
        ${list.data.map((item) => listItem(item, language))}
      </ul>
      ${pageLinks(base, params, list, words)}`,
  });
}

function faultLine(fault: Fault, language: Language): Html {
  return html`<p><strong>${fault.parameter ?? ''}</strong>: ${faultTexts[fault.code][language]}</p>`;
}

function choice(
  key: 'kind' | 'stage' | 'theme',
  label: string,
  labels: Labels,
  chosen: readonly string[] | undefined,
  list: InitiativePage,
  {language, words}: {language: Language; words: Words},
): Html {
  const options = (list.facets[key] ?? []).filter(({value, count}) => count > 0 || chosen?.includes(value));
  return html`<div>
    <label for="${key}">${label}</label
    ><select id="${key}" name="${key}">
      <option value="">${words.page.anyValue}</option>
      ${options.map(
        ({value, count}) =>
          html`<option value="${value}" ${chosen?.includes(value) ? html` selected` : ''}>
            ${labels[value]?.[language] ?? value} (${count})
          </option>`,
      )}
    </select>
  </div>`;
}

function listItem(item: InitiativeListItem, language: Language): Html {
  const where = [initiativeKinds[item.kind][language], item.place?.city].filter(Boolean).join(' · ');
  return html`<li>
    <h2><a href="/${item.community}/initiatieven/${item.slug}">${item.name}</a></h2>
    <p>${item.summary[language] ?? item.summary.nl}</p>
    <p class="muted">${where}</p>
  </li>`;
}

function pageLinks(base: string, params: URLSearchParams, list: InitiativePage, words: Words): Html | string {
  const isFirst = !params.has('cursor');
  if (isFirst && list.next === null) return '';
  const first = new URLSearchParams(params);
  first.delete('cursor');
  const next = new URLSearchParams(first);
  if (list.next !== null) next.set('cursor', list.next);
  return html`<nav class="pages" aria-label="${words.page.initiatives}">
    ${isFirst ? '' : html`<a href="${base}?${first.toString()}">${words.page.firstPage}</a>`}${
      list.next === null ? '' : html`<a rel="next" href="${base}?${next.toString()}">${words.page.nextPage}</a>`
    }
  </nav>`;
}
