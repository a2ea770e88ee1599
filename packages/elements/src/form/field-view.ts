import {initiativeKinds, initiativeStages} from '@buurtkit/sdk/vocabularies';
import type {FormField, FormMessages, Language} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {errorIcon} from './error-icon.ts';

/** What a control is given: it has the id that its label names, and is described by the hint and the error. */
export type Control = {
  id: string;
  field: FormField;
  value: string;
  describedBy: string | typeof nothing;
  isWrong: boolean;
};

/** Another control than the usual. */
export type ControlView = (control: Control) => TemplateResult;

type Field = {
  id: string;
  value: string;
  error: string | null;
  language: Language;
  words: FormMessages;
  control: ControlView | undefined;
};

const vocabularies = {initiativeKinds, initiativeStages};
const inputTypes = {text: 'text', email: 'email', phone: 'tel', url: 'url'} as const;

/** A question: its label, a hint, what is wrong with it, and where it is answered. */
export function fieldView(field: FormField, {id, value, error, language, words, control}: Field): TemplateResult {
  const {label, hint, isRequired, kind} = field;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;
  const view = control ?? ((given: Control) => plainControl(given, words, language));
  const input = view({id, field, value, describedBy, isWrong: error !== null});
  const isCheckbox = kind === 'checkbox';
  return html`
    <div class="field ${error ? 'wrong' : ''}" part="field">
      ${
        isCheckbox
          ? html`<label class="check">${input} <span>${label}</span></label>`
          : html`<label for=${id}>${label}${isRequired ? nothing : html` <span class="muted optional">(${words.optional})</span>`}</label>`
      }
      ${hint ? html`<p class="hint muted" id="${id}-hint">${hint}</p>` : nothing}
      ${error ? html`<p class="error" id="${id}-error">${errorIcon()} <span>${error}</span></p>` : nothing} ${isCheckbox ? nothing : input}
    </div>
  `;
}

function plainControl({id, field, value, describedBy, isWrong}: Control, words: FormMessages, language: Language): TemplateResult {
  const {name, kind, isRequired = false, maxLength, digits, autocomplete} = field;
  const invalid = isWrong ? 'true' : nothing;
  switch (kind) {
    case 'checkbox':
      return html`<input
        type="checkbox"
        id=${id}
        name=${name}
        .checked=${value !== ''}
        ?required=${isRequired}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
      />`;
    case 'choice':
      return html`<select
        class="input"
        id=${id}
        name=${name}
        ?required=${isRequired}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
      >
        <option value="">${words.choose}</option>
        ${optionsOf(field, language).map(
          (option) => html`<option value=${option.value} .selected=${option.value === value}>${option.label}</option>`,
        )}
      </select>`;
    case 'multiline':
      return html`<textarea
        class="input"
        id=${id}
        name=${name}
        rows="6"
        maxlength=${maxLength ?? nothing}
        ?required=${isRequired}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${value}
      ></textarea>`;
    default:
      return html`<input
        class="input"
        type=${inputTypes[kind]}
        id=${id}
        name=${name}
        maxlength=${maxLength ?? nothing}
        autocomplete=${autocomplete ?? nothing}
        inputmode=${digits ? 'numeric' : nothing}
        ?required=${isRequired}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        .value=${value}
      />`;
  }
}

function optionsOf({options = []}: FormField, language: Language): readonly {value: string; label: string}[] {
  if (!('vocabulary' in options)) return options;
  return Object.entries(vocabularies[options.vocabulary]).map(([value, labels]) => ({value, label: labels[language]}));
}
