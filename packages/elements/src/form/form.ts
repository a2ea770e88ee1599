import {ApiError, ConnectionError} from '@buurtkit/sdk';
import {
  faultOfField,
  faultsOfForm,
  fieldErrors,
  formMessages,
  isAsked,
  type FieldError,
  type FormDescription,
  type FormField,
  type FormMessages,
  type FormValues,
  type Wording,
} from '@buurtkit/texts';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {moveFocus} from '../focus/move-focus.ts';
import {heading} from '../headings/heading.ts';
import {Announcer} from '../status/announcer.ts';
import {errorEventOf} from '../status/failure.ts';
import {errorSummary} from './error-summary.ts';
import {fieldView, type ControlView} from './field-view.ts';
import {newKey} from './new-key.ts';

/** What is wrong, as the API or our own rules have it. */
export type FormFault = Parameters<typeof fieldErrors>[1][number];

/** What came of sending: it is sent, something is wrong with it, or there is something to look at first, which gets the focus. */
export type SendOutcome = 'sent' | {faults: readonly FormFault[]} | {lookAt: string};

/** What a form does. */
export type FormActs = {
  /** @param idempotencyKey - The same for the same values, until there was an answer: so a repeat happens once. */
  send: (values: FormValues, idempotencyKey: string) => Promise<SendOutcome>;
  /** It was sent, and that is shown. */
  onSent?: () => void;
};

/** How a form is shown. */
export type FormModel = {
  description: FormDescription;
  wording: Wording;
  headingLevel: number;
  /** What the fields hold before anything is filled in. */
  start?: FormValues;
  /** Controls that do more than the usual, by the names of their fields. */
  controls?: Readonly<Record<string, ControlView>>;
  /** Stands above the button that sends it. */
  before?: unknown;
  /** What that button says instead of the usual. */
  submit?: string;
  /** Other words for what is going on, or went wrong. */
  words?: Partial<FormMessages>;
  /** What to say of a fault of no field, or when the API says no; null for the usual. */
  faultNotice?: (fault: FormFault) => string | null;
  problemNotice?: (error: ApiError) => string | null;
};

type Host = ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment};

const patience = 1000;

/**
 * A form from its description. It asks step by step, says what is wrong when a field is left after a change and when a step is
 * done, sends once per press, and keeps what was filled in until it has arrived.
 */
export class Form {
  isSent = false;

  readonly #host: Host;
  readonly #acts: FormActs;
  readonly #announcer: Announcer;
  /** Before each id, since two forms can be in one component. */
  readonly #name: string;
  #start: FormValues = {};
  #values: Record<string, string> = {};
  #errors: readonly FieldError[] = [];
  /** What is told above the form: everything wrong, when somebody wanted to go on. */
  #told: {errors: readonly FieldError[]; notice: string | null} | null = null;
  #step = 0;
  #isSending = false;
  #isPressing = false;
  readonly #changed = new Set<string>();
  #attempt: {values: string; key: string} | null = null;
  #model!: FormModel;

  constructor(host: Host, name: string, acts: FormActs) {
    this.#host = host;
    this.#name = name;
    this.#acts = acts;
    this.#announcer = new Announcer(host);
  }

