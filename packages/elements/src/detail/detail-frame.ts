import {html, type TemplateResult} from 'lit';

/** One thing in place of the list, with the way back. */
export function detailFrame({backLabel, content, onClose}: {backLabel: string; content: unknown; onClose: () => void}): TemplateResult {
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return html`
    <article class="detail" part="detail" @keydown=${handleKey}>
      <button class="button plain back" part="back" type="button" @click=${onClose}>
        <svg class="arrow" viewBox="0 0 12 12" aria-hidden="true"><path d="M8 2 4 6l4 4" /></svg>
        ${backLabel}
      </button>
      ${content}
    </article>
  `;
}
