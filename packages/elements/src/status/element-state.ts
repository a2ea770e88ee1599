import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** What a page can style with `:state()`. */
export type StateName = 'loading' | 'ready' | 'empty' | 'error';

/** Shows the page one of four states, for `:state(loading)` and its like. */
export class ElementState implements ReactiveController {
  readonly #internals: ElementInternals;
  readonly #name: () => StateName;
  #shown: StateName | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, name: () => StateName) {
    this.#internals = host.attachInternals();
    this.#name = name;
    host.addController(this);
  }

  hostUpdated(): void {
    const name = this.#name();
    if (name === this.#shown) return;
    // Browsers before 2024 have no custom states; nothing of ours depends on them.
    if (this.#shown) this.#internals.states?.delete(this.#shown);
    this.#internals.states?.add(name);
    this.#shown = name;
  }
}
