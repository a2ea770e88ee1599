import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Values of a filter with how many there are. */
export type FacetCounts = Readonly<Record<string, readonly {value: string; count: number}[] | undefined>>;

/** A page of a list, as the API answers. */
export type ResultPage<Item> = {data: readonly Item[]; total: number; next: string | null; facets: FacetCounts};

/** Asks for the page that begins at the cursor, or for the first. */
export type PageSource<Item> = (cursor: string | undefined, signal: AbortSignal) => PromiseLike<ResultPage<Item>>;

/** What was just loaded: a whole new list, or more of the same. */
export type LoadedPart = 'first' | 'more';

/**
 * The results of a list that grows by pages. Only the latest question counts: the one before it is aborted, and an answer that
 * still comes is not looked at. What was there stays until something newer is.
 */
export class PagedResults<Item> implements ReactiveController {
  items: readonly Item[] = [];
  total = 0;
  next: string | null = null;
  facets: FacetCounts = {};
  /** Why the last question got no answer; stays while it is asked again. */
  error: unknown = null;
  isLoading = false;
  /** Whether there is anything to show, be it an empty list. */
  hasLoaded = false;

  readonly #host: ReactiveControllerHost;
  readonly #onLoaded: (part: LoadedPart, firstNew: number) => void;
  readonly #onFailed: (error: unknown) => void;
  #source: PageSource<Item> | null = null;
  #cursor: string | undefined;
  #running: AbortController | null = null;
  #wasInterrupted = false;

  constructor(
    host: ReactiveControllerHost,
    {
      onLoaded,
      onFailed,
    }: {
      onLoaded: (part: LoadedPart, firstNew: number) => void;
      onFailed: (error: unknown) => void;
    },
  ) {
    this.#host = host;
    this.#onLoaded = onLoaded;
    this.#onFailed = onFailed;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#source && this.#wasInterrupted) this.retry();
  }

  hostDisconnected(): void {
    this.#wasInterrupted = this.isLoading;
    this.stop();
  }

  /** Asks something new. With `isOther` it is about something else altogether, and nothing of before stays. */
  load(source: PageSource<Item>, {isOther = false} = {}): Promise<void> {
    this.#source = source;
    if (isOther) {
      this.items = [];
      this.hasLoaded = false;
      this.error = null;
    }
    return this.#run(undefined);
  }

  /** Waits for nothing any more. */
  stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.isLoading = false;
  }

  more(): void {
    if (this.next !== null && !this.isLoading) void this.#run(this.next);
  }

  /** Asks the last question again. */
  retry(): void {
    void this.#run(this.#cursor);
  }

  async #run(cursor: string | undefined): Promise<void> {
    if (!this.#source) return;
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#cursor = cursor;
    this.isLoading = true;
    this.#host.requestUpdate();
    try {
      const page = await this.#source(cursor, running.signal);
      if (running === this.#running) this.#take(page, cursor === undefined ? 'first' : 'more');
    } catch (error) {
      if (running === this.#running) this.#fail(error);
    }
  }

  #take(page: ResultPage<Item>, part: LoadedPart): void {
    const firstNew = part === 'first' ? 0 : this.items.length;
    this.items = part === 'first' ? page.data : [...this.items, ...page.data];
    this.total = page.total;
    this.next = page.next;
    if (part === 'first') this.facets = page.facets;
    this.error = null;
    this.isLoading = false;
    this.hasLoaded = true;
    this.#host.requestUpdate();
    this.#onLoaded(part, firstNew);
  }

  #fail(error: unknown): void {
    this.error = error;
    this.isLoading = false;
    this.#host.requestUpdate();
    this.#onFailed(error);
  }
}
