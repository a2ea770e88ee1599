import {initiativeKinds, labelOf} from '@buurtkit/sdk/vocabularies';
import {formatShortCount, type Language, type MapMessages} from '@buurtkit/texts';
import {html, nothing, render, svg, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {LonLat, Pixels, ViewChange} from './map-engine.ts';
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

/** Markers that are made at a time, each time in a task of its own: a few hundred at once would keep a slow phone from answering. */
const atATime = 20;

/**
 * The markers: real buttons over the background, in one tab stop. They are rendered apart from the component around them and
 * placed one by one, so that nothing is rendered while the map moves, and no list is looked through for each new marker.
 */
export class MarkerLayer {
  readonly #onPress: (marker: MapMarker) => void;
  readonly #onReach: (at: Pixels, size: Pixels) => void;
  #model: MarkerLayerModel | null = null;
  #layer: HTMLElement | null = null;
  /** What stands there; the rest of the model's markers is on its way. */
  #drawn: readonly MapMarker[] = [];
  #drawnFor: MarkerLayerModel | null = null;
  #world: readonly Pixels[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #current: string | null = null;
  #shown: {view: ViewChange; size: Pixels} | null = null;
  #name: HTMLElement | null = null;

  /**
   * @param acts.onPress - A marker was pressed.
   * @param acts.onReach - A key took the focus to a marker that stands here.
   */
  constructor({onPress, onReach}: {onPress: (marker: MapMarker) => void; onReach: (at: Pixels, size: Pixels) => void}) {
    this.#onPress = onPress;
    this.#onReach = onReach;
  }

  render(model: MarkerLayerModel): TemplateResult {
    this.#model = model;
    return html`
      <div
        class="markers"
        role="group"
        aria-label=${model.messages.markers}
        aria-describedby="markers-hint"
        @click=${this.#handleClick}
        @keydown=${this.#handleKey}
        @focusin=${this.#handleFocus}
        @focusout=${this.#hideName}
        @pointerover=${this.#handlePointer}
        @pointerleave=${this.#hideName}
      ></div>
    `;
  }

  /** Draws what changed, into the element that `render` made. */
  draw(layer: HTMLElement | null): void {
    if (layer !== this.#layer) {
      clearTimeout(this.#timer);
      this.#layer = layer;
      this.#drawn = [];
      this.#drawnFor = null;
    }
    const [model, before] = [this.#model, this.#drawnFor];
    if (!layer || !model || (before && isSame(model, before))) return;
    this.#drawnFor = model;
    this.#drawSoon(layer, model);
  }

  /** The map moved, or got another size. */
  show(view: ViewChange, size: Pixels): void {
    this.#shown = {view, size};
    this.#layer?.classList.toggle('gliding', view.isGliding);
    this.#place();
  }

  /** Gives the focus to a marker, or when it is gone to the one nearest to where it was. */
  focusNear(key: string, location: LonLat | null): boolean {
    if (this.#layer && this.#drawnFor) this.#draw(this.#layer, this.#drawnFor, Infinity);
    const marker = this.#drawn.find((one) => one.key === key) ?? (location ? this.#nearestTo(location) : undefined);
    if (!marker) return false;
    this.#moveTo(marker);
    return true;
  }

  #drawSoon(layer: HTMLElement, model: MarkerLayerModel): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#draw(layer, model, atATime));
  }

  /** @param room - How many may be made now. */
  #draw(layer: HTMLElement, model: MarkerLayerModel, room: number): void {
    clearTimeout(this.#timer);
    const focused = this.#markerOf((layer.getRootNode() as ShadowRoot).activeElement);
    const standing = new Set(this.#drawn.map(({key}) => key));
    let left = room;
    this.#drawn = model.markers.filter(({key}) => standing.has(key) || left-- > 0);
    this.#world = this.#drawn.map(({location}) => toWorld(location));
    render(
      repeat(
        this.#drawn,
        ({key}) => key,
        (marker) => (marker.type === 'pin' ? pin(marker, model) : cluster(marker, model)),
      ),
      layer,
    );
    this.#place();
    if (!this.#drawn.some(({key}) => key === this.#current)) this.#current = this.#nearestTo(focused?.location)?.key ?? null;
    this.#rove();
    // A button that is gone took the focus with it.
    if (focused && !layer.contains((layer.getRootNode() as ShadowRoot).activeElement)) this.focusNear(focused.key, focused.location);
    if (this.#drawn.length < model.markers.length) this.#drawSoon(layer, model);
  }

  #place(): void {
    if (!this.#layer || !this.#shown) return;
    const {view, size} = this.#shown;
    this.#world.forEach((at, index) => {
      const [x, y] = placeInView(at, view, size);
      const element = this.#layer!.children[index] as HTMLElement | undefined;
      if (element) element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    });
  }

  #rove(): void {
    const current = Math.max(
      0,
      this.#drawn.findIndex(({key}) => key === this.#current),
    );
    [...(this.#layer?.children ?? [])].forEach((element, index) => {
      const tabIndex = index === current ? 0 : -1;
      if ((element as HTMLElement).tabIndex !== tabIndex) (element as HTMLElement).tabIndex = tabIndex;
    });
  }

  #moveTo(marker: MapMarker): void {
    this.#current = marker.key;
    this.#rove();
    (this.#layer?.children[this.#drawn.indexOf(marker)] as HTMLElement | undefined)?.focus({preventScroll: true});
  }

  #nearestTo(location: LonLat | undefined): MapMarker | undefined {
    if (!location) return this.#drawn[0];
    const [x, y] = toWorld(location);
    const lengths = this.#world.map(([otherX, otherY]) => Math.hypot(otherX - x, otherY - y));
    return this.#drawn[lengths.indexOf(Math.min(...lengths))];
  }

  #markerOf(target: EventTarget | null): MapMarker | null {
    const button = target instanceof Element ? target.closest('.markers > button') : null;
    return (button && this.#drawn[[...this.#layer!.children].indexOf(button)]) ?? null;
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
    const target = this.#targetOf(event.key, this.#drawn.indexOf(marker));
    if (!target) return;
    event.preventDefault();
    this.#moveTo(target);
    if (!this.#shown) return;
    const {view, size} = this.#shown;
    this.#onReach(placeInView(toWorld(target.location), view, size), size);
  };

  #targetOf(key: string, from: number): MapMarker | undefined {
    if (key === 'Home') return this.#drawn[0];
    if (key === 'End') return this.#drawn.at(-1);
    // The same order as for a screen reader: from north to south. With these two no marker is out of reach.
    if (key === 'PageDown') return this.#drawn[from + 1];
    if (key === 'PageUp') return this.#drawn[from - 1];
    const direction = arrows[key];
    return direction && this.#drawn[nearestInDirection(this.#world, from, direction)];
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

function pin({key, slug, community, name, kind}: PinMarker, {chosen, messages, language}: MarkerLayerModel): TemplateResult {
  const isChosen = key === chosen;
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

function cluster({count, isOnePlace}: ClusterMarker, {messages, language}: MarkerLayerModel): TemplateResult {
  const size = Math.min(4, String(count).length);
  return html`
    <button
      class="marker cluster size-${size}"
      part="cluster"
      type="button"
      aria-label=${isOnePlace ? messages.listCluster(count) : messages.zoomToCluster(count)}
    >
      <svg viewBox="0 0 32 32" aria-hidden="true">${svg`<circle class="pin-body" cx="16" cy="16" r="14.5" />`}</svg>
      <span class="cluster-count" aria-hidden="true">${formatShortCount(count, language)}</span>
    </button>
  `;
}

function isSame(one: MarkerLayerModel, other: MarkerLayerModel): boolean {
  return one.markers === other.markers && one.chosen === other.chosen && one.messages === other.messages && one.language === other.language;
}
