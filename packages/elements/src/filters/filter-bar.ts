import type {ChoosingMessages, Language, ListMessages} from '@buurtkit/texts';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {addStyles} from '../styles/add-styles.ts';
import {longestWords} from './filters.ts';

/** One value of a filter, and how many there would be with it; null when that isn't counted. */
export type FilterOption = {
  value: string;
  /** Left out where the words come with the choices. */
  label?: string | undefined;
  /** Among the others, where that isn't by label. */
  place?: number | undefined;
  count: number | null;
  isChosen: boolean;
  /** A `switch` is a button of its own in the row; a `chip` is chosen in the filter's own way, and only taken away as the others are. */
  shownAs?: 'switch' | 'chip' | undefined;
};

/** A filter with its values. The main ones have a button of their own, the rest are behind "more filters". */
export type FilterGroup = {
  key: string;
  label: string;
  isMain: boolean;
  options: readonly FilterOption[];
  /** Another way to choose than from a list of values. */
  content?: () => unknown;
};

/** What the bar shows. */
export type FilterBarModel = {
  searchLabel: string;
  /** On the button that closes the filters and goes to the results. */
  showLabel: string;
  words: string;
  /** What to do instead with words that are no name: they are not looked for, and go nowhere. */
  offerFor: (words: string) => string | null;
  groups: readonly FilterGroup[];
  /** With the page's own words for what is said only once something is chosen. */
  messages: ListMessages & Partial<ChoosingMessages>;
  language: Language;
};

/** What readers do with the bar. */
export type FilterBarActs = {
  onWords: (words: string) => void;
  onToggle: (key: string, value: string) => void;
  /** The reader takes what was offered for the words. */
  onOffer: (words: string) => void;
  onClear: () => void;
  /** A filter was opened, or `more`; its choices are there once `loaded` is done. */
  onOpen: (key: string, loaded: Promise<void>) => void;
  onShow: () => void;
  /** The choices could not be loaded. */
  onFailure: (error: unknown) => void;
};

const pauseInTyping = 250;
const moreFilters = 'more';

/** A search field, a row of filters that open in place, and what is chosen as chips that can be taken away. */
export class FilterBar implements ReactiveController {
  readonly #host: ReactiveControllerHost & {renderRoot: HTMLElement | DocumentFragment};
  readonly #acts: FilterBarActs;
  #choosing: typeof import('./choosing.ts') | null = null;
  #open: string | null = null;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #typed: string | null = null;
  #offerFor: FilterBarModel['offerFor'] = () => null;

  constructor(host: ReactiveControllerHost & {renderRoot: HTMLElement | DocumentFragment}, acts: FilterBarActs) {
    this.#host = host;
    this.#acts = acts;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#typing);
  }

