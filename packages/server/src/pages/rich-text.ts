import type {Block, Inline} from '@buurtkit/contract';
import {html} from 'hono/html';
import type {Html} from './layout.ts';

/** A piece of a text that people wrote, as markup that is right in HTML and in XHTML. */
export function blockPart(block: Block): Html {
  if (block.type === 'paragraph') return html`<p>${block.content.map(inlinePart)}</p>`;
  if (block.type === 'quote') return html`<blockquote><p>${block.content.map(inlinePart)}</p></blockquote>`;
  const items = block.items.map((item) => html`<li>${item.map(inlinePart)}</li>`);
  return block.isOrdered
    ? html`<ol>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

function inlinePart(inline: Inline): Html | string {
  return inline.type === 'link' ? html`<a href="${inline.url}" rel="nofollow noopener">${inline.text}</a>` : inline.text;
}
