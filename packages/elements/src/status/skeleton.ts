import {html, type TemplateResult} from 'lit';

const rows = Array.from({length: 5});

/** A quiet picture of the list to come; it appears only when waiting takes longer than a moment (see its style). */
export function skeleton(): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
    ${rows.map(() => html`<div class="skeleton-row"><i></i><i></i><i></i></div>`)}
  </div>`;
}
