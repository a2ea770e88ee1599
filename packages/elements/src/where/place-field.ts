import type {GeoSuggestion, GeoSuggestions} from '@buurtkit/sdk';
import type {WhereAndWhenMessages} from '@buurtkit/texts';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Control} from '../form/field-view.ts';
import type {Announcer} from '../status/announcer.ts';

/** What readers do with the field. */
type PlaceFieldActs = {
  suggest: (q: string, signal: AbortSignal) => PromiseLike<GeoSuggestions>;
  onChoose: (suggestion: GeoSuggestion) => void;
  /** The field was made empty. */
  onEmpty?: () => void;
};

/** How the field is shown. */
type PlaceFieldModel = {
  words: WhereAndWhenMessages;
  /** What was chosen, as the field says it. */
  chosen: string | null;
  /** Given as a question of a form, which has the label above it. */
  asked?: Control;
};

type Outcome = 'none' | 'waiting' | 'found' | 'not-found' | 'incomplete';

const pauseInTyping = 250;
const shortest = 2;
const longest = 100;
const mostPlaces = 5;
const patience = 1000;
const atMost = 5000;

/**
 * A field for a postcode, an address or a town, with the places that the text may mean below it (the combobox with a list of the
 * WAI-ARIA Authoring Practices). What is typed goes to our own API in the body of a request, and nowhere else.
 */
export class PlaceField {
  readonly #host: ReactiveControllerHost;
  readonly #announcer: Announcer;
  readonly #acts: PlaceFieldActs;
  #typed: string | null = null;
  #places: readonly GeoSuggestion[] = [];
  #active = -1;
  #isOpen = false;
  #outcome: Outcome = 'none';
  #running: AbortController | null = null;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #words!: WhereAndWhenMessages;
  #id = 'place';

