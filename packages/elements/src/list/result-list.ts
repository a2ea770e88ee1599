import type {Community, Reader} from '@buurtkit/sdk';
import {
  formatCount,
  type ChoosingMessages,
  type CountMessages,
  type Language,
  type ListMessages,
  type StatusMessages,
} from '@buurtkit/texts';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {ReaderChoices} from '../choices/reader-choices.ts';
import {sampleMark} from '../community/sample-mark.ts';
import {BuurtFilterChangedEvent, BuurtReadyEvent} from '../events/buurt-events.ts';
import {FilterBar, type FilterGroup} from '../filters/filter-bar.ts';
import {only, toggle, type Filters} from '../filters/filters.ts';
import {StableCounts, type ValueCounts} from '../filters/stable-counts.ts';
import {moveFocus} from '../focus/move-focus.ts';
import {heading} from '../headings/heading.ts';
import type {Announcer} from '../status/announcer.ts';
import {errorEventOf, failure, failureWords} from '../status/failure.ts';
import {PagedResults, type LoadedPart, type ResultPage} from './paged-results.ts';
import {resultRow, type ResultRow} from './result-row.ts';

export type ListWords = ListMessages & Partial<ChoosingMessages> & CountMessages & StatusMessages;

/** What a list is asked for and shown with. */
export type ListModel = {
  client: Reader;
  /** What the page itself narrows the list to. */
  base: Filters;
  words: ListWords;
  language: Language;
  timeZone: string;
  headingLevel: number;
  community: Community | null;
  /** Within a region a thing is named with its community. */
  addressOf: (thing: {slug: string; community: string}) => string;
};

/** What tells one list from another: what is in it, and what can be chosen. */
export type ListKind<Item, Model extends ListModel> = {
  /** Name of the component without `buurt-`. */
  component: string;
  /** What is asked, whatever the page; another question is a new list. */
  question(model: Model): object;
  ask(model: Model, page: {limit: number; cursor: string | undefined}, signal: AbortSignal): PromiseLike<ResultPage<Item>>;
  /** @param hasAny - Whether there is anything to narrow. */
  groups(model: Model, counts: ValueCounts, hasAny: boolean): FilterGroup[];
  row(item: Item, model: Model): ResultRow;
  /** What to do instead with words that are no name. */
  offerFor?(words: string): string | null;
  takeOffer?(words: string): void | Promise<void>;
  openFilter?(key: string, loaded: Promise<void>): void | Promise<void>;
  /** Takes a choice away that is no filter; false when it is one. */
  takeAway?(key: string): boolean;
  /** The page shows something else altogether. */
  forget?(): void;
  take?(items: readonly Item[]): void;
};

type Surroundings<Item> = {
  choices: ReaderChoices;
  announcer: Announcer;
  onOpen: (event: MouseEvent, item: Item) => void;
};

const pageSize = 20;

/** Rows that are drawn at a time: twenty at once would keep a slow phone from answering. */
const atATime = 5;

/** What fits what the reader chose, page by page, with the filters above it. */
export class ResultList<Item, Model extends ListModel> {
  readonly results: PagedResults<Item>;
  readonly filterBar: FilterBar;

  readonly #host: ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment};
  readonly #kind: ListKind<Item, Model>;
  readonly #choices: ReaderChoices;
  readonly #announcer: Announcer;
  readonly #onOpen: Surroundings<Item>['onOpen'];
  #model!: Model;
  #asked: {client: Reader; base: string; query: string} | null = null;
  /** Whether the list that is there shows less than there is; what was just chosen may be on its way still. */
  #isNarrowed = false;
  #isFilterAct = false;
  #loading: Promise<void> = Promise.resolve();
  #counts = new StableCounts();
  /** How many rows may be there by now. */
  #room = 0;

