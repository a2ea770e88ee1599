import type {Initiative, Language} from '@buurtkit/contract';
import {html} from 'hono/html';
import type {Html, Words} from './layout.ts';
import {textIn} from './text-in.ts';

/** Photos with who made them; their size is told, so that nothing jumps, and a small screen gets the small one. */
export function photosPart(photos: Initiative['photos'], language: Language, words: Words): Html[] {
  return photos.map(({url, small, alt, credit, width, height}) => {
    const [large, little] = [url, small.url].map((address) => new URL(address).pathname);
    return html`<figure>
      <img
        src="${large}"
        srcset="${little} ${small.width}w, ${large} ${width}w"
        sizes="(min-width: 48rem) 44rem, 100vw"
        alt="${textIn(language, alt)}"
        width="${width}"
        height="${height}"
        loading="lazy"
      />
      <figcaption class="muted">${words.initiative.photoBy(credit)}</figcaption>
    </figure>`;
  });
}