  constructor(host: ReactiveControllerHost, announcer: Announcer, acts: PlaceFieldActs) {
    this.#host = host;
    this.#announcer = announcer;
    this.#acts = acts;
    host.addController({hostDisconnected: () => this.#stop()});
  }

  render({words, chosen, asked}: PlaceFieldModel): TemplateResult {
    this.#words = words;
    this.#id = asked?.id ?? 'place';
    const isOpen = this.#isOpen && this.#places.length > 0;
    const note = `${this.#id}-note`;
    return html`
      <div class="place-field">
        ${asked ? nothing : html`<label for="place">${words.placeField}</label>`}
        <input
          id=${this.#id}
          name=${asked?.field.name ?? nothing}
          class="input"
          part=${asked ? nothing : 'search'}
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="search"
          maxlength=${longest}
          aria-autocomplete="list"
          aria-expanded=${isOpen}
          aria-controls="${this.#id}-options"
          aria-activedescendant=${isOpen && this.#active >= 0 ? `${this.#id}-${this.#active}` : nothing}
          aria-describedby=${typeof asked?.describedBy === 'string' ? `${asked.describedBy} ${note}` : note}
          aria-invalid=${asked?.isWrong ? 'true' : nothing}
          .value=${this.#typed ?? chosen ?? ''}
          @input=${this.#handleInput}
          @keydown=${this.#handleKey}
          @blur=${this.#close}
        />
        <ul class="places" id="${this.#id}-options" role="listbox" aria-label=${asked?.field.label ?? words.placeField} ?hidden=${!isOpen}>
          ${this.#places.map((place, index) => this.#renderPlace(place, index))}
        </ul>
        <p class="place-note" id=${note}>${this.#note}</p>
      </div>
    `;
  }

  /** Looks for a text that was typed elsewhere. */
  lookFor(text: string): void {
    this.#typed = text;
    void this.#ask(text);
  }

  /** Shows what was chosen again, in place of what was typed since. */
  forget(): void {
    this.#stop();
    [this.#typed, this.#places, this.#active, this.#outcome] = [null, [], -1, 'none'];
    this.#host.requestUpdate();
  }

  #renderPlace(place: GeoSuggestion, index: number): TemplateResult {
    const source = place.source === 'pdok' ? this.#words.fromPdok : this.#words.fromGazetteer;
    // The focus stays in the field when a place is pressed.
    return html`
      <li
        class="place"
        id="${this.#id}-${index}"
        role="option"
        aria-selected=${index === this.#active}
        @pointerdown=${(event: Event) => event.preventDefault()}
        @mousedown=${(event: Event) => event.preventDefault()}
        @click=${() => this.#choose(place)}
      >
        <span>${place.label}</span> <span class="muted place-source">${source}</span>
      </li>
    `;
  }

  get #note(): string {
    const {searchingPlaces, noPlaceFound, addressesUnknown} = this.#words;
    const notes: Record<Outcome, string> = {
      none: '',
      found: '',
      waiting: searchingPlaces,
      'not-found': noPlaceFound,
      incomplete: addressesUnknown,
    };
    return notes[this.#outcome];
  }

  /** Whatever happens to this question, the list goes on as it is. */
  async #ask(text: string): Promise<void> {
    this.#stop();
    const running = new AbortController();
    this.#running = running;
    const isLatest = () => running === this.#running;
    const waiting = setTimeout(() => isLatest() && this.#tell('waiting'), patience);
    const tooLong = Promise.withResolvers<never>();
    const limit = setTimeout(() => tooLong.reject(new Error('The places took too long.')), atMost);
    try {
      const answer = await Promise.race([this.#acts.suggest(text, running.signal), tooLong.promise]);
      if (isLatest()) this.#take(answer.data.filter(isUsable).slice(0, mostPlaces), answer.isComplete);
    } catch {
      if (isLatest()) this.#take([], false);
    } finally {
      clearTimeout(waiting);
      clearTimeout(limit);
      running.abort();
    }
  }

  #take(places: readonly GeoSuggestion[], isComplete: boolean): void {
    [this.#places, this.#active, this.#isOpen] = [places, -1, true];
    const found = places.length ? this.#words.placesFound(places.length) : '';
    this.#tell(!isComplete ? 'incomplete' : places.length ? 'found' : 'not-found', found);
  }

  #tell(outcome: Outcome, found = ''): void {
    this.#outcome = outcome;
    this.#announcer.say([found, this.#note].filter(Boolean).join('. '));
    this.#host.requestUpdate();
  }

  #stop(): void {
    clearTimeout(this.#typing);
    this.#running?.abort();
    this.#running = null;
  }

  #choose(place: GeoSuggestion): void {
    this.forget();
    this.#isOpen = false;
    this.#acts.onChoose(place);
  }

  #move(step: 1 | -1): void {
    if (!this.#places.length) return;
    const start = this.#active < 0 && step < 0 ? 0 : this.#active;
    this.#active = (start + step + this.#places.length) % this.#places.length;
    this.#isOpen = true;
    this.#host.requestUpdate();
  }

  #close = (): void => {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#active = -1;
    this.#host.requestUpdate();
  };

  #handleInput = (event: Event): void => {
    const {value} = event.target as HTMLInputElement;
    this.forget();
    this.#isOpen = false;
    this.#typed = value;
    const text = value.trim();
    if (!text) this.#acts.onEmpty?.();
    else if (text.length >= shortest) this.#typing = setTimeout(() => void this.#ask(text), pauseInTyping);
  };

  #handleKey = (event: KeyboardEvent): void => {
    const isOpen = this.#isOpen && this.#places.length > 0;
    const acts: Record<string, (() => void) | undefined> = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Enter: () => this.#handleEnter(isOpen),
      Escape: isOpen ? this.#close : undefined,
    };
    const act = event.isComposing ? undefined : acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  #handleEnter(isOpen: boolean): void {
    const place = this.#places[Math.max(this.#active, 0)];
    const text = this.#typed?.trim() ?? '';
    if (isOpen && place) this.#choose(place);
    else if (text.length >= shortest) void this.#ask(text);
  }
}

// Also what is no answer of ours is no reason for an error.
function isUsable({label, location}: GeoSuggestion): boolean {
  const [lon, lat] = location?.coordinates ?? [];
  return typeof label === 'string' && Math.abs(lon ?? NaN) <= 180 && Math.abs(lat ?? NaN) <= 90;
}
