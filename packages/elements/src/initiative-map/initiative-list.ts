import type {Reader, Community, InitiativeFilters, InitiativeListItem} from '@buurtkit/sdk';
import {formatCount, type InitiativeMessages, type Language, type ListMessages, type WhereAndWhenMessages} from '@buurtkit/texts';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {sampleMark} from '../community/sample-mark.ts';
import {BuurtFilterChangedEvent, BuurtReadyEvent} from '../events/buurt-events.ts';
import {FilterBar} from '../filters/filter-bar.ts';
import {only, toggle, within, type Filters} from '../filters/filters.ts';
import {StableCounts} from '../filters/stable-counts.ts';
import {moveFocus} from '../focus/move-focus.ts';
import {heading} from '../headings/heading.ts';
import {PagedResults, type LoadedPart} from '../list/paged-results.ts';
import {resultRow} from '../list/result-row.ts';
import type {Announcer} from '../status/announcer.ts';
import {errorEventOf, failure, failureWords} from '../status/failure.ts';
import {addStyles} from '../styles/add-styles.ts';
import {pointOf} from '../where/where.ts';
import {initiativeFacets, initiativeFilterGroups, initiativeFilterRules} from './initiative-filters.ts';
import {initiativeRow} from './initiative-row.ts';
import type {Box, ReaderChoices} from './reader-choices.ts';
import type {WhereAndWhen, WhereAndWhenGroups} from './where-and-when.ts';

