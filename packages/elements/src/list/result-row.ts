import {html, nothing, type TemplateResult} from 'lit';

/** One thing in a list: its name, what it is, and where and when. */
export type ResultRow = {
  /** Null for what has none, and is known by its id. */
  slug: string | null;
  /** Tells two things of the same slug apart; the id of what has no slug. */
  address: string;
  title: string;
  /** The thing's own page, for a new tab and without our panel. */
  href: string;
  summary: TemplateResult;
  facts: readonly string[];
  badge: string | null;
};

export function resultRow(row: ResultRow, onOpen: (event: MouseEvent) => void): TemplateResult {
  return html`
    <li class="item" part="item" data-slug=${row.slug ?? nothing} data-id=${row.slug ? nothing : row.address}>
      <p class="item-title">
        <a class="title" part="title" href=${row.href} data-address=${row.address} @click=${onOpen}>${row.title}</a>
        ${row.badge ? html`<span class="badge" part="badge">${row.badge}</span>` : nothing}
      </p>
      <p class="item-summary">${row.summary}</p>
      ${row.facts.length ? html`<p class="item-facts">${row.facts.map((fact) => html`<span>${fact}</span>`)}</p>` : nothing}
    </li>
  `;
}

/** A plain press opens our panel; every other way to use a link stays the browser's. */
export function isPlainPress(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}
