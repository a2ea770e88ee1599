import type {CSSResult} from 'lit';

/** Adds the styles of a part that came later. */
export function addStyles(root: HTMLElement | DocumentFragment, {styleSheet}: CSSResult): void {
  if (!(root instanceof ShadowRoot) || !styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
