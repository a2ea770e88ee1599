import {initiativeKinds, initiativeStages, type Language} from '@buurtkit/contract';
import {
  formMessages,
  type FieldError,
  type FormDescription,
  type FormField,
  type FormMessages,
  type FormValues,
  type Wording,
} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {Html} from './layout.ts';

type Filled = {
  wording: Wording;
  values: FormValues;
  errors: readonly FieldError[];
  /** What is wrong with the whole of it. */
  notice?: string;
  /** What a form carries that nobody fills in. */
  guards: Html | Promise<Html>;
  /** What stands before the button, and another text for that. */
  before?: Html;
  submit?: string;
};

const vocabularies = {initiativeKinds, initiativeStages};

/** A form on one page: all its steps one below the other, what was filled in kept, and all that is wrong at the top with a link. */
export function formView(form: FormDescription, filled: Filled): Html {
  const {values, errors, notice, guards, before, submit, wording} = filled;
  const words = formMessages[wording.language](wording.addressForm);
  const [only, ...others] = form.steps;
  return html`${notice || errors.length > 0 ? summary(errors, notice, words) : ''}
    <h1>${form.title}</h1>
    ${form.intro.map((text) => html`<p>${text}</p>`)}
    <form class="questions" method="post" novalidate>
      ${guards}
      ${
        only && others.length === 0
          ? only.fields.map((field) => fieldView(field, values, errors, words, wording.language))
          : form.steps.map(
              (step) =>
                html`<fieldset>
                  <legend>${step.title}</legend>
                  ${step.fields.map((field) => fieldView(field, values, errors, words, wording.language))}
                </fieldset>`,
            )
      }
      ${before ?? ''}
      <button type="submit">${submit ?? form.submit}</button>
    </form>`;
}

function summary(errors: readonly FieldError[], notice: string | undefined, words: FormMessages): Html {
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus>
    ${notice ? html`<p>${notice}</p>` : ''}
    ${
      errors.length > 0
        ? html`<h2>${words.errorSummary(errors.length)}</h2>
            <ul>
              ${errors.map(({field, text}) => html`<li><a href="#${field.name}">${field.label}: ${text}</a></li>`)}
            </ul>`
        : ''
    }
  </div>`;
}

function fieldView(field: FormField, values: FormValues, errors: readonly FieldError[], words: FormMessages, language: Language): Html {
  const {name, label, hint, isRequired = false, onlyWhen} = field;
  const error = errors.find((each) => each.field.name === name)?.text;
  const told = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  const attributes = html`${told ? html` aria-describedby="${told}"` : ''}${error ? html` aria-invalid="true"` : ''}${isRequired && !onlyWhen ? html` required` : ''}`;
  const input = control(field, values[name] ?? '', attributes, words, language);
  const isCheckbox = field.kind === 'checkbox';
  return html`<div class="field">
    ${
      isCheckbox
        ? html`<label class="check">${input} ${label}</label>`
        : html`<label for="${name}">${label}${isRequired ? '' : html` <span class="muted">(${words.optional})</span>`}</label>`
    }
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''}
    ${error ? html`<p class="error" id="${name}-error"><span aria-hidden="true">⚠</span> ${error}</p>` : ''} ${isCheckbox ? '' : input}
  </div>`;
}

const inputTypes = {text: 'text', email: 'email', phone: 'tel', url: 'url'} as const;

function control(field: FormField, value: string, attributes: Html, words: FormMessages, language: Language): Html {
  const {name, kind, maxLength, autocomplete} = field;
  const limit = maxLength === undefined ? '' : html` maxlength="${maxLength}"`;
  if (kind === 'checkbox')
    return html`<input type="checkbox" id="${name}" name="${name}" value="on" ${value ? html`checked` : ''} ${attributes} />`;
  if (kind === 'multiline')
    // A browser takes the first line break away.
    return html`<textarea id="${name}" name="${name}" rows="6" ${limit}${attributes}>${value}</textarea>`;
  if (kind === 'choice')
    return html`<select id="${name}" name="${name}" ${attributes}>
      <option value="">${words.choose}</option>
      ${optionsOf(field, language).map(
        (option) => html`<option value="${option.value}" ${option.value === value ? html`selected` : ''}>${option.label}</option>`,
      )}
    </select>`;
  const completed = autocomplete ? html` autocomplete="${autocomplete}"` : '';
  return html`<input type="${inputTypes[kind]}" id="${name}" name="${name}" value="${value}" ${limit}${completed}${attributes} />`;
}

function optionsOf({options = []}: FormField, language: Language): readonly {value: string; label: string}[] {
  if (!('vocabulary' in options)) return options;
  return Object.entries(vocabularies[options.vocabulary]).map(([value, labels]) => ({value, label: labels[language]}));
}
