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
      ${all.map(({url, alt, credit, width, height, small}) => {
        const told = inLanguage(alt, language);
        return html`<figure>
          <img
            src=${url}
            srcset="${small.url} ${small.width}w, ${url} ${width}w"
            sizes="(min-width: 40rem) 20rem, 100vw"
            alt=${told.text}
            lang=${told.language}
            width=${width}
            height=${height}
            loading="lazy"
          />
          <figcaption class="muted">${messages.photoBy(credit)}</figcaption>
        </figure>`;
      })}
    </div>
  `;
}
