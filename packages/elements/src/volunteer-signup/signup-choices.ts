import {isAddress} from '../choices/address.ts';
import type {OtherChoices} from '../choices/reader-choices.ts';
import {anywhere, moved, readWhere, writeWhere, type Where} from '../where/where.ts';

/** Where the reader looks, and whether the form of the work that is open (`id`) lies over it, for which shift. */
export class SignupChoices implements OtherChoices {
  where: Where = anywhere;
  /** The shift whose form is open, `any` for work without shifts, null for none. */
  form: string | null = null;

  readonly #step: () => void;

  /** @param step - Writes what was chosen. */
  constructor(step: () => void) {
    this.#step = step;
  }

  read(query: URLSearchParams): void {
    this.where = readWhere(query);
    const shift = query.get('shift');
    this.form = query.get('view') === 'form' ? (isAddress(shift) ? shift : 'any') : null;
  }

  write(query: URLSearchParams): void {
    writeWhere(this.where, query);
    if (this.form === null) return;
    query.set('view', 'form');
    if (this.form !== 'any') query.set('shift', this.form);
  }

  get isNarrowed(): boolean {
    return this.where.near !== null;
  }

  /** Everything but the order. */
  clear(): void {
    this.where = moved(this.where, {near: null});
  }

  look(where: Partial<Where>): void {
    this.where = moved(this.where, where);
    this.#step();
  }
}
