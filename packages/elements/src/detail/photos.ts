import type {Initiative} from '@buurtkit/sdk';
import type {InitiativeDetailMessages, Language} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {inLanguage} from '../vocabulary/written-by-people.ts';

type Context = {messages: InitiativeDetailMessages; language: Language};

/** Photos in one ratio, so that nothing jumps when they come. */
export function photos(all: Initiative['photos'], {messages, language}: Context): TemplateResult | typeof nothing {
  if (!all.length) return nothing;
  return html`
    <div class="photos">
      ${all.map(({url, alt, credit, width, height}) => {
        const told = inLanguage(alt, language);
        return html`<figure>
          <img src=${url} alt=${told.text} lang=${told.language} width=${width} height=${height} loading="lazy" />
          <figcaption class="muted">${messages.photoBy(credit)}</figcaption>
        </figure>`;
      })}
    </div>
  `;
}
