import {html, nothing, type TemplateResult} from 'lit';

/** What is known of a thing: a name and one thing to say or more; what is empty is not known and not shown. */
export type Fact = readonly [name: string, value: unknown];

export function facts(all: readonly Fact[]): TemplateResult | typeof nothing {
  const known = all
    .map(([name, value]) => [name, [value].flat().filter((one) => one !== null && one !== undefined && one !== '')] as const)
    .filter(([, values]) => values.length);
  if (!known.length) return nothing;
  return html`<dl class="facts">
    ${known.map(
      ([name, values]) =>
        html`<div>
          <dt>${name}</dt>
          ${values.map((value) => html`<dd>${value}</dd>`)}
        </div>`,
    )}
  </dl>`;
}
