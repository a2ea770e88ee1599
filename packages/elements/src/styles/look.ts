import type {Look as LookSettings} from '@buurtkit/sdk';
import type {LitElement, ReactiveController} from 'lit';
import {contrast} from './contrast.ts';

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

const corners = {square: '0px', soft: '4px', round: '16px'};
const spacings = {compact: '0.75', normal: '1', wide: '1.25'};
const readable = 4.5;

/**
 * How a component looks on this page: the page's own tokens, and the five settings of the community where it has none. In a
 * stylesheet of its own, since a strict CSP forbids the style attribute.
 */
export class Look implements ReactiveController {
  readonly #element: LitElement;
  #settings: LookSettings | null = null;
  #sheet: CSSStyleSheet | null = null;
  #written = '';

  constructor(element: LitElement) {
    this.#element = element;
    element.addController(this);
  }

  show(settings: LookSettings | null): void {
    this.#settings = settings;
  }

  hostUpdated(): void {
    const css = `.frame { ${[...(this.#settings ? settingRules(this.#settings) : []), ...this.#pairRules()].join(' ')} }`;
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

function settingRules({accentColor, corner, spacing, button, link}: LookSettings): string[] {
  const rules = [`--_corner: ${corners[corner]};`, `--_spacing: ${spacings[spacing]};`];
  if (link === 'plain') rules.push('--_underline: none;');
  // The value comes over the network: nothing but a colour gets into the sheet.
  if (accentColor && /^#[0-9a-f]{6}$/i.test(accentColor)) {
    const isDark = contrast(accentColor, '#ffffff') >= readable;
    // A light accent is fine for a button, but can't be read as a link on a light page; a dark one neither on a dark page.
    const onLight = isDark ? accentColor : `color-mix(in oklab, ${accentColor}, black 60%)`;
    rules.push(`--_accent: light-dark(${onLight}, color-mix(in oklab, ${accentColor}, white 60%));`);
    rules.push(`--_button: ${accentColor};`, `--_on-button: ${isDark ? '#ffffff' : '#000000'};`);
  }
  if (button === 'outlined') rules.push('--_button: transparent;', '--_on-button: var(--_accent);');
  return rules;
}
