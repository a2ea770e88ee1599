import {LitElement, css, html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

/**
 * Tells all components inside it where their data comes from, so that it need not be said on each.
 *
 * @summary Says once where the components inside it get their data.
 * @tag buurt-provider
 * @slot - The part of the page with the components.
 */
export class Provider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** The community whose data is shown, by its slug; a region shows that of all its members. */
  @property({reflect: true}) community: string | null = null;

  /** Address of the API, for example `https://buurt.example.nl`. */
  @property({reflect: true}) api: string | null = null;

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
