import {ApiError, type Counterparty} from '@buurtkit/sdk';
import {OTHER_PERSON, type FormValues} from '@buurtkit/texts';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Control} from '../form/field-view.ts';
import type {FormFault} from '../form/form.ts';
import {Loading} from '../status/loading.ts';
import type {ActsModel} from './account-acts.ts';

type Found = {number: string; person: Counterparty | null};

/** Whom it is about: somebody from before, or who has the number that was told. Their name shows as soon as it is known. */
export class Person {
  readonly #looking: Loading<Found>;

  constructor(host: ReactiveControllerHost) {
    this.#looking = new Loading<Found>(host);
  }

  /** Who was chosen, or what is wrong with it. */
  async choose(values: FormValues, {people, reader}: ActsModel): Promise<{person: Counterparty} | {faults: FormFault[]}> {
    const {who = OTHER_PERSON, number = ''} = values;
    const known = people.find(({accountId}) => accountId === who);
    const person = known ?? (await this.#find(digitsOf(number), reader));
    return person ? {person} : {faults: [{pointer: '#/number', code: 'unknown'}]};
  }

  render({id, field, value, describedBy, isWrong}: Control, {words, reader}: ActsModel): TemplateResult {
    const digits = digitsOf(value);
    const handleInput = ({target}: Event) => {
      const typed = digitsOf((target as HTMLInputElement).value);
      if (typed.length === field.digits) this.#looking.ask([reader, typed], () => this.#lookUp(typed, reader));
    };
    const found = this.#looking.value?.number === digits ? this.#looking.value : null;
    return html`<input
        class="input digits"
        id=${id}
        name=${field.name}
        inputmode="numeric"
        autocomplete="off"
        required
        aria-describedby=${describedBy}
        aria-invalid=${isWrong ? 'true' : nothing}
        .value=${value}
        @input=${handleInput}
      />
      <p class="person-note" role="status">${found ? (found.person ? words.isPerson(found.person.name) : words.unknownNumber) : ''}</p>`;
  }

  async #find(number: string, reader: ActsModel['reader']): Promise<Counterparty | null> {
    const {value} = this.#looking;
    if (value?.number === number) return value.person;
    return (await this.#lookUp(number, reader)).person;
  }

  async #lookUp(number: string, {accounts}: ActsModel['reader']): Promise<Found> {
    try {
      return {number, person: await accounts.findCounterparty(number)};
    } catch (error) {
      if (error instanceof ApiError && error.code === 'account.not-found') return {number, person: null};
      throw error;
    }
  }
}

function digitsOf(text: string): string {
  return text.replace(/\s/g, '');
}
