import type {Community} from '@buurtkit/sdk';
import type {SubmissionMessages} from '@buurtkit/texts';
import {html, type TemplateResult} from 'lit';
import {heading} from '../headings/heading.ts';

type Choice = {
  title: string;
  community: Community;
  words: SubmissionMessages;
  headingLevel: number;
  onChoose: (slug: string) => void;
};

/** What is sent in belongs to one of a region's communities. */
export function memberChoice({title, community, words, headingLevel, onChoose}: Choice): TemplateResult {
  return html`
    <div class="form">
      ${heading(headingLevel, title, 'form-title')}
      <p>${words.chooseCommunity}</p>
      <ul class="members">
        ${community.members.map(
          ({slug, name}) =>
            html`<li><button class="button" type="button" data-slug=${slug} @click=${() => onChoose(slug)}>${name}</button></li>`,
        )}
      </ul>
    </div>
  `;
}
