import type {Look} from '@buurtkit/sdk';
import {contrast} from '@buurtkit/texts';

const corners = {square: '0px', soft: '4px', round: '16px'};
const spacings = {compact: '0.75', normal: '1', wide: '1.25'};
const readable = 4.5;

/** What the five settings of a community come to, as rules of a stylesheet. */
export function lookRules({accentColor, corner, spacing, button, link}: Look): string[] {
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

/** The pairs of colours that the page itself has where a component stands, as rules of a stylesheet. */
export function pairRules(element: Element): string[] {
  const style = getComputedStyle(element);
  return Object.entries(pairs).flatMap(([name, sources]) => {
    const source = sources.find((pair) => pair.every((property) => style.getPropertyValue(property).trim()));
    return source ? [`--_${name}: var(${source[0]});`, `--_on-${name}: var(${source[1]});`] : [];
  });
}
