import type {Language} from '@buurtkit/contract';
import {formatDate} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {Html, Words} from './layout.ts';

/** For whom a page is written, where and when. */
export type PageReader = {language: Language; words: Words; timeZone: string; now: Date};

/** A link to the page of another thing, with in a few words what it has to do with this one. */
export type Reference = {href: string; name: string; told: string};

export function referenceList(title: string, references: readonly Reference[]): Html | string {
  if (references.length === 0) return '';
  return html`<h2>${title}</h2>
    <ul>
      ${references.map(({href, name, told}) => html`<li><a href="${href}">${name}</a>${told && html` <span class="muted">(${told})</span>`}</li>`)}
    </ul>`;
}

/** In what role somebody stands behind it, and since when. */
export function roleTold(labels: readonly string[], since: string | null, {language, words}: PageReader): string {
  const told = labels.map((label) => label.toLowerCase());
  return [...told, ...(since === null ? [] : [`${words.initiative.since.toLowerCase()} ${formatDate(since, language)}`])].join(', ');
}
