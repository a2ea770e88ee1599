import {html} from 'lit';

/** The name of another thing: a button where it can be opened here. */
export function reference(name: unknown, address: string, onOpen: (() => void) | null): unknown {
  return onOpen
    ? html`<button class="button plain" type="button" data-address=${address} @click=${onOpen}>${name}</button>`
    : html`<span>${name}</span>`;
}
