import {html, raw} from 'hono/html';
import {renderSVG} from 'uqr';
import type {Html} from './layout.ts';

/** Beyond this a code has squares that are too small to be photographed, and at some point can't be made at all. */
const longestInCode = 300;

/** Where a page is, for who has it on paper: to read, and for the camera of a phone. */
export function printedAddress(address: string): Html {
  const code = address.length > longestInCode ? '' : raw(renderSVG(address, {border: 1, pixelSize: 1}));
  return html`<p class="on-paper printed-address">${code} <span>${address}</span></p>`;
}
