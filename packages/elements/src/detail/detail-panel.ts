import {ApiError, type Reader} from '@buurtkit/sdk';
import type {Language, StatusMessages} from '@buurtkit/texts';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {moveFocus} from '../focus/move-focus.ts';
import {heading} from '../headings/heading.ts';
import {errorEventOf, failure} from '../status/failure.ts';
import {Loading} from '../status/loading.ts';
import {skeleton} from '../status/skeleton.ts';
import {writtenByPeople} from '../vocabulary/written-by-people.ts';

/** Which thing to load. */
export type Opened = {client: Reader; address: string; refreshes: number};

/** What a thing is shown with. */
export type DetailModel = {
  /** What is known of it before: that is shown until the whole is there. */
  listed: {name?: string | undefined; summary?: {nl: string; en?: string | undefined}} | undefined;
  words: StatusMessages;
  language: Language;
  headingLevel: number;
};

/** What came: a thing, or null where several go by its slug, and how that is shown. */
export type Loaded<Thing, Model> = {thing: Thing | null; show: (model: Model) => TemplateResult};

/** One thing in full. */
export class DetailPanel<Thing extends {name: string}, Model extends DetailModel> {
  readonly loading: Loading<Loaded<Thing, Model> & {address: string}>;

  readonly #load: (opened: Opened, signal: AbortSignal) => Promise<Loaded<Thing, Model>>;
  #address: string | null = null;

  constructor(
    host: ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment},
    load: (opened: Opened, signal: AbortSignal) => Promise<Loaded<Thing, Model>>,
    {onLoaded, onFailed}: {onLoaded?: () => void; onFailed?: (error: unknown) => void} = {},
  ) {
    this.#load = load;
    const handleFailed = (error: unknown) => {
      host.dispatchEvent(errorEventOf(error));
      onFailed?.(error);
    };
    const handleLoaded = () => {
      const wasOnRetry = (host.renderRoot as ShadowRoot).activeElement?.part.contains('retry');
      if (wasOnRetry) void moveFocus(host, '.detail-title');
      onLoaded?.();
    };
    this.loading = new Loading(host, handleFailed, handleLoaded);
  }

  /** Loads what was opened; null for nothing, and what was open last is still there when it is opened again. */
  show(opened: Opened | null): void {
    this.#address = opened?.address ?? null;
    if (opened)
      this.loading.ask(Object.values(opened), async (signal) => ({...(await this.#load(opened, signal)), address: opened.address}));
    else if (this.loading.error) this.loading.ask([], () => Promise.resolve(null));
  }

  /** What is open, once it is there. */
  get thing(): Thing | null {
    return this.#loaded?.thing ?? null;
  }

  render(model: Model): TemplateResult {
    const loaded = this.#loaded;
    if (loaded?.thing === null) return loaded.show(model);
    const name = loaded?.thing.name ?? model.listed?.name;
    // The heading stays the same one when the rest arrives: it may have the focus.
    return html`
      ${name === undefined ? nothing : heading(model.headingLevel, name, 'detail-title')}
      ${loaded ? loaded.show(model) : this.#renderWaiting(model)}
    `;
  }

  #renderWaiting({listed, language, words}: Model): TemplateResult {
    const {error, isLoading} = this.loading;
    const onRetry = () => void this.loading.retry();
    return html`
      ${listed?.summary ? html`<p class="lead">${writtenByPeople(listed.summary, language)}</p>` : nothing}
      ${error ? failure({error, messages: words, isRetrying: isLoading, onRetry}) : skeleton()}
    `;
  }

  /** While the same is loaded anew it stays. */
  get #loaded(): (Loaded<Thing, Model> & {address: string}) | null {
    const {value} = this.loading;
    return value?.address === this.#address ? value : null;
  }
}

/** @throws {unknown} What it was given, unless that names others by the same slug. */
export function addressesOf(error: unknown): readonly string[] {
  if (error instanceof ApiError && error.problem.addresses) return error.problem.addresses;
  throw error;
}
