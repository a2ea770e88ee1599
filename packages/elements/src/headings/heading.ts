import {html, type TemplateResult} from 'lit';

/** Levels of headings in HTML. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export function isHeadingLevel(level: number): level is HeadingLevel {
  return Number.isInteger(level) && level >= 1 && level <= 6;
}

/** A heading that can be given the focus, at `level` or as deep as HTML goes. */
export function heading(level: number, content: unknown, name: string): TemplateResult {
  switch (level) {
    case 1:
      return html`<h1 class="h1 ${name}" part=${name} tabindex="-1">${content}</h1>`;
    case 2:
      return html`<h2 class="h2 ${name}" part=${name} tabindex="-1">${content}</h2>`;
    case 3:
      return html`<h3 class="h3 ${name}" part=${name} tabindex="-1">${content}</h3>`;
    case 4:
      return html`<h4 class="h4 ${name}" part=${name} tabindex="-1">${content}</h4>`;
    case 5:
      return html`<h5 class="h5 ${name}" part=${name} tabindex="-1">${content}</h5>`;
    default:
      return html`<h6 class="h6 ${name}" part=${name} tabindex="-1">${content}</h6>`;
  }
}
