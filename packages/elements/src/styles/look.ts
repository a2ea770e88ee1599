import type {LitElement, ReactiveController} from 'lit';

/** How a component looks on this page. In a stylesheet of its own, since a strict CSP forbids the style attribute. */
export class Look implements ReactiveController {
  readonly #element: LitElement;
  #rules: readonly string[] = [];
  #sheet: CSSStyleSheet | null = null;
  #written = '';

  constructor(element: LitElement) {
    this.#element = element;
    element.addController(this);
  }

  show(rules: readonly string[]): void {
    this.#rules = rules;
  }

  hostUpdate(): void {
    const css = `.frame { ${this.#rules.join(' ')} }`;
    if (css === this.#written) return;
    this.#written = css;
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      const root = this.#element.renderRoot as ShadowRoot;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    }
    this.#sheet.replaceSync(css);
  }
}
