import type {Initiative, Place, SharedPlace} from '@buurtkit/contract';
import {html} from 'hono/html';
import type {Html, Words} from './layout.ts';

/** A word for it, and what it is; what isn't known is left out. */
export type Fact = readonly [term: string, value: Html | string | false | null | undefined];

export function factsPart(facts: readonly Fact[]): Html | string {
  const known = facts.filter(([, value]) => Boolean(value));
  if (known.length === 0) return '';
  return html`<dl>
    ${known.map(
      ([term, value]) =>
        html`<dt>${term}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

/** Where it is: the building with its address when it is in one that others share, else the town. */
export function whereTold(building: SharedPlace | null, place: Pick<Place, 'name' | 'city'> | null): string {
  const town = [building?.address?.postcode, place?.city].filter(Boolean).join(' ');
  return [place?.name, building?.address?.street, town].filter(Boolean).join(', ');
}

/** How to reach somebody. */
export function contactFacts({website, email, phone}: Initiative['contact'], words: Words): Fact[] {
  return [
    [words.detail.website, website && html`<a href="${website}">${website}</a>`],
    [words.detail.email, email && mailLink(email)],
    [words.detail.phone, phone && phoneLink(phone)],
  ];
}

export function mailLink(email: string): Html {
  return html`<a href="mailto:${email}">${email}</a>`;
}

export function phoneLink(phone: string): Html {
  return html`<a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone}</a>`;
}
