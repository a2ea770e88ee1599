import {html, type TemplateResult} from 'lit';

/** With what is wrong, which is never told by colour alone. */
export function errorIcon(): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3 2 21h20L12 3Zm0 6v6m0 2.5v.5" /></svg>`;
}
