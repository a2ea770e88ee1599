import type {ReactiveControllerHost} from 'lit';
import {hasChoices, noFilters, readFilters, writeFilters, type Filters} from '../filters/filters.ts';
import {UrlState} from '../url-state/url-state.ts';
import {anywhere, readWhere, writeWhere, type Where} from '../where/where.ts';
import {initiativeFilterRules} from './initiative-filters.ts';

const addressPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:~[a-z0-9]+(?:-[a-z0-9]+)*)?$/;

/** What a map is shown with; kept in the address for when there is one. */
const mapKeys = ['view', 'at'];

/** What the reader chose and opened, kept in the address of the page: each act is a step that Back undoes. */
export class ReaderChoices {
  filters: Filters = noFilters;
  where: Where = anywhere;
  /** Slug of the initiative that is open, with its community before it (`eemsdelta~buurtsuper`) within a region. */
  opened: string | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #url: UrlState;
  #kept: [string, string][] = [];
  #isTyping = false;

  /**
   * @param key - Name of the parameter in the address.
   * @param onTravel - Called after Back or Forward, with what was open before.
   */
  constructor(host: ReactiveControllerHost, key: () => string, onTravel: (before: string | null) => void) {
    this.#host = host;
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
    this.opened = address !== null && addressPattern.test(address) ? address : null;
    this.filters = readFilters(query, initiativeFilterRules).filters;
    this.where = readWhere(query);
    this.#kept = [...query].filter(([key]) => mapKeys.includes(key));
    this.#isTyping = false;
  }

  /** Whether the list shows less than there is. */
  get isNarrowed(): boolean {
    return hasChoices(this.filters) || this.where.near !== null;
  }

  choose(filters: Filters): void {
    this.filters = filters;
    this.#write({isTyping: false});
  }

  look(where: Partial<Where>): void {
    this.where = {...this.where, ...where};
    // Without a point there is nothing to be far from.
    if (!this.where.near) this.where = {...anywhere, sort: this.where.sort === 'distance' ? null : this.where.sort};
    this.#write({isTyping: false});
  }

  /** Everything but the order. */
  clear(): void {
    this.filters = noFilters;
    this.look({near: null});
  }

  /** A word that is typed letter by letter is one step. */
  search(words: string): void {
    if (words === this.filters.words) return;
    this.filters = {...this.filters, words};
    this.#write({isTyping: true});
  }

  open(address: string | null): void {
    this.opened = address;
    this.#write({isTyping: false});
  }

  #write({isTyping}: {isTyping: boolean}): void {
    const query = new URLSearchParams(this.#kept);
    writeFilters(this.filters, query);
    writeWhere(this.where, query);
    if (this.opened !== null) query.set('id', this.opened);
    this.#url.write(query, {isSameStep: isTyping && this.#isTyping});
    this.#isTyping = isTyping;
    this.#host.requestUpdate();
  }
}
