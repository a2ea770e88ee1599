import type {LitElement, ReactiveController} from 'lit';

/** Two colours that were made for each other, per design system: they are taken together or not at all. */
const pairs = {
  button: [
    ['--buurt-button-background-color', '--buurt-button-color'],
    ['--nl-button-primary-background-color', '--nl-button-primary-color'],
    ['--utrecht-button-primary-action-background-color', '--utrecht-button-primary-action-color'],
    ['--ams-button-primary-background-color', '--ams-button-primary-color'],
  ],
  focus: [
    ['--buurt-focus-color', '--buurt-focus-inverse-color'],
    ['--nl-focus-outline-color', '--nl-focus-inverse-outline-color'],
    ['--utrecht-focus-outline-color', '--utrecht-focus-inverse-outline-color'],
  ],
} as const;

/**
 * How a component looks on this page: the page's own tokens, and the five settings of the community where it has none. In a
 * stylesheet of its own, since a strict CSP forbids the style attribute.
 */
export class Look implements ReactiveController {
  readonly #element: LitElement;
  #settings: readonly string[] = [];
  #sheet: CSSStyleSheet | null = null;
  #written = '';

  constructor(element: LitElement) {
    this.#element = element;
    element.addController(this);
  }

  /** @param settings - The rules that the community's settings come to. */
  show(settings: readonly string[]): void {
    this.#settings = settings;
  }

  // Before anything is rendered: afterwards the page would have to be laid out just to be asked.
  hostUpdate(): void {
    const css = `.frame { ${[...this.#settings, ...this.#pairRules()].join(' ')} }`;
    if (css === this.#written) return;
    this.#written = css;
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      const root = this.#element.renderRoot as ShadowRoot;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    }
    this.#sheet.replaceSync(css);
  }

  #pairRules(): string[] {
    const style = getComputedStyle(this.#element);
    return Object.entries(pairs).flatMap(([name, sources]) => {
      const source = sources.find((pair) => pair.every((property) => style.getPropertyValue(property).trim()));
      return source ? [`--_${name}: var(${source[0]});`, `--_on-${name}: var(${source[1]});`] : [];
    });
  }
}
