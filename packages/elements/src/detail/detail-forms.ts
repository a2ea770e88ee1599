import type {Community} from '@buurtkit/sdk';
import {messageForm, reportForm, type FormDescription, type Language, type StatusMessages} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import type {ConfiguredElement} from '../configuration/configuration.ts';
import {moveFocus} from '../focus/move-focus.ts';
import {errorEventOf, failure} from '../status/failure.ts';
import {Loading} from '../status/loading.ts';
import {addStyles} from '../styles/add-styles.ts';
import type {WrittenForm} from './written-form.ts';

/** A thing that one can write about, or to. */
export type Subject = {
  resource: 'initiative' | 'partner';
  slug: string;
  community: string;
  name: string;
  hasContactForm?: boolean;
};

export type FormName = 'message' | 'report';
export type DetailFormsHost = ConfiguredElement & {renderRoot: HTMLElement | DocumentFragment};

type Model = {words: StatusMessages; language: Language; headingLevel: number; community: Community | null};

const descriptions: Record<FormName, typeof reportForm> = {message: messageForm, report: reportForm};

/** Below one thing in full: a message to its people, and what isn’t right about it. The forms come when somebody asks for one. */
export class DetailForms {
  readonly #host: DetailFormsHost;
  readonly #subject: Subject;
  readonly #forms: Record<FormName, Loading<WrittenForm>>;
  #opened: FormName | null = null;

  constructor(host: DetailFormsHost, subject: Subject) {
    this.#host = host;
    this.#subject = subject;
    const loading = () =>
      new Loading<WrittenForm>(
        host,
        (error) => host.dispatchEvent(errorEventOf(error)),
        () => void moveFocus(host, '.detail-forms .form-title'),
      );
    this.#forms = {message: loading(), report: loading()};
  }

  render(model: Model): TemplateResult {
    const names: FormName[] = this.#subject.hasContactForm ? ['message', 'report'] : ['report'];
    return html`
      <div class="detail-forms" @keydown=${keepOpen}>
        <div class="form-buttons">
          ${names.map(
            (name) => html`
              <button
                class="button"
                type="button"
                data-form=${name}
                aria-expanded=${name === this.#opened}
                @click=${() => this.#toggle(name)}
              >
                ${this.#describe(name, model).title}
              </button>
            `,
          )}
        </div>
        ${this.#opened === null ? nothing : this.#renderForm(this.#opened, model)}
      </div>
    `;
  }

  #renderForm(name: FormName, {words, language, headingLevel, community}: Model): unknown {
    const {value, error, isLoading, retry} = this.#forms[name];
    if (error) return failure({error, messages: words, isRetrying: isLoading, onRetry: () => void retry.call(this.#forms[name])});
    return value?.render({
      description: this.#describe(name, {language, community}),
      wording: {language, addressForm: community?.addressForm ?? 'je'},
      headingLevel: headingLevel + 1,
    });
  }

  #describe(name: FormName, {language, community}: Pick<Model, 'language' | 'community'>): FormDescription {
    return descriptions[name]({language, addressForm: community?.addressForm ?? 'je'}, this.#subject);
  }

  #toggle(name: FormName): void {
    this.#opened = this.#opened === name ? null : name;
    this.#host.requestUpdate();
    if (this.#opened === null) return;
    const form = this.#forms[name];
    if (form.value) form.value.reopen();
    form.ask([name], async () => {
      const {WrittenForm, formStyles} = await import('./written-form.ts');
      addStyles(this.#host.renderRoot, formStyles);
      return new WrittenForm(this.#host, name, this.#subject);
    });
  }
}

/** Escape leaves a list or a field; here it would take away what somebody wrote. */
function keepOpen(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
}