/** What the list is asked for and shown with. */
export type ListModel = {
  client: Reader;
  /** What the page itself narrows the list to. */
  base: Filters;
  words: ListMessages & InitiativeMessages;
  /** The page's own words for what is said only after somebody asks. */
  ownWords: Partial<WhereAndWhenMessages>;
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
const postcode = /^[1-9]\d{3} ?[a-z]{2}( \d+ ?\w*)?$/i;

/** The initiatives that fit what the reader chose, with the filters above them. */
export class InitiativeList {
  readonly results: PagedResults<InitiativeListItem>;

  readonly #host: Host;
  readonly #choices: ReaderChoices;
  readonly #announcer: Announcer;
  readonly #onOpen: Surroundings['onOpen'];
  readonly #filterBar: FilterBar;
  #model!: ListModel;
  #asked: {client: Reader; base: string; query: string} | null = null;
  /** Whether the list that is there shows less than there is; what was just chosen may be on its way still. */
  #isNarrowed = false;
  #isFilterAct = false;
  /** Whether there is anything with opening hours; once seen, the button for it stays. */
  #hasHours = false;
  #whereAndWhen: WhereAndWhen | null = null;
  #isPlaceKnown = false;
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
      onToggle: (key, value) => this.#handleToggle(key, value),
      onOffer: (text) => void this.#handlePostcode(text),
      onClear: () => choices.clear(),
      onOpen: (key, loaded) => void this.#handleOpenFilter(key, loaded),
      onShow: () => void moveFocus(host, '.status'),
      onFailure: (error) => this.#handleFailed(error),
    });
  }

  /** Asks for what isn't there yet. */
  show(model: ListModel): void {
    this.#model = model;
    const {client} = model;
    const {sort} = this.#choices.where;
    const {box} = this.#choices;
    const query = {...this.question, ...(box && {bbox: [...box] as Box}), ...(sort && {sort}), facets: initiativeFacets, limit: pageSize};
    const asked = {client, base: JSON.stringify(model.base), query: JSON.stringify(query)};
    const before = this.#asked;
    this.#loadForLink();
    if (before?.client === client && before.query === asked.query) return;
    this.#asked = asked;
    if (before?.client !== client || before.base !== asked.base) [this.#counts, this.#hasHours] = [new StableCounts(), false];
    this.#isFilterAct = before?.client === client && before.base === asked.base;
    this.#announcer.sayAfter(1000, model.words.loading);
    this.#loading = this.results.load((cursor, signal) => client.initiatives.list({...query, cursor}, {signal}), {
      isOther: before !== null && before.client !== client,
    });
  }

  /** What fits: the page's filters with what the reader chose. */
  get question(): InitiativeFilters {
    const {near, radius} = this.#choices.where;
    const point = pointOf(near);
    return {...asQuery(within(this.#model.base, this.#choices.filters)), ...(point && {near: point, radius})};
  }

  render(): TemplateResult {
    const {error, isLoading, total} = this.results;
    const {words, headingLevel, community} = this.#model;
    return html`
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

  /** The filters, above list and map alike. */
  renderFilters(): TemplateResult {
    const {base, community, words, language} = this.#model;
    const counts = this.#counts.of(this.results.facets);
    const chosen = this.#choices.filters;
    const hasAny = this.results.total > 0 || this.#isNarrowed;
    const [near, open, ...others] = this.#whereAndWhenGroups();
    const groups = [
      ...(hasAny ? [near] : []),
      ...(hasAny && !base.values['open'] ? [open] : []),
      ...initiativeFilterGroups({counts, chosen, base, community, messages: words, language}),
      ...others,
    ];
    return this.#filterBar.render({
      searchLabel: words.search,
      showLabel: words.showFound(this.results.total),
      words: chosen.words,
      // A postcode is no name: it is looked for as a place, and stays out of the page's address.
      offerFor: (typed) => (postcode.test(typed) ? words.searchNear(typed) : null),
      groups,
      messages: words,
      language,
    });
  }

  /** Near a place, open now or at a time, and in which order: how to choose those is a part that is fetched when it is asked for. */
  #whereAndWhenGroups(): WhereAndWhenGroups {
    const {words} = this.#model;
    const isChosen = this.#choices.filters.values['open']?.[0] === 'now';
    const openNow = {value: 'now', label: words.openNow, count: null, isChosen, shownAs: this.#hasHours ? ('switch' as const) : undefined};
    const content = () => nothing;
    return (
      this.#whereAndWhen?.groups(words.near, openNow) ?? [
        {key: 'near', label: words.near, isMain: true, options: [], content},
        {key: 'open', label: '', isMain: false, options: [openNow], content},
      ]
    );
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
    const distance = this.#whereAndWhen?.distanceTo(item) ?? null;
    return resultRow(initiativeRow(item, {...this.#model, address: this.#model.addressOf(item), distance}), (event) =>
      this.#onOpen(event, item),
    );
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

  /** A link can hold a point or a time, and then their names are needed. */
  #loadForLink(): void {
    const isAsked = this.#choices.where.near !== null || (this.#choices.filters.values['open'] ?? ['now'])[0] !== 'now';
    if (isAsked && !this.#isPlaceKnown) void this.#loadWhereAndWhen();
    this.#isPlaceKnown = isAsked;
  }

  async #loadWhereAndWhen(): Promise<WhereAndWhen | null> {
    if (this.#whereAndWhen) return this.#whereAndWhen;
    try {
      const {WhereAndWhen, whereAndWhenStyles} = await import('./where-and-when.ts');
      addStyles(this.#host.renderRoot, whereAndWhenStyles);
      this.#whereAndWhen ??= new WhereAndWhen(this.#host, {choices: this.#choices, announcer: this.#announcer, model: () => this.#model});
      this.#host.requestUpdate();
    } catch (error) {
      this.#handleFailed(error);
    }
    return this.#whereAndWhen;
  }

  async #handleOpenFilter(key: string, loaded: Promise<void>): Promise<void> {
    if (key !== 'near' && key !== 'more') return;
    await Promise.all([this.#loadWhereAndWhen(), loaded]);
    if (key === 'near') await moveFocus(this.#host, '#place');
  }

  async #handlePostcode(text: string): Promise<void> {
    this.#filterBar.show('near');
    (await this.#loadWhereAndWhen())?.lookFor(text);
  }

  #handleToggle(key: string, value: string): void {
    const {filters} = this.#choices;
    if (key === 'near') this.#choices.look({near: null});
    else if (key === 'open') this.#choices.choose(only(filters, key, filters.values[key]?.includes(value) ? null : value));
    else this.#choices.choose(toggle(filters, key, value));
  }

  async #handleLoaded(part: LoadedPart, firstNew: number): Promise<void> {
    const wasOnRetry = (this.#host.renderRoot as ShadowRoot).activeElement?.part.contains('retry') ?? false;
    const {total, items} = this.results;
    const {words} = this.#model;
    this.#isNarrowed = this.#choices.isNarrowed;
    this.#hasHours ||= items.some(({opening}) => opening?.openings.length);
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

/** The values were read by the API's own vocabularies; the time that was asked for may have passed since. */
function asQuery({words, values: {open, ...values}}: Filters): InitiativeFilters {
  const moment = open?.find(initiativeFilterRules.open);
  return {...values, ...(moment && {open: moment}), ...(words && {q: words})};
}
