/** What a page can style with `:state()`. */
export type StateName = 'loading' | 'ready' | 'empty' | 'error';

/** Shows the page one of four states, for `:state(loading)` and its like. */
export class ElementState {
  readonly #internals: ElementInternals;
  #shown: StateName | undefined;

  constructor(element: HTMLElement) {
    this.#internals = element.attachInternals();
  }

  show(name: StateName): void {
    if (name === this.#shown) return;
    // Browsers before 2024 have no custom states; nothing of ours depends on them.
    if (this.#shown) this.#internals.states?.delete(this.#shown);
    this.#internals.states?.add(name);
    this.#shown = name;
  }
}
