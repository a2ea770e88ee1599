import type {Label} from '@buurtkit/sdk/vocabularies';
import type {FieldOptions, FormField, FormMessages, Language} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';

/** Words of the vocabularies that a form names. */
export type FormVocabularies = Partial<Record<Extract<FieldOptions, {vocabulary: string}>['vocabulary'], Readonly<Record<string, Label>>>>;

type FieldModel = {
  value: string;
  /** What is wrong with it, in words. */
  error: string | null;
  words: FormMessages;
  language: Language;
  vocabularies: FormVocabularies;
  onInput: (value: string) => void;
  /** The reader is done with it, for now. */
  onLeave: () => void;
};

export const idOfField = (name: string): string => `field-${name}`;

/** One question: its label above, then the hint, what is wrong, and the field itself. */
export function formField(field: FormField, model: FieldModel): TemplateResult {
  const {name, kind, label, hint, isRequired} = field;
  const {error, words} = model;
  const id = idOfField(name);
  const isCheckbox = kind === 'checkbox';
  return html`
    <div class="field" part="field" data-field=${name}>
      ${
        isCheckbox
          ? html`<label class="check">${control(field, model)} ${label}</label>`
          : html`<label for=${id}>${label}${isRequired ? nothing : html` <span class="muted">(${words.optional})</span>`}</label>`
      }
      ${hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : nothing}
      ${
        error
          ? html`<p class="field-error" id="${id}-error">
              <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3 2 21h20L12 3Zm0 6v6m0 2.5v.5" /></svg>
              <span>${error}</span>
            </p>`
          : nothing
      }
      ${isCheckbox ? nothing : control(field, model)}
    </div>
  `;
}

const inputTypes = {text: 'text', email: 'email', phone: 'tel', url: 'url'} as const;

function control(field: FormField, {value, error, words, language, vocabularies, onInput, onLeave}: FieldModel): TemplateResult {
  const {name, kind, hint, isRequired = false, maxLength, autocomplete} = field;
  const id = idOfField(name);
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;
  const isInvalid = error ? 'true' : nothing;
  const handleInput = (event: Event) => onInput((event.target as HTMLInputElement).value);
  if (kind === 'checkbox')
    return html`<input
      type="checkbox"
      id=${id}
      name=${name}
      aria-describedby=${told}
      aria-invalid=${isInvalid}
      .checked=${value !== ''}
      @change=${(event: Event) => onInput((event.target as HTMLInputElement).checked ? 'on' : '')}
    />`;
  if (kind === 'multiline')
    return html`<textarea
      class="input"
      id=${id}
      name=${name}
      rows="6"
      maxlength=${maxLength ?? nothing}
      aria-describedby=${told}
      aria-invalid=${isInvalid}
      ?required=${isRequired}
      .value=${value}
      @input=${handleInput}
      @blur=${onLeave}
    ></textarea>`;
  if (kind === 'choice')
    return html`<select
      class="input"
      id=${id}
      name=${name}
      aria-describedby=${told}
      aria-invalid=${isInvalid}
      ?required=${isRequired}
      @change=${handleInput}
      @blur=${onLeave}
    >
      <option value="" .selected=${value === ''}>${words.choose}</option>
      ${optionsOf(field, language, vocabularies).map(
        (option) => html`<option value=${option.value} .selected=${option.value === value}>${option.label}</option>`,
      )}
    </select>`;
  return html`<input
    class="input"
    type=${inputTypes[kind]}
    id=${id}
    name=${name}
    maxlength=${maxLength ?? nothing}
    autocomplete=${autocomplete ?? 'off'}
    aria-describedby=${told}
    aria-invalid=${isInvalid}
    ?required=${isRequired}
    .value=${value}
    @input=${handleInput}
    @blur=${onLeave}
  />`;
}

function optionsOf(
  {options = []}: FormField,
  language: Language,
  vocabularies: FormVocabularies,
): readonly {value: string; label: string}[] {
  if (!('vocabulary' in options)) return options;
  return Object.entries(vocabularies[options.vocabulary] ?? {}).map(([value, label]) => ({value, label: label[language]}));
}
