import type {Initiative, Language} from '@buurtkit/contract';
import {html} from 'hono/html';
import type {Html, Words} from './layout.ts';
import {textIn} from './text-in.ts';

/** Photos with who made them; their size is told, so that nothing jumps. */
export function photosPart(photos: Initiative['photos'], language: Language, words: Words): Html[] {
  return photos.map(
    ({url, alt, credit, width, height}) =>
      html`<figure>
        <img src="${new URL(url).pathname}" alt="${textIn(language, alt)}" width="${width}" height="${height}" loading="lazy" />
        <figcaption class="muted">${words.initiative.photoBy(credit)}</figcaption>
      </figure>`,
  );
}
