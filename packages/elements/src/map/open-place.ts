import type {InitiativeListItem} from '@buurtkit/sdk';
import type {Language, MapMessages} from '@buurtkit/texts';
import {nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Bounds} from './map-engine.ts';
import type {ClusterMarker} from './markers.ts';
import {placePanel} from './place-panel.ts';

/** The initiatives in a box, of which there are few. */
export type AskInside = (bbox: Bounds, signal: AbortSignal) => Promise<readonly InitiativeListItem[]>;

type OpenPlaceActs = {
  onChoose: (item: InitiativeListItem) => void;
  /** The reader closed it; the focus goes back to its marker. */
  onClose: (marker: ClusterMarker) => void;
  onFailure: (error: unknown) => void;
};

type OpenPlaceModel = {headingLevel: number; messages: MapMessages; language: Language};

type Host = ReactiveControllerHost & {renderRoot: HTMLElement | DocumentFragment};

/** A point is no box: some two metres around it are. */
const around = 0.00002;

/** The place whose list lies over the map, if any. */
export class OpenPlace {
  readonly #host: Host;
  readonly #acts: OpenPlaceActs;
  #marker: ClusterMarker | null = null;
  #items: readonly InitiativeListItem[] | null = null;
  #hasFailed = false;
  #ask: AskInside | null = null;
  #loading = new AbortController();

  constructor(host: Host, acts: OpenPlaceActs) {
    this.#host = host;
    this.#acts = acts;
  }

  /** Opens the list of a place, with the focus on its title. */
  open(marker: ClusterMarker, ask: AskInside): void {
    this.stop();
    [this.#marker, this.#items, this.#hasFailed, this.#ask] = [marker, null, false, ask];
    void this.#load(marker, ask);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>('.place-title')?.focus());
  }

  /** Takes the list away. */
  leave(): void {
    if (!this.#marker) return;
    this.stop();
    this.#marker = null;
    this.#host.requestUpdate();
  }

  /** Asks no more, and leaves what is there. */
  stop(): void {
    this.#loading.abort();
  }

  render({headingLevel, messages, language}: OpenPlaceModel): TemplateResult | typeof nothing {
    const [marker, ask] = [this.#marker, this.#ask];
    if (!marker || !ask) return nothing;
    return placePanel({
      count: marker.count,
      items: this.#items,
      hasFailed: this.#hasFailed,
      headingLevel,
      messages,
      language,
      onOpen: this.#acts.onChoose,
      onRetry: () => this.open(marker, ask),
      onClose: () => {
        this.leave();
        void this.#host.updateComplete.then(() => this.#acts.onClose(marker));
      },
    });
  }

  async #load({bounds: [west, south, east, north]}: ClusterMarker, ask: AskInside): Promise<void> {
    const loading = new AbortController();
    this.#loading = loading;
    try {
      const items = await ask([west - around, south - around, east + around, north + around], loading.signal);
      if (loading.signal.aborted) return;
      this.#items = items;
    } catch (error) {
      if (loading.signal.aborted) return;
      this.#hasFailed = true;
      this.#acts.onFailure(error);
    }
    this.#host.requestUpdate();
  }
}
