import {html, nothing, type TemplateResult} from 'lit';

/** What is known of a thing: a name and what to say; null is not known and not shown. */
export type Fact = readonly [name: string, value: unknown];

export function facts(all: readonly Fact[]): TemplateResult | typeof nothing {
  const known = all.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (!known.length) return nothing;
  return html`<dl class="facts">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
