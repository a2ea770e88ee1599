import {latLng, latLngBounds, LeafletMap, point, type LatLng} from './leaflet.ts';
import type {Bounds, Fitting, LonLat, MapEngine, MapEngineOptions, Motion, Pixels, Tiles, View, ViewChange} from './map-engine.ts';
import {TileLayer} from './tile-layer.ts';
import {fromView, fromWorld, placeInView, toWorld, worldSizeAt} from './web-mercator.ts';

// What two fingers do goes through zooms that aren't whole; Leaflet has no public way to one. Its version is pinned.
interface Internals {
  _move(center: LatLng, zoom: number, data: {pinch: boolean; round: boolean}): void;
  _moveStart(isZoom: boolean, isSilent: boolean): void;
}

const seconds = 0.15;

/**
 * Leaflet, for panning and zooming the background only. It gets no events of the page: its own handlers keep things on
 * `window` and `document`, let one finger move the map and the wheel zoom it.
 */
export class LeafletEngine implements MapEngine {
  readonly shallowestZoom = 4;
  readonly deepestZoom = 19;

  readonly #map: LeafletMap & Internals;
  #onMove: (change: ViewChange) => void;
  #tiles: TileLayer | null = null;
  #glidingTo: View | null = null;
  #isHeld = false;
  #isMoving = false;

  constructor({container, view, onMove}: MapEngineOptions) {
    this.#onMove = onMove;
    this.#map = new LeafletMap(container, {
      center: toLatLng(view.center),
      zoom: this.#within(view.zoom),
      minZoom: this.shallowestZoom,
      maxZoom: this.deepestZoom,
      attributionControl: false,
      zoomControl: false,
      boxZoom: false,
      doubleClickZoom: false,
      dragging: false,
      keyboard: false,
      scrollWheelZoom: false,
      tapHold: false,
      touchZoom: false,
      trackResize: false,
      fadeAnimation: false,
    }) as LeafletMap & Internals;
    this.#map.on('move', () => this.#onMove({...this.view, isGliding: false}));
    this.#map.on('zoomanim', ({center, zoom}) => {
      this.#glidingTo = {center: [center.lng, center.lat], zoom};
      this.#onMove({...this.#glidingTo, isGliding: true});
    });
    this.#map.on('zoomend', () => {
      this.#glidingTo = null;
    });
    this.#map.on('moveend', () => {
      this.#isMoving = false;
    });
  }

  get view(): View {
    if (this.#glidingTo) return this.#glidingTo;
    const {lng, lat} = this.#map.getCenter();
    return {center: [lng, lat], zoom: this.#map.getZoom()};
  }

  get isMoving(): boolean {
    return this.#isMoving;
  }

  get bounds(): Bounds {
    const [width, height] = this.#size;
    const [west, north] = this.unproject([0, 0]);
    const [east, south] = this.unproject([width, height]);
    return [Math.max(-180, west), south, Math.min(180, east), north];
  }

  setView({center, zoom}: View, {isGliding}: Motion): void {
    this.#isMoving = isGliding;
    const show = () => this.#map.setView(toLatLng(center), this.#within(zoom), {animate: isGliding, duration: seconds});
    // While it glides Leaflet doesn't listen.
    if (this.#glidingTo) this.#map.once('zoomend', show);
    else show();
  }

  fitBounds(bounds: Bounds, {isGliding, padding, deepestZoom, shallowestZoom = 0}: Fitting): void {
    const [west, south, east, north] = bounds;
    // In a small map there would be nothing left between the edges.
    const room = 2 * Math.min(padding, ...this.#size.map((side) => side / 4));
    const zoom = this.#map.getBoundsZoom(latLngBounds([south, west], [north, east]), false, point(room, room));
    const [left, bottom] = toWorld([west, south]);
    const [right, top] = toWorld([east, north]);
    this.setView(
      {center: fromWorld([(left + right) / 2, (top + bottom) / 2]), zoom: Math.max(shallowestZoom, Math.min(zoom, deepestZoom))},
      {isGliding},
    );
  }

  pan(by: Pixels, {isGliding}: Motion): void {
    this.#isMoving = isGliding;
    this.#map.panBy(point(by[0], by[1]), {animate: isGliding, duration: seconds});
  }

  zoomTo(zoom: number, {isGliding, around}: Motion & {around?: Pixels}): void {
    const target = this.#within(zoom);
    if (target === this.view.zoom) return;
    const [width, height] = this.#size;
    const [x, y] = around ?? [width / 2, height / 2];
    this.setView(this.#viewWith(this.unproject([x, y]), [x, y], target), {isGliding});
  }

  hold(place: LonLat, at: Pixels, zoom: number): void {
    const {center, zoom: held} = this.#viewWith(place, at, Math.max(this.shallowestZoom, Math.min(this.deepestZoom, zoom)));
    if (!this.#isHeld) this.#map._moveStart(true, false);
    this.#isHeld = true;
    this.#map._move(toLatLng(center), held, {pinch: true, round: false});
  }

  settle(around: Pixels, {isGliding}: Motion): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.setView(this.#viewWith(this.unproject(around), around, this.#within(this.view.zoom)), {isGliding});
  }

  project(place: LonLat): Pixels {
    return placeInView(toWorld(place), this.view, this.#size);
  }

  unproject(at: Pixels): LonLat {
    return fromView(at, this.view, this.#size);
  }

  showTiles(tiles: Tiles | null): void {
    this.#tiles?.remove();
    this.#tiles = tiles && new TileLayer(tiles).addTo(this.#map);
  }

  retryTiles(): void {
    this.#tiles?.tryAgain();
  }

  resize(): void {
    this.#map.invalidateSize({animate: false});
  }

  destroy(): void {
    this.#onMove = () => {};
    // Leaflet's own end of a glide looks for what `remove` takes away.
    if (this.#glidingTo) this.#map.once('moveend', () => this.#map.remove());
    else this.#map.remove();
  }

  get #size(): Pixels {
    const {x, y} = this.#map.getSize();
    return [x, y];
  }

  #within(zoom: number): number {
    return Math.round(Math.max(this.shallowestZoom, Math.min(this.deepestZoom, zoom)));
  }

  /** The view that has a place at a point. */
  #viewWith(place: LonLat, [x, y]: Pixels, zoom: number): View {
    const [width, height] = this.#size;
    const world = worldSizeAt(zoom);
    const [placeX, placeY] = toWorld(place);
    return {center: fromWorld([placeX - (x - width / 2) / world, placeY - (y - height / 2) / world]), zoom};
  }
}

function toLatLng([longitude, latitude]: LonLat): LatLng {
  return latLng(latitude, longitude);
}
