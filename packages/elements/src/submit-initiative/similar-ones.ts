import type {Point, SimilarInitiative, SubmissionWriter} from '@buurtkit/sdk';
import {formatDistance, type FormValues, type Language, type SubmissionMessages} from '@buurtkit/texts';
import {html, type TemplateResult} from 'lit';
import {heading} from '../headings/heading.ts';

type Model = {words: SubmissionMessages; api: string | null; language: Language; headingLevel: number};

/** Initiatives that may be the one somebody is about to send in: shown once per name and place, before it is sent. */
export class SimilarOnes {
  #asked = '';
  #found: readonly SimilarInitiative[] = [];

  /** Whether there are some that weren't shown before. */
  async find(submissions: SubmissionWriter['submissions'], values: FormValues, location: Point | null): Promise<boolean> {
    const asked = questionOf(values);
    if (asked === this.#asked) return false;
    // Nobody is kept from sending something in because this can't be had.
    const {data} = await submissions.similar({name: values['name'] ?? '', ...(location && {location})}).catch(() => ({data: []}));
    [this.#asked, this.#found] = [asked, data];
    return data.length > 0;
  }

  render({values}: {values: FormValues}, {words, api, language, headingLevel}: Model): TemplateResult | null {
    if (!this.#found.length || this.#asked !== questionOf(values)) return null;
    const whereOf = ({city, distance}: SimilarInitiative) =>
      [city, distance === null ? null : words.distanceAway(formatDistance(distance, language))].filter(Boolean).join(', ');
    return html`
      <div class="notice similar">
        <div>
          ${heading(headingLevel + 2, words.similarTitle, 'section-title')}
          <p>${words.similarText}</p>
          <ul>
            ${this.#found.map((one) => html`<li>${nameOf(one, api, words)} <span class="muted">${whereOf(one)}</span></li>`)}
          </ul>
        </div>
      </div>
    `;
  }
}

function questionOf({name, address, city}: FormValues): string {
  return JSON.stringify([name, address, city]);
}

function nameOf({community, slug, name}: SimilarInitiative, api: string | null, words: SubmissionMessages): TemplateResult {
  if (!api) return html`<strong>${name}</strong>`;
  const address = new URL(`/${community}/initiatieven/${slug}`, api).href;
  return html`<a href=${address} target="_blank" rel="noopener">${name}</a> <span class="muted">(${words.opensElsewhere})</span>`;
}
