import {fieldErrors, formMessages, isAsked, type FieldError, type FormDescription, type FormField, type Wording} from '@buurtkit/texts';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {moveFocus} from '../focus/move-focus.ts';
import {heading} from '../headings/heading.ts';
import {formField, idOfField, type FormVocabularies} from './form-field.ts';

type Host = ReactiveControllerHost & {renderRoot: HTMLElement | DocumentFragment};

/** What a form is shown with. */
export type FormModel = {
  form: FormDescription;
  wording: Wording;
  headingLevel: number;
  isSending: boolean;
  vocabularies?: FormVocabularies;
  /** What stands above the last button: something to see before it is pressed. */
  before?: TemplateResult | typeof nothing;
};

/** As the API says it: where, and what. */
export type FormFaults = Parameters<typeof fieldErrors>[1];

type FormActs = {
  /** All that is wrong with what was filled in. */
  faultsOf: (form: FormDescription, values: Readonly<Record<string, string>>) => FormFaults;
  /** Called when nothing is wrong any more; never while something is being sent. */
  onSend: () => void;
  onInput?: (field: FormField) => void;
};

/**
 * A form that somebody fills in, step by step. It says what is wrong with a field once it was changed and left, and of all fields
 * when they are sent; then its summary takes the focus and leads to each. What was filled in stays until it is thrown away.
 */
export class FilledForm {
  values: Record<string, string> = {};

  readonly #host: Host;
  readonly #acts: FormActs;
  readonly #changed = new Set<string>();
  #step = 0;
  #errors: readonly FieldError[] = [];
  #notice: string | null = null;
  #hasSummary = false;
  #model!: FormModel;

  constructor(host: Host, acts: FormActs) {
    this.#host = host;
    this.#acts = acts;
  }

  render(model: FormModel): TemplateResult {
    this.#model = model;
    const {form, headingLevel, isSending, before = nothing} = model;
    const step = Math.min(this.#step, form.steps.length - 1);
    const {title, fields} = form.steps[step]!;
    const isLast = step === form.steps.length - 1;
    return html`
      ${heading(headingLevel, form.title, 'detail-title')}
      ${step === 0 ? html`<div class="form-intro">${form.intro.map((text) => html`<p>${text}</p>`)}</div>` : nothing}
      ${this.#renderSummary()}
      <form class="form" part="form" novalidate @submit=${this.#handleSubmit} @keydown=${handleKey}>
        ${
          form.steps.length > 1
            ? heading(headingLevel + 1, `${this.#words.stepOf(step + 1, form.steps.length)}: ${title}`, 'step-title')
            : nothing
        }
        ${fields.filter((field) => isAsked(field, this.values)).map((field) => this.#renderField(field))} ${isLast ? before : nothing}
        <p class="form-buttons">
          <button class="button primary" part="submit" type="submit" aria-disabled=${isSending ? 'true' : nothing}>
            ${isLast ? form.submit : this.#words.next}
          </button>
          ${
            step > 0
              ? html`<button class="button plain" type="button" data-act="step-back" @click=${() => void this.#go(step - 1)}>
                  ${this.#words.back}
                </button>`
              : nothing
          }
        </p>
      </form>
    `;
  }

  /** Shows what the API finds wrong: in the fields that it is about, or for the whole form. */
  async refuse(faults: FormFaults, notice: string | null): Promise<void> {
    const {form, wording} = this.#model;
    this.#errors = fieldErrors(form, faults, wording);
    await this.#showSummary(notice);
  }

  async #showSummary(notice: string | null): Promise<void> {
    this.#notice = notice;
    this.#hasSummary = notice !== null || this.#errors.length > 0;
    this.#host.requestUpdate();
    await moveFocus(this.#host, '.error-summary');
  }

  #renderSummary(): TemplateResult | typeof nothing {
    const errors = this.#errors.filter(({field}) => isAsked(field, this.values));
    if (!this.#hasSummary || (errors.length === 0 && !this.#notice)) return nothing;
    const {headingLevel} = this.#model;
    return html`
      <div class="error-summary" part="error-summary" role="group" aria-labelledby="summary-title" tabindex="-1">
        ${
          errors.length
            ? html`<div id="summary-title">${heading(headingLevel + 1, this.#words.errorSummary(errors.length), 'summary-title')}</div>
                ${this.#notice ? html`<p>${this.#notice}</p>` : nothing}
                <ul>
                  ${errors.map(
                    ({field, text}) =>
                      html`<li>
                        <a href="#${idOfField(field.name)}" @click=${(event: Event) => void this.#handleLink(event, field)}
                          >${field.label}: ${text}</a
                        >
                      </li>`,
                  )}
                </ul>`
            : html`<p id="summary-title">${this.#notice}</p>`
        }
      </div>
    `;
  }

  #renderField(field: FormField): TemplateResult {
    const {wording, vocabularies = {}} = this.#model;
    return formField(field, {
      value: this.values[field.name] ?? '',
      error: this.#errors.find((error) => error.field.name === field.name)?.text ?? null,
      words: this.#words,
      language: wording.language,
      vocabularies,
      onInput: (value) => this.#handleInput(field, value),
      onLeave: () => this.#handleLeave(field),
    });
  }

  get #words() {
    const {language, addressForm} = this.#model.wording;
    return formMessages[language](addressForm);
  }

  #wrong(fields: readonly FormField[]): FieldError[] {
    const {form, wording} = this.#model;
    const names = fields.map(({name}) => name);
    return fieldErrors(form, this.#acts.faultsOf(form, this.values), wording).filter(({field}) => names.includes(field.name));
  }

  async #go(step: number): Promise<void> {
    this.#step = step;
    this.#hasSummary = false;
    this.#notice = null;
    this.#host.requestUpdate();
    await moveFocus(this.#host, '.step-title');
  }

  #handleInput(field: FormField, value: string): void {
    this.values = {...this.values, [field.name]: value};
    this.#changed.add(field.name);
    this.#acts.onInput?.(field);
    this.#host.requestUpdate();
  }

  #handleLeave(field: FormField): void {
    if (!this.#changed.has(field.name)) return;
    this.#errors = [...this.#errors.filter((error) => error.field.name !== field.name), ...this.#wrong([field])];
    this.#host.requestUpdate();
  }

  #handleSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const {form, isSending} = this.#model;
    if (isSending) return;
    const step = Math.min(this.#step, form.steps.length - 1);
    const isLast = step === form.steps.length - 1;
    this.#errors = this.#wrong(isLast ? form.steps.flatMap(({fields}) => fields) : form.steps[step]!.fields);
    if (this.#errors.length > 0) return this.#showSummary(null);
    if (!isLast) return this.#go(step + 1);
    this.#hasSummary = false;
    this.#notice = null;
    this.#acts.onSend();
    this.#host.requestUpdate();
  };

  async #handleLink(event: Event, field: FormField): Promise<void> {
    event.preventDefault();
    this.#step = this.#model.form.steps.findIndex(({fields}) => fields.some(({name}) => name === field.name));
    this.#host.requestUpdate();
    await moveFocus(this.#host, `[id="${idOfField(field.name)}"]`);
  }
}

// Escape leaves what is open; whoever fills in a form didn't ask for that.
function handleKey(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
}
