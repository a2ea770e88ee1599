import type {ReactiveControllerHost} from 'lit';
import {moveFocus} from '../focus/move-focus.ts';

type Host = ReactiveControllerHost & {renderRoot: HTMLElement | DocumentFragment};

/** What is open, the first over the list and each over the one before; none is the list itself. */
export type Path = readonly string[];

/** Things are opened over each other: whoever goes back finds the page as it was left. */
export class Layers {
  readonly #host: Host;
  readonly #returnElsewhere: () => boolean;
  readonly #left = new Map<string, {top: number; address: string}>();

  /** @param returnElsewhere - Gives the focus back where something was opened, when that isn't in a list. */
  constructor(host: Host, returnElsewhere: () => boolean = () => false) {
    this.#host = host;
    this.#returnElsewhere = returnElsewhere;
  }

  /** Remembers where the reader was, before something is opened. */
  leave(path: Path, address: string): void {
    this.#left.set(path.join(' '), {top: window.scrollY, address});
  }

  /** Gives the focus to what was opened, or to what it was opened from. */
  async follow(before: Path, now: Path): Promise<void> {
    const name = now.join(' ');
    const left = this.#left.get(name);
    const isBack = now.length < before.length && now.every((address, depth) => address === before[depth]);
    if (!left && !isBack) return moveFocus(this.#host, '.detail-title', '.back');
    this.#left.delete(name);
    await this.#host.updateComplete;
    if (left) window.scrollTo({top: left.top, behavior: 'instant'});
    if (this.#returnElsewhere()) return;
    await moveFocus(this.#host, `[data-address="${left?.address ?? before[now.length]}"]`, '.detail-title', '.status');
  }
}
