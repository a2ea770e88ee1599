import type {Initiative} from '@buurtkit/sdk';
import type {InitiativeDetailMessages, Language} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {inLanguage} from '../vocabulary/written-by-people.ts';

type Context = {messages: InitiativeDetailMessages; language: Language};

/** The file at the API that the element asks: a page's policy lets in that one, by whatever name it calls it. */
function fileAt(api: string | null, url: string): string {
  return api ? new URL(new URL(url).pathname, api).href : url;
}

/** Photos in one ratio, so that nothing jumps when they come. */
export function photos(all: Initiative['photos'], api: string | null, {messages, language}: Context): TemplateResult | typeof nothing {
  if (!all.length) return nothing;
  return html`
    <div class="photos">
      ${all.map(({url: address, alt, credit, width, height, small}) => {
        const url = fileAt(api, address);
        const told = inLanguage(alt, language);
        return html`<figure>
          <img
            src=${url}
            srcset="${fileAt(api, small.url)} ${small.width}w, ${url} ${width}w"
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
