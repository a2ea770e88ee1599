import type {Client, Community, InitiativeFilters, InitiativeListItem} from '@buurtkit/sdk';
import {formatCount, type InitiativeMessages, type Language, type ListMessages} from '@buurtkit/texts';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {sampleMark} from '../community/community-notes.ts';
import {BuurtFilterChangedEvent, BuurtReadyEvent} from '../events/buurt-events.ts';
import {FilterBar} from '../filters/filter-bar.ts';
import {hasChoices, noFilters, toggle, within, type Filters} from '../filters/filters.ts';
import {StableCounts} from '../filters/stable-counts.ts';
import {moveFocus} from '../focus/move-focus.ts';
import {heading} from '../headings/heading.ts';
import {PagedResults, type LoadedPart} from '../list/paged-results.ts';
import {resultRow} from '../list/result-row.ts';
import type {Announcer} from '../status/announcer.ts';
import {errorEventOf, failure, failureWords} from '../status/failure.ts';
import {initiativeFacets, initiativeFilterGroups} from './initiative-filters.ts';
import {initiativeRow} from './initiative-row.ts';
import type {ReaderChoices} from './reader-choices.ts';

/** What the list is asked for and shown with. */
export type ListModel = {
  client: Client;
  /** What the page itself narrows the list to. */
  base: Filters;
  words: ListMessages & InitiativeMessages;
  language: Language;
  timeZone: string;
  headingLevel: number;
  community: Community | null;
  /** Within a region a thing is named with its community. */
  addressOf: (item: InitiativeListItem) => string;
};

type Host = ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment};

type Surroundings = {
  choices: ReaderChoices;
  announcer: Announcer;
  onOpen: (event: MouseEvent, item: InitiativeListItem) => void;
};

const pageSize = 20;

/** The initiatives that fit what the reader chose, with the filters above them. */
export class InitiativeList {
  readonly results: PagedResults<InitiativeListItem>;

  readonly #host: Host;
  readonly #choices: ReaderChoices;
  readonly #announcer: Announcer;
  readonly #onOpen: Surroundings['onOpen'];
  readonly #filterBar: FilterBar;
  #model!: ListModel;
  #asked: {client: Client; base: string; query: string} | null = null;
  /** What the list that is there was asked with; what was just chosen may be on its way still. */
  #shown: Filters = noFilters;
  #isFilterAct = false;
  #loading: Promise<void> = Promise.resolve();
  #counts = new StableCounts();

