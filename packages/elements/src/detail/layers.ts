import type {ReactiveControllerHost} from 'lit';
import {moveFocus} from '../focus/move-focus.ts';

type Host = ReactiveControllerHost & {renderRoot: HTMLElement | DocumentFragment};

/** One thing is opened over another, the first over the list: each time one goes back, the page is where it was left. */
export class Layers {
  readonly #host: Host;
  readonly #returnElsewhere: () => boolean;
  readonly #scrolled: (number | undefined)[] = [];

  /** @param returnElsewhere - Gives the focus back where it was opened, when that isn't in a list. */
  constructor(host: Host, returnElsewhere: () => boolean = () => false) {
    this.#host = host;
    this.#returnElsewhere = returnElsewhere;
  }

  /** Before something is opened; `depth` is 0 for the list. */
  leave(depth: number): void {
    this.#scrolled[depth] = window.scrollY;
  }

  async enter(): Promise<void> {
    await moveFocus(this.#host, '.detail-title', '.back');
  }

  /** @param address - What was open above it. */
  async returnTo(depth: number, address: string | null): Promise<void> {
    await this.#host.updateComplete;
    const top = this.#scrolled[depth];
    if (top !== undefined) window.scrollTo({top, behavior: 'instant'});
    this.#scrolled.length = depth;
    if (this.#returnElsewhere()) return;
    await moveFocus(this.#host, `[data-address="${address}"]`, '.detail-title', '.status');
  }
}
