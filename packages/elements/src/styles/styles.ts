import {css, type CSSResult} from 'lit';
import {headingScale, token} from './tokens.ts';

/** Type, colour and room: what every component starts from. */
const base = css`
  :host {
    display: block;
    min-inline-size: min(100%, 20rem);
  }
  [hidden] {
    display: none !important;
  }
  .frame {
    --_accent: light-dark(#0b4a7d, #a9d1f7);
    --_button: light-dark(#0b4a7d, #a9d1f7);
    --_on-button: light-dark(#ffffff, #08243b);
    --_focus: currentColor;
    --_on-focus: transparent;
    --_link: ${token('link-color', 'var(--_accent)')};
    --_radius: ${token('border-radius', 'var(--_corner, 4px)', {nl: 'button-border-radius', utrecht: 'button-border-radius', ams: 'button-border-radius'})};
    --_quiet: color-mix(in srgb, currentColor 84%, transparent);
    --_edge: color-mix(in srgb, currentColor 62%, transparent);
    --_line: color-mix(in srgb, currentColor 26%, transparent);
    --_tint: color-mix(in srgb, currentColor 6%, transparent);
    --_space: calc(16px * var(--_spacing, 1));
    container-type: inline-size;
  }
  /* Room for what comes, also before the first update, when there is only the fallback. */
  .frame,
  slot:first-child {
    display: block;
    min-block-size: var(--buurt-reserve, 40rem);
  }
  .root {
    font-family: ${token('font-family', 'inherit', {nl: 'paragraph-font-family', utrecht: 'document-font-family', ams: 'text-font-family'})};
    font-size: max(1em, 16px);
    font-style: normal;
    hyphens: auto;
    letter-spacing: normal;
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-align: start;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    color: ${token('heading-color', 'inherit')};
    font-family: ${token('heading-font-family', 'inherit')};
    font-weight: ${token('heading-font-weight', '700')};
    margin: 0;
    text-wrap: balance;
  }
  p,
  ul,
  ol,
  dl,
  dd,
  blockquote {
    margin: 0;
    padding: 0;
  }
  a {
    color: var(--_link);
    text-decoration-line: var(--_underline, underline);
    text-decoration-thickness: from-font;
    text-underline-offset: 0.15em;
  }
  a:hover {
    text-decoration-line: underline;
    text-decoration-thickness: 2px;
  }
  a,
  button,
  input {
    scroll-margin-block: 5rem;
  }
  :focus-visible {
    border-radius: 2px;
    box-shadow: 0 0 0 2px var(--_on-focus);
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .muted {
    color: var(--_quiet);
  }
  .only-heard {
    clip-path: inset(50%);
    block-size: 1px;
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
  svg {
    fill: none;
    flex: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.75;
  }
  .chevron,
  .cross,
  .arrow {
    block-size: 0.75em;
    inline-size: 0.75em;
  }
  .arrow:dir(rtl) {
    scale: -1 1;
  }
  ${headingScale}
`;

/** Buttons, fields and marks. */
const controls = css`
  .button,
  .input {
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    box-sizing: border-box;
    font: inherit;
    min-block-size: 44px;
  }
  .button {
    align-items: center;
    background: none;
    color: inherit;
    cursor: pointer;
    display: inline-flex;
    gap: 8px;
    padding: 8px 16px;
    text-align: start;
  }
  .button:hover {
    background: var(--_tint);
  }
  .button[aria-disabled] {
    cursor: progress;
  }
  .primary {
    background: var(--_button);
    border-color: var(--_on-button);
    color: var(--_on-button);
    font-weight: 600;
  }
  .primary:hover {
    background: var(--_button);
    text-decoration: underline;
  }
  .plain {
    border: 0;
    color: var(--_link);
    padding-inline: 0;
    text-decoration: var(--_underline, underline);
    text-underline-offset: 0.15em;
  }
  .plain:hover {
    background: none;
    text-decoration: underline 2px;
  }
  .input {
    background: transparent;
    color: inherit;
    inline-size: 100%;
    padding: 8px 12px;
  }
  .badge {
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    display: inline-block;
    font-size: max(0.875em, 14px);
    line-height: 1.4;
    padding: 1px 8px;
  }
  .notice {
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_edge);
    border-radius: var(--_radius);
    display: flex;
    gap: 12px;
    margin-block: var(--_space);
    padding: var(--_space);
  }
  .notice .button {
    margin-block-start: 12px;
  }
  .notice-title {
    font-size: 1.125em;
    font-weight: 600;
  }
  .icon {
    block-size: 1.5em;
    inline-size: 1.5em;
  }
  .skeleton-row {
    border-block-start: 1px solid var(--_line);
    display: grid;
    gap: 12px;
    padding-block: var(--_space);
  }
  .skeleton {
    animation: appear 1ms 300ms both;
  }
  .skeleton i {
    background: var(--_tint);
    block-size: 1em;
    border-radius: var(--_radius);
  }
  .skeleton i:first-child {
    inline-size: 40%;
  }
  .skeleton i:last-child {
    inline-size: 25%;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
`;

/** The search field and the filters. */
const filters = css`
  .filter-bar {
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
    margin-block-end: calc(2 * var(--_space));
  }
  .search {
    display: grid;
    gap: 4px;
    max-inline-size: 30rem;
  }
  .search label {
    font-weight: 600;
    padding: 0;
  }
  .filter-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;

/** The list of things, and the frame of one of them. */
const list = css`
  .detail {
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
  }
  .detail .skeleton {
    inline-size: 100%;
  }
  .lead {
    font-size: 1.125em;
    max-inline-size: 68ch;
  }
  .count-line {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    margin-block-end: 12px;
  }
  .list {
    border-block-end: 1px solid var(--_line);
    list-style: none;
    transition: opacity 150ms 300ms;
  }
  [aria-busy='true'] .list {
    opacity: 0.6;
  }
  .item {
    border-block-start: 1px solid var(--_line);
    display: grid;
    gap: 4px;
    grid-template-columns: minmax(0, 1fr);
    padding-block: var(--_space);
    position: relative;
  }
  .item:hover {
    background: var(--_tint);
    box-shadow:
      -8px 0 0 var(--_tint),
      8px 0 0 var(--_tint);
  }
  .item-title {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
  }
  .title {
    min-inline-size: 0;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.35;
  }
  .title::after {
    content: '';
    inset: 0;
    position: absolute;
  }
  .item-summary {
    max-inline-size: 70ch;
  }
  .item-facts {
    color: var(--_quiet);
    display: flex;
    flex-wrap: wrap;
    font-size: max(0.9375em, 15px);
  }
  .item-facts span:not(:last-child)::after {
    content: '·' / '';
    padding-inline: 0.5em;
  }
  .more {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    margin-block-start: var(--_space);
  }
`;

/** What the reader or the printer asks for. */
const preferences = css`
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .skeleton i {
      border: 1px solid;
    }
    .primary {
      border-color: ButtonText;
    }
    .muted,
    .item-facts {
      color: CanvasText;
    }
  }
`;

export const styles: CSSResult[] = [base, controls, filters, list, preferences];

// Parsed as soon as they are there, which is a task of its own: together with the first element it would be too long a one.
for (const part of styles) void part.styleSheet;