  constructor(host: Host, {choices, announcer, onOpen}: Surroundings) {
    this.#host = host;
    this.#choices = choices;
    this.#announcer = announcer;
    this.#onOpen = onOpen;
    this.results = new PagedResults(host, {
      onLoaded: (part, firstNew) => void this.#handleLoaded(part, firstNew),
      onFailed: (error) => this.#handleFailed(error),
    });
    this.#filterBar = new FilterBar(host, {
      onWords: (words) => choices.search(words),
      onToggle: (key, value) => choices.choose(toggle(choices.filters, key, value)),
      onClear: () => choices.choose(noFilters),
      onShow: () => void moveFocus(host, '.status'),
      onFailure: (error) => this.#handleFailed(error),
    });
  }

  /** Asks for what isn't there yet. */
  show(model: ListModel): void {
    this.#model = model;
    const {client} = model;
    const query = {...this.question, facets: initiativeFacets, limit: pageSize};
    const asked = {client, base: JSON.stringify(model.base), query: JSON.stringify(query)};
    const before = this.#asked;
    if (before?.client === client && before.query === asked.query) return;
    this.#asked = asked;
    if (before?.client !== client || before.base !== asked.base) this.#counts = new StableCounts();
    this.#isFilterAct = before?.client === client && before.base === asked.base;
    this.#announcer.sayAfter(1000, model.words.loading);
    this.#loading = this.results.load((cursor, signal) => client.initiatives.list({...query, cursor}, {signal}), {
      isOther: before !== null && before.client !== client,
    });
  }

  /** What fits: the page's filters with what the reader chose. */
  get question(): InitiativeFilters {
    return asQuery(within(this.#model.base, this.#choices.filters));
  }

  render(): TemplateResult {
    const {error, isLoading, total} = this.results;
    const {words, headingLevel, community} = this.#model;
    return html`
      ${this.#renderFilters()}
      <div class="count-line">${heading(headingLevel, this.#countText, 'status')} ${sampleMark(community, words)}</div>
      ${error ? failure({error, messages: words, isRetrying: isLoading, onRetry: () => this.results.retry()}) : nothing}
      ${total === 0 ? this.#renderEmpty() : this.#renderItems()}
    `;
  }

  /** Asks everything again. */
  async refresh(): Promise<void> {
    if (!this.#asked) return;
    this.#asked = null;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#loading;
  }

  /** Shows the words of the address bar again, after Back or Forward. */
  forgetTyping(): void {
    this.#filterBar.forgetTyping();
  }

  #renderFilters(): TemplateResult {
    const {base, community, words, language} = this.#model;
    const groups = initiativeFilterGroups({
      counts: this.#counts.of(this.results.facets),
      chosen: this.#choices.filters,
      base,
      community,
      messages: words,
      language,
    });
    return this.#filterBar.render({
      searchLabel: words.search,
      showLabel: words.showFound(this.results.total),
      words: this.#choices.filters.words,
      groups,
      messages: words,
      language,
    });
  }

  #renderItems(): TemplateResult {
    const {items, next, isLoading} = this.results;
    const {words} = this.#model;
    return html`
      <ul class="list" part="list">
        ${items.map((item) => this.#renderRow(item))}
      </ul>
      ${
        next === null
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

  #renderRow(item: InitiativeListItem): TemplateResult {
    const {addressOf, language, timeZone} = this.#model;
    return resultRow(initiativeRow(item, {address: addressOf(item), language, timeZone}), (event) => this.#onOpen(event, item));
  }

  #renderEmpty(): TemplateResult {
    const {noneFoundHint, noneHint} = this.#model.words;
    return html`<p part="empty">${hasChoices(this.#shown) ? noneFoundHint : noneHint}</p>`;
  }

  get #countText(): string {
    const {total} = this.results;
    const {words} = this.#model;
    const isNarrowed = hasChoices(this.#shown);
    if (total === 0) return isNarrowed ? words.noneFound : words.none;
    return isNarrowed ? words.countFound(total) : words.count(total);
  }

  get #shownText(): string {
    const {items, total} = this.results;
    const {words, language} = this.#model;
    return words.shownOfTotal(formatCount(items.length, language), formatCount(total, language));
  }

  async #handleLoaded(part: LoadedPart, firstNew: number): Promise<void> {
    const wasOnRetry = (this.#host.renderRoot as ShadowRoot).activeElement?.part.contains('retry') ?? false;
    const {total} = this.results;
    const {words} = this.#model;
    this.#shown = this.#choices.filters;
    this.#announcer.silence();
    if (part === 'more') this.#announcer.say(this.#shownText);
    else if (this.#isFilterAct) this.#announcer.say(total ? words.countFound(total) : `${words.noneFound}. ${words.noneFoundHint}`);
    await this.#host.updateComplete;
    if (part === 'more') await moveFocus(this.#host, `.item:nth-child(${firstNew + 1}) .title`);
    else if (this.#isFilterAct) this.#host.dispatchEvent(new BuurtFilterChangedEvent({filters: this.#choices.filters.values, total}));
    else this.#host.dispatchEvent(new BuurtReadyEvent({component: 'initiative-map'}));
    if (wasOnRetry) await moveFocus(this.#host, '.status');
  }

  #handleFailed(error: unknown): void {
    const {title, hint} = failureWords(error, this.#model.words);
    this.#announcer.say(`${title}. ${hint}`);
    this.#host.dispatchEvent(errorEventOf(error));
  }
}

/** The values were read by the API's own vocabularies. */
function asQuery({words, values}: Filters): InitiativeFilters {
  return {...values, ...(words ? {q: words} : {})};
}
