import type {Block, Inline} from '@buurtkit/sdk';
import {html, type TemplateResult} from 'lit';

/** A text by people, as the server parsed it: paragraphs, lists, links and quotes. */
export function blocks(content: readonly Block[]): TemplateResult[] {
  return content.map((block) => {
    if (block.type === 'quote') return html`<blockquote>${inlines(block.content)}</blockquote>`;
    if (block.type === 'paragraph') return html`<p>${inlines(block.content)}</p>`;
    const items = block.items.map((item) => html`<li>${inlines(item)}</li>`);
    return block.isOrdered
      ? html`<ol>
          ${items}
        </ol>`
      : html`<ul>
          ${items}
        </ul>`;
  });
}

function inlines(content: readonly Inline[]): unknown[] {
  return content.map((inline) =>
    inline.type === 'link' && isSafe(inline.url) ? html`<a href=${inline.url}>${inline.text}</a>` : inline.text,
  );
}

// The server lets nothing else through; a page that shows another server's answers is safe all the same.
function isSafe(address: string): boolean {
  return /^(?:https?|mailto|tel):/i.test(address);
}