  constructor(
    host: ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment},
    kind: ListKind<Item, Model>,
    {choices, announcer, onOpen}: Surroundings<Item>,
  ) {
    this.#host = host;
    this.#kind = kind;
    this.#choices = choices;
    this.#announcer = announcer;
    this.#onOpen = onOpen;
    this.results = new PagedResults(host, {
      onLoaded: (part, firstNew) => void this.#handleLoaded(part, firstNew),
      onFailed: (error) => this.fail(error),
    });
    this.filterBar = new FilterBar(host, {
      onWords: (words) => choices.search(words),
      onToggle: (key, value) => this.#handleToggle(key, value),
      onOffer: (text) => void kind.takeOffer?.(text),
      onClear: () => choices.clear(),
      onOpen: (key, loaded) => void kind.openFilter?.(key, loaded),
      onShow: () => void moveFocus(host, '.status'),
      onFailure: (error) => this.fail(error),
    });
  }

  /** Asks for what isn't there yet. */
  show(model: Model): void {
    this.#model = model;
    const {client, base, words} = model;
    const asked = {client, base: JSON.stringify(base), query: JSON.stringify(this.#kind.question(model))};
    const before = this.#asked;
    if (before?.client === client && before.query === asked.query) return;
    this.#asked = asked;
    this.#isFilterAct = before?.client === client && before.base === asked.base;
    if (!this.#isFilterAct) {
      this.#counts = new StableCounts();
      this.#kind.forget?.();
    }
    this.#announcer.sayAfter(1000, words.loading);
    const ask = async (cursor: string | undefined, signal: AbortSignal) => {
      // What is chosen is shown with what was found, so that nothing moves afterwards.
      const [page] = await Promise.all([
        this.#kind.ask(model, {limit: pageSize, cursor}, signal),
        this.#choices.isNarrowed && this.filterBar.load().catch((error: unknown) => this.fail(error)),
      ]);
      return page;
    };
    this.#loading = this.results.load(ask, {isOther: before !== null && before.client !== client});
  }

  /** Whether the first rows are all there: only then something stands below them, so that it doesn't jump. */
  get isDrawn(): boolean {
    return this.#room >= pageSize;
  }

  /** The list, or in its place what is the matter. The filters above it are drawn first: both at once would be too long a task. */
  render(): TemplateResult | typeof nothing {
    if (!this.#room) return nothing;
    const {error, isLoading, total} = this.results;
    const {words, headingLevel, community} = this.#model;
    return html`
      <div class="count-line">${heading(headingLevel, this.#countText, 'status')} ${sampleMark(community?.isSample, words)}</div>
      ${error ? failure({error, messages: words, isRetrying: isLoading, onRetry: () => this.results.retry()}) : nothing}
      ${total === 0 ? this.#renderEmpty() : this.#renderItems()}
    `;
  }

  renderFilters(): TemplateResult {
    const {words, language} = this.#model;
    return this.filterBar.render({
      searchLabel: words.search,
      showLabel: words.showFound(this.results.total),
      words: this.#choices.filters.words,
      offerFor: (typed) => this.#kind.offerFor?.(typed) ?? null,
      groups: this.#kind.groups(this.#model, this.#counts.of(this.results.facets), this.results.total > 0 || this.#isNarrowed),
      messages: words,
      language,
    });
  }

  /** Asks everything again. */
  async refresh(): Promise<void> {
    if (!this.#asked) return;
    this.#asked = null;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#loading;
  }

  /** Tells reader and page what could not be loaded. */
  fail(error: unknown): void {
    const {title, hint} = failureWords(error, this.#model.words);
    this.#announcer.say(`${title}. ${hint}`);
    this.#host.dispatchEvent(errorEventOf(error));
  }

  #renderItems(): TemplateResult {
    const {items, next, isLoading} = this.results;
    const {words} = this.#model;
    return html`
      <ul class="list" part="list">
        ${items.slice(0, this.#room).map((item) => resultRow(this.#kind.row(item, this.#model), (event) => this.#onOpen(event, item)))}
      </ul>
      ${
        next === null || !this.isDrawn
          ? nothing
          : html`<p class="more">
              <button
                class="button"
                part="more"
                type="button"
                aria-disabled=${isLoading ? 'true' : nothing}
                @click=${() => this.results.more()}
              >
                ${words.showMore}
              </button>
              <span class="muted">${this.#shownText}</span>
            </p>`
      }
    `;
  }

  #renderEmpty(): TemplateResult {
    const {noneFoundHint, noneHint} = this.#model.words;
    return html`<p part="empty">${this.#isNarrowed ? noneFoundHint : noneHint}</p>`;
  }

  get #countText(): string {
    const {total} = this.results;
    const {words} = this.#model;
    if (total === 0) return this.#isNarrowed ? words.noneFound : words.none;
    return this.#isNarrowed ? words.countFound(total) : words.count(total);
  }

  get #shownText(): string {
    const {items, total} = this.results;
    const {words, language} = this.#model;
    return words.shownOfTotal(formatCount(items.length, language), formatCount(total, language));
  }

  #handleToggle(key: string, value: string): void {
    const {filters} = this.#choices;
    if (this.#kind.takeAway?.(key)) return;
    // There is one time at which something is to be open.
    if (key === 'open') this.#choices.choose(only(filters, key, filters.values[key]?.includes(value) ? null : value));
    else this.#choices.choose(toggle(filters, key, value));
  }

  async #handleLoaded(part: LoadedPart, firstNew: number): Promise<void> {
    const wasOnRetry = (this.#host.renderRoot as ShadowRoot).activeElement?.part.contains('retry') ?? false;
    // Somebody may choose already while these rows are drawn.
    const isFilterAct = this.#isFilterAct;
    const {total, items} = this.results;
    const {words} = this.#model;
    this.#isNarrowed = this.#choices.isNarrowed;
    this.#kind.take?.(items);
    this.#announcer.silence();
    if (part === 'more') this.#announcer.say(this.#shownText);
    else if (isFilterAct) this.#announcer.say(total ? words.countFound(total) : `${words.noneFound}. ${words.noneFoundHint}`);
    await this.#host.updateComplete;
    while (!this.isDrawn || this.#room < items.length) {
      this.#room += atATime;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
    }
    if (part === 'more') await moveFocus(this.#host, `.item:nth-child(${firstNew + 1}) .title`);
    else if (isFilterAct) this.#host.dispatchEvent(new BuurtFilterChangedEvent({filters: this.#choices.filters.values, total}));
    else this.#host.dispatchEvent(new BuurtReadyEvent({component: this.#kind.component}));
    if (wasOnRetry) await moveFocus(this.#host, '.status');
  }
}
