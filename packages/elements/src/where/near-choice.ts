import type {Reader, GeoSuggestion} from '@buurtkit/sdk';
import {formatDistance, type Language, type WhereAndWhenMessages} from '@buurtkit/texts';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Announcer} from '../status/announcer.ts';
import {canLocate, locate} from './my-location.ts';
import {PlaceField} from './place-field.ts';
import {pointOf, roughly, type LonLat, type Where} from './where.ts';

/** What the choice needs to know. */
type NearModel = {client: Reader; where: Where; words: WhereAndWhenMessages; language: Language};

/** The part of the component that keeps the choice. */
type NearActs = {model: () => NearModel; onLook: (where: Partial<Where>) => void};

/** A place as only this page knows it. */
type KnownPlace = {point: LonLat; label: string; shortLabel: string};

const radii = [1000, 2000, 5000, 10_000, 25_000, 50_000];

/**
 * Near which place the reader looks, and how far around it. The exact point and its name stay here, in memory: only the rounded
 * point goes to the API and into the address of the page.
 */
export class NearChoice {
  readonly #host: ReactiveControllerHost;
  readonly #announcer: Announcer;
  readonly #acts: NearActs;
  readonly #field: PlaceField;
  /** By their rounded points, so that Back knows them too. */
  readonly #places = new Map<string, KnownPlace>();
  readonly #canLocate = canLocate();
  #isLocating = false;
  #locationNote = '';

  constructor(host: ReactiveControllerHost, announcer: Announcer, acts: NearActs) {
    this.#host = host;
    this.#announcer = announcer;
    this.#acts = acts;
    this.#field = new PlaceField(host, announcer, {
      suggest: (q, signal) => acts.model().client.places.suggest({q, limit: 5}, {signal}),
      onChoose: (suggestion) => this.#choose(suggestion),
      onEmpty: () => this.#acts.onLook({near: null}),
    });
  }

  /** What is chosen, in a few words: a street or a town, never a house. */
  get label(): string {
    const {where, words, language} = this.#acts.model();
    return words.within(formatDistance(where.radius, language), this.#known?.shortLabel ?? words.chosenPoint);
  }

  /** From where distances are told. */
  get point(): LonLat | null {
    const {near} = this.#acts.model().where;
    return this.#known?.point ?? pointOf(near);
  }

  render(): TemplateResult {
    const {where, words, language} = this.#acts.model();
    return html`
      <div class="near">
        ${this.#field.render({words, chosen: this.#known?.label ?? null})}
        ${
          this.#canLocate
            ? html`<button
                  class="button"
                  type="button"
                  data-act="locate"
                  aria-disabled=${this.#isLocating ? 'true' : nothing}
                  @click=${this.#handleLocate}
                >
                  ${words.useMyLocation}
                </button>
                <p class="near-note">${this.#locationNote}</p>`
            : nothing
        }
        ${
          where.near
            ? html`<label>
                ${words.radius}
                <select class="input" data-field="radius" @change=${this.#handleRadius}>
                  ${[...new Set([...radii, where.radius])]
                    .sort((one, other) => one - other)
                    .map(
                      (radius) =>
                        html`<option value=${radius} .selected=${radius === where.radius}>${formatDistance(radius, language)}</option>`,
                    )}
                </select>
              </label>`
            : nothing
        }
      </div>
    `;
  }

  lookFor(text: string): void {
    this.#field.lookFor(text);
  }

  get #known(): KnownPlace | undefined {
    return this.#places.get(this.#acts.model().where.near ?? '');
  }

  #choose({label, kind, location}: GeoSuggestion): void {
    const isOnesOwn = kind === 'address' || kind === 'postcode';
    this.#look({point: location.coordinates, label, shortLabel: isOnesOwn ? withoutHouse(label) : label});
  }

  #look(place: KnownPlace): void {
    const near = roughly(place.point);
    this.#locationNote = '';
    this.#places.set(near, place);
    this.#acts.onLook({near});
  }

  #handleRadius = (event: Event): void => {
    this.#acts.onLook({radius: Number((event.target as HTMLSelectElement).value)});
  };

  #handleLocate = async (): Promise<void> => {
    if (this.#isLocating) return;
    const {words} = this.#acts.model();
    this.#isLocating = true;
    this.#note(words.locating);
    const found = await locate();
    this.#isLocating = false;
    if (found === 'refused') this.#note(words.locationRefused);
    else if (found === 'unknown') this.#note(words.locationUnknown);
    else {
      this.#field.forget();
      this.#look({point: found, label: '', shortLabel: words.myLocation});
    }
  };

  #note(text: string): void {
    this.#locationNote = text;
    this.#announcer.say(text);
    this.#host.requestUpdate();
  }
}

/** `Damrak 1-H, 1012LG Amsterdam` without the number and the postcode: `Damrak, Amsterdam`. */
function withoutHouse(label: string): string {
  return label
    .replaceAll(/\b\d{4} ?[A-Z]{2}\b/g, '')
    .split(',')
    .map((part) => part.replace(/\s+\d.*$/, '').trim())
    .filter(Boolean)
    .join(', ');
}
