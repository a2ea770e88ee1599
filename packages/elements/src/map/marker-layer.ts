import {initiativeKinds, labelOf} from '@buurtkit/sdk/vocabularies';
import type {Language, MapMessages} from '@buurtkit/texts';
import {html, nothing, svg, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';
import type {LonLat, Pixels, View, ViewChange} from './map-engine.ts';
import type {ClusterMarker, MapMarker, PinMarker} from './markers.ts';
import {nearestInDirection, type Direction} from './nearest.ts';
import {pinShape} from './pin-shapes.ts';
import {placeInView, toWorld} from './web-mercator.ts';

const arrows: Record<string, Direction | undefined> = {ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right'};

/** At either side may be the buttons. */
const beside = 60;

export type MarkerLayerModel = {
  markers: readonly MapMarker[];
  /** Key of the pin that is chosen. */
  chosen: string | null;
  messages: MapMessages;
  language: Language;
};

/**
 * The markers: real buttons over the background, in one tab stop. Where they stand is set on each of them and not in the
 * template, so that nothing is rendered while the map moves.
 */
export class MarkerLayer {
  readonly #onPress: (marker: MapMarker) => void;
  readonly #onReach: (at: Pixels, size: Pixels) => void;
  #layer: HTMLElement | null = null;
  #markers: readonly MapMarker[] = [];
  #world: readonly Pixels[] = [];
  #current: string | null = null;
  #focused: MapMarker | null = null;
  #shown: View | null = null;
  #name: HTMLElement | null = null;

  /**
   * @param acts.onPress - A marker was pressed.
   * @param acts.onReach - A key took the focus to a marker that stands here.
   */
  constructor({onPress, onReach}: {onPress: (marker: MapMarker) => void; onReach: (at: Pixels, size: Pixels) => void}) {
    this.#onPress = onPress;
    this.#onReach = onReach;
  }

  render({markers, chosen, messages, language}: MarkerLayerModel): TemplateResult {
    if (markers !== this.#markers) {
      this.#markers = markers;
      this.#world = markers.map(({location}) => toWorld(location));
    }
    return html`
      <div
        class="markers"
        role="group"
        aria-label=${messages.markers}
        aria-describedby="markers-hint"
        @click=${this.#handleClick}
        @keydown=${this.#handleKey}
        @focusin=${this.#handleFocus}
        @focusout=${this.#hideName}
        @pointerover=${this.#handlePointer}
        @pointerleave=${this.#hideName}
      >
        ${guard([markers, chosen, messages, language], () =>
          repeat(
            markers,
            ({key}) => key,
            (marker) =>
              marker.type === 'pin' ? pin(marker, marker.key === chosen, messages, language) : cluster(marker, messages, language),
          ),
        )}
      </div>
    `;
  }

  /** Remembers who has the focus, since the markers are about to change. */
  beforeRender(): void {
    const active = this.#layer && (this.#layer.getRootNode() as ShadowRoot).activeElement;
    this.#focused = active && this.#layer?.contains(active) ? this.#markerOf(active) : null;
  }

  /** Puts new markers in their place, and gives the focus back to the one that had it, or to the nearest that is there now. */
  afterRender(layer: HTMLElement | null): void {
    this.#layer = layer;
    if (!layer) return;
    if (this.#shown) this.#place(this.#shown);
    if (!this.#markers.some(({key}) => key === this.#current)) this.#current = this.#nearestTo(this.#focused?.location)?.key ?? null;
    this.#rove();
    if (this.#focused && !layer.contains((layer.getRootNode() as ShadowRoot).activeElement))
      this.focusNear(this.#focused.key, this.#focused.location);
    this.#focused = null;
  }

  /** The map moved. */
  show(change: ViewChange): void {
    this.#shown = change;
    this.#layer?.classList.toggle('gliding', change.isGliding);
    this.#place(change);
  }

  /** Gives the focus to a marker, or when it is gone to the one nearest to where it was. */
  focusNear(key: string, location: LonLat | null): boolean {
    const marker = this.#markers.find((one) => one.key === key) ?? (location ? this.#nearestTo(location) : undefined);
    if (!marker) return false;
    this.#moveTo(marker);
    return true;
  }

  #place(view: View): void {
    const layer = this.#layer;
    if (!layer) return;
    const size = this.#size;
    this.#world.forEach((at, index) => {
      const [x, y] = placeInView(at, view, size);
      const element = layer.children[index] as HTMLElement | undefined;
      if (element) element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    });
  }

  #rove(): void {
    const current = this.#markers.findIndex(({key}) => key === this.#current);
    [...(this.#layer?.children ?? [])].forEach((element, index) => {
      (element as HTMLElement).tabIndex = index === Math.max(0, current) ? 0 : -1;
    });
  }

  #moveTo(marker: MapMarker): void {
    this.#current = marker.key;
    this.#rove();
    (this.#layer?.children[this.#markers.indexOf(marker)] as HTMLElement | undefined)?.focus({preventScroll: true});
  }

  get #size(): Pixels {
    return [this.#layer?.clientWidth ?? 0, this.#layer?.clientHeight ?? 0];
  }

  #nearestTo(location: LonLat | undefined): MapMarker | undefined {
    if (!location) return this.#markers[0];
    const [x, y] = toWorld(location);
    const lengths = this.#world.map(([otherX, otherY]) => Math.hypot(otherX - x, otherY - y));
    return this.#markers[lengths.indexOf(Math.min(...lengths))];
  }

  #markerOf(target: EventTarget | null): MapMarker | null {
    const button = target instanceof Element ? target.closest('button') : null;
    return button ? (this.#markers[[...this.#layer!.children].indexOf(button)] ?? null) : null;
  }

  #handleClick = (event: Event): void => {
    const marker = this.#markerOf(event.target);
    if (!marker) return;
    this.#current = marker.key;
    this.#rove();
    this.#onPress(marker);
  };

  #handleKey = (event: KeyboardEvent): void => {
    const marker = this.#markerOf(event.target);
    if (!marker || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return this.#hideName();
    const target = this.#targetOf(event.key, this.#markers.indexOf(marker));
    if (!target) return;
    event.preventDefault();
    this.#moveTo(target);
    if (this.#shown) this.#onReach(placeInView(toWorld(target.location), this.#shown, this.#size), this.#size);
  };

  #targetOf(key: string, from: number): MapMarker | undefined {
    if (key === 'Home') return this.#markers[0];
    if (key === 'End') return this.#markers.at(-1);
    // The same order as for a screen reader: from north to south. With these two no marker is out of reach.
    if (key === 'PageDown') return this.#markers[from + 1];
    if (key === 'PageUp') return this.#markers[from - 1];
    const direction = arrows[key];
    return direction && this.#markers[nearestInDirection(this.#world, from, direction)];
  }

  #handleFocus = (event: FocusEvent): void => {
    const marker = this.#markerOf(event.target);
    if (!marker) return;
    this.#current = marker.key;
    this.#rove();
    this.#showName(event.target as HTMLElement);
  };

  #handlePointer = (event: PointerEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>('button');
    if (button) this.#showName(button);
    else this.#hideName();
  };

  /** What the marker is, for who sees it: one label that goes along, within the button, so that a mouse can go over it. */
  #showName(button: HTMLElement): void {
    if (this.#name?.parentElement === button) return;
    this.#name ??= document.createElement('span');
    this.#name.className = 'marker-name';
    this.#name.ariaHidden = 'true';
    this.#name.textContent = button.ariaLabel;
    button.append(this.#name);
    const {left, right, top} = this.#layer!.getBoundingClientRect();
    const own = this.#name.getBoundingClientRect();
    this.#name.classList.toggle('to-right', own.left < left + beside);
    this.#name.classList.toggle('to-left', own.right > right - beside);
    this.#name.classList.toggle('below', own.top < top);
  }

  #hideName = (): void => this.#name?.remove();
}

