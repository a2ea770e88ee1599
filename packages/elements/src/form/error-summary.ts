import type {FieldError, FormField, FormMessages} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../headings/heading.ts';
import {errorIcon} from './error-icon.ts';

type Summary = {
  errors: readonly FieldError[];
  /** What is wrong with the whole of it. */
  notice: string | null;
  /** Of the form. */
  name: string;
  headingLevel: number;
  words: FormMessages;
  onGoTo: (field: FormField) => void;
};

/** All that is wrong, above the form: it takes the focus, and each line leads to its field. */
export function errorSummary({errors, notice, name, headingLevel, words, onGoTo}: Summary): TemplateResult {
  const title = notice ?? words.errorSummary(errors.length);
  const handleClick = (event: Event, field: FormField) => {
    event.preventDefault();
    onGoTo(field);
  };
  return html`
    <div class="notice form-errors" id="${name}-errors" part="error-summary" role="group" aria-label=${title} tabindex="-1">
      ${errorIcon()}
      <div>
        ${errors.length ? heading(headingLevel, title, 'error-summary-title') : html`<p class="notice-title">${title}</p>`}
        ${
          errors.length
            ? html`<ul>
                ${errors.map(
                  ({field, text}) =>
                    html`<li>
                      <a href="#${name}-${field.name}" @click=${(event: Event) => handleClick(event, field)}>${field.label}: ${text}</a>
                    </li>`,
                )}
              </ul>`
            : nothing
        }
      </div>
    </div>
  `;
}
