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
