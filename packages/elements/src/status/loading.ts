import type {ReactiveControllerHost} from 'lit';

/** Loads one thing at a time: only the latest question counts, the one before it is aborted. */
export class Loading<Value> {
  /** What came last; stays while something else is on its way. */
  value: Value | null = null;
  /** Why what was asked last can't be had; stays while it is asked again. */
  error: unknown = null;
  isLoading = false;
  /** When what was asked last is there, or can't be had. */
  done: Promise<void> = Promise.resolve();

  readonly #host: ReactiveControllerHost;
  readonly #onFailed: (error: unknown) => void;
  readonly #onLoaded: () => void;
  #question: readonly unknown[] = [];
  #load: (signal: AbortSignal) => PromiseLike<Value | null> = () => Promise.resolve(null);
  #running: AbortController | null = null;

  constructor(host: ReactiveControllerHost, onFailed: (error: unknown) => void = () => {}, onLoaded: () => void = () => {}) {
    this.#host = host;
    this.#onFailed = onFailed;
    this.#onLoaded = onLoaded;
  }

  /** Loads it, unless just that was asked before. */
  ask(question: readonly unknown[], load: (signal: AbortSignal) => PromiseLike<Value | null>): void {
    if (question.length === this.#question.length && question.every((part, index) => part === this.#question[index])) return;
    this.#question = question;
    this.#load = load;
    this.error = null;
    this.done = this.retry();
  }

  async retry(): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.isLoading = true;
    this.#host.requestUpdate();
    const [value, error] = await this.#load(running.signal).then(
      (loaded) => [loaded, null] as const,
      (reason: unknown) => [null, reason] as const,
    );
    if (running !== this.#running) return;
    [this.value, this.error, this.isLoading] = [value, error, false];
    this.#host.requestUpdate();
    if (error) this.#onFailed(error);
    else if (value !== null) this.#onLoaded();
  }
}
