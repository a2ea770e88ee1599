import type {FormValues} from '@buurtkit/texts';
import type {TemplateResult} from 'lit';
import {Configuration} from '../configuration/configuration.ts';
import {Form, type FormModel, type SendOutcome} from '../form/form.ts';
import {submissionWriter} from '../form/submission-writer.ts';
import type {DetailFormsHost, FormName, Subject} from './detail-forms.ts';

export {formStyles} from '../form/form-styles.ts';

/** A form about one thing, that anybody may send. */
export class WrittenForm {
  readonly #configuration: Configuration;
  readonly #name: FormName;
  readonly #subject: Subject;
  readonly #form: Form;

  constructor(host: DetailFormsHost, name: FormName, subject: Subject) {
    this.#configuration = new Configuration(host);
    this.#name = name;
    this.#subject = subject;
    this.#form = new Form(host, name, {send: (values, key) => this.#send(values, key)});
  }

  render(model: FormModel): TemplateResult {
    return this.#form.render(model);
  }

  /** What was sent is done with; what was not is still there. */
  reopen(): void {
    if (this.#form.isSent) this.#form.reset();
  }

  async #send(values: FormValues, idempotencyKey: string): Promise<SendOutcome> {
    const {resource, slug, community} = this.#subject;
    const {submissions} = await submissionWriter(this.#configuration, community);
    const [name, email, text] = ['name', 'email', 'text'].map((field) => (values[field] ?? '').trim()) as [string, string, string];
    if (this.#name === 'message') await submissions.message(slug, {name, email, text}, {idempotencyKey});
    else await submissions.report({resource, slug, text, ...(email && {email})}, {idempotencyKey});
    return 'sent';
  }
}