  render(model: FilterBarModel): TemplateResult {
    const {messages, groups} = model;
    const words = this.#typed ?? model.words;
    this.#offerFor = model.offerFor;
    const offer = model.offerFor(words.trim());
    const switches = groups.flatMap(({key, options}) => options.filter(isSwitch).map((option) => ({...option, key})));
    const filled = groups.filter(({options, content}) => content || options.some((option) => !option.shownAs));
    const main = filled.filter(({isMain}) => isMain);
    const rest = filled.filter(({isMain}) => !isMain);
    const panels = main.map((group) => ({key: group.key, label: group.label, groups: [group]}));
    const more = {key: moreFilters, label: messages.moreFilters, groups: rest};
    const open = [...panels, more].find(({key}) => key === this.#open);
    return html`
      <div class="filter-bar" part="filters" @keydown=${this.#handleKey}>
        <form class="search" @submit=${this.#handleSubmit}>
          <label for="words">${model.searchLabel}</label>
          <input
            id="words"
            class="input"
            part="search"
            type="search"
            autocomplete="off"
            enterkeyhint="search"
            maxlength=${longestWords}
            .value=${words}
            @input=${this.#handleTyping}
          />
          ${offer ? html`<button class="button plain" type="submit">${offer}</button>` : nothing}
        </form>
        ${
          filled.length
            ? html`<div class="filter-buttons" role="group" aria-label=${messages.filters}>
                ${panels.map((panel) => this.#renderButton(panel))} ${switches.map((option) => this.#renderSwitch(option))}
                ${rest.length ? this.#renderButton(more) : nothing}
              </div>`
            : nothing
        }
        ${
          open && this.#choosing
            ? this.#choosing.filterPanel(open.groups, {
                showLabel: model.showLabel,
                language: model.language,
                onToggle: (key, value) => this.#act(() => this.#acts.onToggle(key, value)),
                onShow: this.#handleShow,
              })
            : nothing
        }
        ${
          this.#choosing?.filterChips(model, {
            host: this.#host,
            onTake: (key, value) => this.#act(() => this.#acts.onToggle(key, value)),
            onTakeWords: () => this.#act(() => this.#takeWords('')),
            onClear: this.#handleClear,
          }) ?? nothing
        }
      </div>
    `;
  }

  #renderButton({key, label, groups}: {key: string; label: string; groups: readonly FilterGroup[]}): TemplateResult {
    const chosen = groups.flatMap(({options}) => options.filter((option) => option.isChosen && !isSwitch(option))).length;
    return html`
      <button
        class="button filter"
        part="filter"
        type="button"
        data-filter=${key}
        aria-expanded=${this.#open === key}
        aria-controls=${this.#open === key ? 'filter-panel' : nothing}
        @click=${() => this.show(this.#open === key ? null : key)}
      >
        ${label}${chosen ? html` <span class="chosen-count">${chosen}</span>` : nothing}
        <svg class="chevron" viewBox="0 0 12 12" aria-hidden="true"><path d="m2 4 4 4 4-4" /></svg>
      </button>
    `;
  }

  #renderSwitch({key, value, label, isChosen}: FilterOption & {key: string}): TemplateResult {
    return html`
      <button
        class="button filter"
        part="filter"
        type="button"
        aria-pressed=${isChosen}
        @click=${() => this.#act(() => this.#acts.onToggle(key, value))}
      >
        ${isChosen ? html`<svg class="chevron" viewBox="0 0 12 12" aria-hidden="true"><path d="m2 6 3 3 5-6" /></svg>` : nothing} ${label}
      </button>
    `;
  }

  /** Opens a filter, or shuts the one that is open. */
  show(key: string | null): void {
    this.#open = key;
    this.#host.requestUpdate();
    if (key === null) return;
    this.#acts.onOpen(key, this.#choosing ? Promise.resolve() : this.#loadForPanel());
  }

  /** The choices are a part of their own, and so is what shows what was chosen: many readers of a list choose nothing. */
  async load(): Promise<void> {
    this.#choosing ??= await import('./choosing.ts');
    addStyles(this.#host.renderRoot, this.#choosing.choosingStyles);
    this.#host.requestUpdate();
  }

  async #loadForPanel(): Promise<void> {
    try {
      await this.load();
    } catch (error) {
      this.#open = null;
      this.#host.requestUpdate();
      this.#acts.onFailure(error);
    }
  }

  /** Shows the words of the address bar again, after Back or Forward. */
  forgetTyping(): void {
    clearTimeout(this.#typing);
    this.#typed = null;
  }

  /** Words that are still being typed go along with whatever else is done. */
  #act(act: () => void): void {
    if (this.#typed !== null) this.#takeWords(this.#typed);
    act();
  }

  #takeWords(typed: string): void {
    const words = typed.trim();
    this.forgetTyping();
    if (!this.#offerFor(words)) this.#acts.onWords(words);
    this.#host.requestUpdate();
  }

  #handleTyping = (event: Event): void => {
    const {value} = event.target as HTMLInputElement;
    this.#typed = value;
    this.#host.requestUpdate();
    clearTimeout(this.#typing);
    const words = value.trim();
    if (!this.#offerFor(words)) this.#typing = setTimeout(() => this.#acts.onWords(words), pauseInTyping);
  };

  #handleSubmit = (event: Event): void => {
    event.preventDefault();
    const typed = this.#typed?.trim();
    if (typed === undefined) return;
    this.#takeWords(typed);
    if (this.#offerFor(typed)) this.#acts.onOffer(typed);
  };

  #handleShow = (): void => {
    this.show(null);
    this.#acts.onShow();
  };

  #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#open) return;
    event.stopPropagation();
    this.#host.renderRoot.querySelector<HTMLElement>(`[data-filter="${this.#open}"]`)?.focus();
    this.show(null);
  };

  #handleClear = (): void => {
    this.forgetTyping();
    this.#acts.onClear();
    this.#host.renderRoot.querySelector<HTMLElement>('#words')?.focus();
  };
}

function isSwitch({shownAs}: FilterOption): boolean {
  return shownAs === 'switch';
}
