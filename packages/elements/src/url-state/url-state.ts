import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Keeps a component's state in the address bar, in one parameter whose value is a query string of its own, so that the page's
 * parameters stay as they are and two components don't collide.
 */
export class UrlState implements ReactiveController {
  readonly #key: () => string;
  readonly #onTravel: () => void;
  #memory: string | null = null;
  #known = '';

  /**
   * @param key - The name of the parameter.
   * @param onTravel - Called when Back or Forward brought another state.
   */
  constructor(host: ReactiveControllerHost, key: () => string, onTravel: () => void) {
    this.#key = key;
    this.#onTravel = onTravel;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#handleTravel);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#handleTravel);
  }

  read(): URLSearchParams {
    this.#known = this.#memory ?? new URLSearchParams(window.location.search).get(this.#key()) ?? '';
    return new URLSearchParams(this.#known);
  }

  /** Writes the state as a new step of the history, or over the last one while one act goes on (typing a word). */
  write(state: URLSearchParams, {isSameStep = false} = {}): void {
    const value = state.toString();
    if (value === this.#known) return;
    this.#known = value;
    this.#memory = tryToWrite(this.#key(), value, isSameStep) ? null : value;
  }

  #handleTravel = (): void => {
    const before = this.#known;
    if (window.origin !== 'null') this.#memory = null;
    this.read();
    if (this.#known !== before) this.#onTravel();
  };
}

// A frame without an origin of its own, as CMSs make them, may not write its address; Safari lets nobody do so more than a hundred
// times in half a minute. The state then lives in memory.
function tryToWrite(key: string, value: string, isSameStep: boolean): boolean {
  const {pathname, search, hash} = window.location;
  // Not through URLSearchParams: that would write the page's own parameters anew.
  const parts = search
    .slice(1)
    .split('&')
    .filter((part) => part && nameOf(part) !== key);
  if (value) parts.push(`${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
  const address = `${pathname}${parts.length ? `?${parts.join('&')}` : ''}${hash}`;
  try {
    if (isSameStep) window.history.replaceState(window.history.state, '', address);
    else window.history.pushState(window.history.state, '', address);
    return true;
  } catch {
    return false;
  }
}

function nameOf(part: string): string | undefined {
  return [...new URLSearchParams(part).keys()][0];
}