  /** What was filled in, and what stood there before where nothing was. */
  get values(): FormValues {
    return {...this.#start, ...this.#values};
  }

  render(model: FormModel): TemplateResult {
    this.#model = model;
    this.#start = model.start ?? {};
    const {description, headingLevel} = model;
    const {title, intro, sent} = description;
    if (this.isSent)
      return html`<div class="form form-sent">
        ${heading(headingLevel, sent.title, 'form-title')} ${sent.paragraphs.map((text) => html`<p>${text}</p>`)}
      </div>`;
    return html`
      <div class="form">
        ${heading(headingLevel, title, 'form-title')} ${intro.map((text) => html`<p class="form-intro">${text}</p>`)}
        ${
          this.#told
            ? errorSummary({
                ...this.#told,
                name: this.#name,
                headingLevel: headingLevel + 1,
                words: this.#words,
                onGoTo: (field) => void this.#goTo(field),
              })
            : nothing
        }
        <form
          class="form-body"
          part="form"
          novalidate
          @submit=${this.#handleSubmit}
          @input=${this.#handleInput}
          @change=${this.#handleChange}
          @focusout=${this.#handleLeave}
        >
          ${this.#renderStep()} ${this.#renderButtons()}
        </form>
        ${this.#announcer.render()}
      </div>
    `;
  }

  /** Fills in a field as if somebody typed it. */
  fill(name: string, value: string): void {
    this.#values[name] = value;
    this.#changed.add(name);
    this.#check(name);
  }

  /** Begins anew, with nothing filled in. */
  reset(): void {
    [this.#values, this.#errors, this.#told, this.#step, this.#attempt, this.isSent] = [{}, [], null, 0, null, false];
    this.#changed.clear();
    this.#host.requestUpdate();
  }

  #renderStep(): TemplateResult {
    const {description, headingLevel} = this.#model;
    const {steps} = description;
    const {values} = this;
    const later = steps.slice(this.#step + 1).map(({title}) => title);
    return html`
      ${
        steps.length > 1
          ? html`<div class="form-step">
              ${heading(headingLevel + 1, `${this.#words.stepOf(this.#step + 1, steps.length)}: ${this.#now.title}`, 'step-title')}
              ${later.length ? html`<p class="muted">${this.#words.stillToCome(later)}</p>` : nothing}
            </div>`
          : nothing
      }
      ${repeat(
        this.#now.fields.filter((field) => isAsked(field, values)),
        ({name}) => name,
        (field) =>
          fieldView(field, {
            id: `${this.#name}-${field.name}`,
            value: values[field.name] ?? '',
            error: this.#errors.find((error) => error.field.name === field.name)?.text ?? null,
            language: this.#model.wording.language,
            words: this.#words,
            control: this.#model.controls?.[field.name],
          }),
      )}
    `;
  }

  #renderButtons(): TemplateResult {
    const {description, submit, before} = this.#model;
    const words = this.#words;
    const label = this.#isLast ? (submit ?? description.submit) : words.next;
    return html`
      ${this.#isLast ? (before ?? nothing) : nothing}
      <div class="form-buttons" @pointerdown=${this.#handlePointerDown}>
        <button class="button primary" part="submit" type="submit" aria-disabled=${this.#isSending ? 'true' : nothing}>
          ${this.#isSending ? words.sending : label}
        </button>
        ${this.#step > 0 ? html`<button class="button" type="button" data-act="back" @click=${this.#handleBack}>${words.back}</button>` : nothing}
      </div>
    `;
  }

  get #words(): FormMessages {
    const {wording, words} = this.#model;
    return {...formMessages[wording.language](wording.addressForm), ...words};
  }

  get #now(): FormDescription['steps'][number] {
    return this.#model.description.steps[this.#step]!;
  }

  get #isLast(): boolean {
    return this.#step === this.#model.description.steps.length - 1;
  }

  #errorsOf(faults: readonly FormFault[]): readonly FieldError[] {
    return fieldErrors(this.#model.description, faults, this.#model.wording);
  }

  /** Looks at one field again, and at what is told of it above the form. */
  #check(name: string): void {
    const {steps} = this.#model.description;
    const field = steps.flatMap(({fields}) => fields).find((one) => one.name === name);
    if (!field) return;
    const code = faultOfField(field, this.values);
    const others = this.#errors.filter((error) => error.field.name !== name);
    this.#errors = code === null ? others : [...others, ...this.#errorsOf([{pointer: field.pointer, code}])];
    this.#host.requestUpdate();
  }

  async #goOn(): Promise<void> {
    if (this.#isSending) return;
    const {description} = this.#model;
    const asked = this.#isLast ? description : {...description, steps: [this.#now]};
    const faults = faultsOfForm(asked, this.values);
    if (faults.length) return this.#tell(this.#errorsOf(faults), null);
    [this.#told, this.#errors] = [null, []];
    if (this.#isLast) return this.#send();
    await this.#show(this.#step + 1);
  }

  async #send(): Promise<void> {
    const {values} = this;
    const written = JSON.stringify(values);
    if (this.#attempt?.values !== written) this.#attempt = {values: written, key: newKey()};
    this.#isSending = true;
    this.#announcer.sayAfter(patience, this.#words.sending);
    this.#host.requestUpdate();
    const outcome = await this.#acts.send(values, this.#attempt.key).catch((error: unknown) => this.#failed(error));
    this.#isSending = false;
    this.#announcer.silence();
    this.#host.requestUpdate();
    if (outcome === 'sent') return this.#arrived();
    if ('notice' in outcome) return this.#tell([], outcome.notice);
    if ('lookAt' in outcome) return moveFocus(this.#host, outcome.lookAt);
    await this.#tellFaults(outcome.faults);
  }

  /** What is known not to have happened is sent under another name when it is sent again. */
  #failed(error: unknown): {faults: readonly FormFault[]} | {notice: string} {
    const words = this.#words;
    if (error instanceof ApiError && error.status < 500 && error.code !== 'idempotency.in-flight') this.#attempt = null;
    if (error instanceof ApiError && error.errors.length)
      return {faults: error.errors.flatMap(({pointer, code}) => (pointer === undefined ? [] : [{pointer, code}]))};
    this.#host.dispatchEvent(errorEventOf(error));
    if (error instanceof ConnectionError) return {notice: words.connectionLost};
    if (!(error instanceof ApiError)) return {notice: words.failed};
    const own = this.#model.problemNotice?.(error);
    return {notice: own ?? (error.status === 429 ? words.tooBusy : words.failed)};
  }

  async #tellFaults(faults: readonly FormFault[]): Promise<void> {
    const errors = this.#errorsOf(faults);
    const notices = faults.flatMap((fault) => this.#model.faultNotice?.(fault) ?? []);
    await this.#tell(errors, notices[0] ?? (errors.length ? null : this.#words.failed));
  }

  async #tell(errors: readonly FieldError[], notice: string | null): Promise<void> {
    this.#errors = errors;
    this.#told = {errors, notice};
    this.#host.requestUpdate();
    await moveFocus(this.#host, `#${this.#name}-errors`);
  }

  async #arrived(): Promise<void> {
    this.reset();
    this.isSent = true;
    await moveFocus(this.#host, '.form-sent .form-title');
    this.#acts.onSent?.();
  }

  async #show(step: number): Promise<void> {
    this.#step = step;
    this.#host.requestUpdate();
    await moveFocus(this.#host, '.form-step .step-title');
  }

  async #goTo({name}: FormField): Promise<void> {
    this.#step = this.#model.description.steps.findIndex(({fields}) => fields.some((field) => field.name === name));
    this.#host.requestUpdate();
    await moveFocus(this.#host, `#${this.#name}-${name}`);
  }

  #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#goOn();
  };

  #handleBack = (): void => {
    if (this.#isSending) return;
    this.#told = null;
    void this.#show(this.#step - 1);
  };

  #handleInput = ({target}: Event): void => {
    const control = target as HTMLInputElement;
    if (!control.name) return;
    this.#values[control.name] = control.type === 'checkbox' ? (control.checked ? 'on' : '') : control.value;
    this.#changed.add(control.name);
    this.#host.requestUpdate();
  };

  /** A choice is made at once, a text is ready when its field is left. */
  #handleChange = ({target}: Event): void => {
    const {name, type} = target as HTMLInputElement;
    if (type === 'checkbox' || type === 'select-one') this.#check(name);
  };

  #handleLeave = ({target}: FocusEvent): void => {
    const {name} = target as HTMLInputElement;
    // Who presses a button is told by that; a line that appears meanwhile would move it from under the finger.
    if (!this.#isPressing && this.#changed.delete(name)) this.#check(name);
  };

  #handlePointerDown = (): void => {
    this.#isPressing = true;
    const release = () => (this.#isPressing = false);
    window.addEventListener('pointerup', release, {once: true});
    window.addEventListener('pointercancel', release, {once: true});
  };
}
