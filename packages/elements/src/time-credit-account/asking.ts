import {creditForm, creditProblem, nameFirst, type FormValues} from '@buurtkit/texts';
import type {TemplateResult} from 'lit';
import {Form, type SendOutcome} from '../form/form.ts';
import type {ActsDeeds, ActsHost, ActsModel} from './account-acts.ts';
import {Person} from './person.ts';

/** Asks somebody for minutes. */
export class Asking {
  readonly #deeds: ActsDeeds;
  readonly #form: Form;
  readonly #person: Person;
  #model!: ActsModel;

  constructor(host: ActsHost, deeds: ActsDeeds) {
    this.#deeds = deeds;
    this.#person = new Person(host);
    this.#form = new Form(host, 'ask', {
      send: (values, idempotencyKey) => this.#send(values, idempotencyKey),
      onSent: () => deeds.onChanged(false),
    });
  }

  render(model: ActsModel): TemplateResult {
    this.#model = model;
    const {wording, credits, words, headingLevel, people} = model;
    const named = people.map(({accountId, kind, name}) => ({accountId, name: nameFirst({kind, name}, words)}));
    return this.#form.render({
      description: creditForm(wording, {act: 'ask', credits: credits.credits, people: named}),
      wording,
      headingLevel,
      controls: {number: (control) => this.#person.render(control, this.#model)},
      problemNotice: ({code}) => creditProblem(code, words),
    });
  }

  forgetDone(): void {
    if (this.#form.isSent) this.#form.reset();
  }

  async #send(values: FormValues, idempotencyKey: string): Promise<SendOutcome> {
    try {
      const chosen = await this.#person.choose(values, this.#model);
      if ('faults' in chosen) return chosen;
      const memo = values['memo']?.trim();
      const request = {fromAccountId: chosen.person.accountId, minutes: Number(values['minutes']), ...(memo && {memo})};
      await (await this.#model.writer()).paymentRequests.create(request, {idempotencyKey});
      return 'sent';
    } catch (error) {
      if (this.#deeds.hasEnded(error)) return {lookAt: '.sign-in .form-title'};
      throw error;
    }
  }
}
