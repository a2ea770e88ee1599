import type {ReactiveControllerHost} from 'lit';
import {hasChoices, noFilters, readFilters, writeFilters, type FilterRules, type Filters} from '../filters/filters.ts';
import {UrlState} from '../url-state/url-state.ts';
import {isAddress} from './address.ts';

/** What a component lets readers choose besides filters. */
export type OtherChoices = {
  read(query: URLSearchParams): void;
  write(query: URLSearchParams): void;
  /** Whether it makes the list shorter. */
  readonly isNarrowed?: boolean;
  /** Makes it no longer so. */
  clear?(): void;
};

type Surroundings = {
  /** Name of the parameter in the address. */
  key: () => string;
  rules: FilterRules;
  /** Called after Back or Forward, with what was open before. */
  onTravel: (before: string | null) => void;
};

/** What the reader chose and opened, kept in the address of the page: each act is a step that Back undoes. */
export class ReaderChoices {
  filters: Filters = noFilters;
  /** The thing that is open, by its address. */
  opened: string | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #url: UrlState;
  readonly #rules: FilterRules;
  readonly #others: OtherChoices;
  /** One act can go on: a word is typed letter by letter, a map moved bit by bit. */
  #goingOn: string | null = null;

  constructor(host: ReactiveControllerHost, others: OtherChoices, {key, rules, onTravel}: Surroundings) {
    this.#host = host;
    this.#others = others;
    this.#rules = rules;
    this.#url = new UrlState(host, key, () => {
      const before = this.opened;
      this.read();
      host.requestUpdate();
      onTravel(before);
    });
  }

  read(): void {
    const query = this.#url.read();
    const address = query.get('id');
    this.opened = isAddress(address) ? address : null;
    this.filters = readFilters(query, this.#rules).filters;
    this.#others.read(query);
    this.#goingOn = null;
  }

  /** Whether the list shows less than there is. */
  get isNarrowed(): boolean {
    return hasChoices(this.filters) || this.#others.isNarrowed === true;
  }

  choose(filters: Filters): void {
    this.filters = filters;
    this.step();
  }

  clear(): void {
    this.filters = noFilters;
    this.#others.clear?.();
    this.step();
  }

  /** A word that is typed letter by letter is one step. */
  search(words: string): void {
    if (words === this.filters.words) return;
    this.filters = {...this.filters, words};
    this.step('typing');
  }

  open(address: string | null): void {
    this.opened = address;
    this.step();
  }

  /** Writes what was chosen. @param act - What this goes on with: the same act again is no new step. */
  step(act: string | null = null): void {
    const query = new URLSearchParams();
    this.#others.write(query);
    writeFilters(this.filters, query);
    if (this.opened !== null) query.set('id', this.opened);
    this.#url.write(query, {isSameStep: act !== null && act === this.#goingOn});
    this.#goingOn = act;
    this.#host.requestUpdate();
  }
}
