import type {Plugin} from 'vite';

const CODE = `
export const supportsAdoptingStyleSheets = true;
export class CSSResult {
  _$cssResult$ = true;
  constructor(cssText) {
    this.cssText = cssText;
  }
  get styleSheet() {
    if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.sheet;
  }
  toString() {
    return this.cssText;
  }
}
export const unsafeCSS = (text) => new CSSResult(text);
export const css = (strings, ...values) => unsafeCSS(String.raw({raw: strings}, ...values));
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map((style) => style.styleSheet ?? style);
};
export const getCompatibleStyle = (style) => style;
`;

/**
 * Leaves out of Lit's styles what no browser that runs our elements needs, such as `<style>` elements, and the check of what a
 * developer puts into `css`, which the types do as well.
 */
export function plainStyles(): Plugin {
  return {
    name: 'plain-styles',
    enforce: 'pre',
    load: (id) => (id.endsWith('@lit/reactive-element/css-tag.js') ? CODE : null),
  };
}
