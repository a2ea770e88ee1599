import {css, html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import type {InitiativeMapView} from './initiative-map-attributes.ts';
import type {MapBeside, MapBesideActs, MapBesideModel} from './map-beside.ts';
import type {Announcer} from '../status/announcer.ts';

/** From this width of the component on, map and list stand side by side. */
const wide = 768;

/** Where the map stands, if anywhere. */
export type MapPlace = 'none' | 'above' | 'beside';

/** Room for the map before there is one, so that nothing jumps. */
export const mapSlotStyles = css`
  .with-map {
    display: grid;
    gap: calc(2 * var(--_space));
  }
  .with-map.beside {
    grid-template-columns: minmax(18rem, 5fr) minmax(0, 6fr);
  }
  .filter-bar + .more {
    margin-block: calc(-1 * var(--_space)) var(--_space);
  }
  .map-slot {
    min-block-size: var(--buurt-map-height, clamp(20rem, 65svh, 44rem));
  }
`;

const fetchMap = () => import('./map-beside.ts');

/** Keeps room for the map, and fetches it only when it is going to be seen. */
export class MapSlot implements ReactiveController {
  readonly #host: LitElement;
  readonly #announcer: Announcer;
  readonly #acts: MapBesideActs;
  // In the next frame: what the map takes changes the height that is observed here.
  readonly #widths = new ResizeObserver(([entry]) => requestAnimationFrame(() => this.#handleWidth(entry!.contentRect.width)));
  #isWide = false;
  #map: MapBeside | null = null;
  #isAsked = false;

  constructor(host: LitElement, announcer: Announcer, acts: MapBesideActs) {
    this.#host = host;
    this.#announcer = announcer;
    this.#acts = acts;
    host.addController(this);
  }

  hostConnected(): void {
    this.#widths.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#widths.disconnect();
  }

  /**
   * Where the map stands; when that is anywhere it is fetched, while the list is on its way.
   *
   * @param chosen - What the reader asked for, over what the page says.
   */
  placeOf(view: InitiativeMapView, chosen: 'map' | 'list' | null): MapPlace {
    const isShown = view !== 'list' && (chosen ? chosen === 'map' : view === 'map' || (view === 'split' && this.#isWide));
    if (!isShown) return 'none';
    fetchMap().catch(() => {});
    return this.#isWide && view !== 'map' ? 'beside' : 'above';
  }

  render(model: MapBesideModel): TemplateResult {
    if (!this.#isAsked) void this.#fetch();
    return html`<div class="map-slot">${this.#map?.render(model) ?? nothing}</div>`;
  }

  /** Gives the focus back to what was opened last; false when it isn't on the map. */
  returnToLast(): boolean {
    return this.#map?.returnToLast() ?? false;
  }

  async #fetch(): Promise<void> {
    this.#isAsked = true;
    try {
      const {MapBeside} = await fetchMap();
      this.#map = new MapBeside(this.#host, this.#announcer, this.#acts);
      this.#host.requestUpdate();
    } catch (error) {
      // The list has it all; the next time the map is asked for it is tried again.
      this.#isAsked = false;
      this.#acts.onFailure(error);
    }
  }

  #handleWidth(width: number): void {
    const isWide = width >= wide;
    if (isWide !== this.#isWide) this.#host.requestUpdate();
    this.#isWide = isWide;
  }
}