function pin({slug, community, name, kind}: PinMarker, isChosen: boolean, messages: MapMessages, language: Language): TemplateResult {
  return html`
    <button
      class=${isChosen ? 'marker pin chosen' : 'marker pin'}
      part="marker"
      type="button"
      data-slug=${slug}
      data-community=${community}
      aria-label=${messages.pin(name, labelOf(initiativeKinds, kind, language).toLowerCase())}
      aria-current=${isChosen ? 'true' : nothing}
    >
      <svg viewBox="0 0 32 32" aria-hidden="true">${pinShape(kind)}</svg>
    </button>
  `;
}

function cluster({count, isOnePlace}: ClusterMarker, messages: MapMessages, language: Language): TemplateResult {
  const size = Math.min(4, String(count).length);
  return html`
    <button
      class="marker cluster size-${size}"
      part="cluster"
      type="button"
      aria-label=${isOnePlace ? messages.listCluster(count) : messages.zoomToCluster(count)}
    >
      <svg viewBox="0 0 32 32" aria-hidden="true">${svg`<circle class="pin-body" cx="16" cy="16" r="14.5" />`}</svg>
      <span class="cluster-count" aria-hidden="true">${shortCount(count, language)}</span>
    </button>
  `;
}

function shortCount(count: number, language: Language): string {
  return new Intl.NumberFormat(language, {notation: count < 10_000 ? 'standard' : 'compact'}).format(count);
}
