/** A place: longitude first, in degrees. */
export type LonLat = readonly [longitude: number, latitude: number];

/** West, south, east, north, in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Pixels from the upper left corner of the map. */
export type Pixels = readonly [x: number, y: number];

/** What a map shows: its middle and how close it is (0–20). */
export type View = {center: LonLat; zoom: number};

/** What is in view right now. During a zoom that glides, where it will end. */
export type ViewChange = View & {isGliding: boolean};

/** Where the background comes from. */
export type Tiles = {
  /** Address with `{z}`, `{x}` and `{y}`. */
  url: string;
  /** Outside it nothing is asked. */
  bounds: Bounds | null;
  deepestZoom: number;
};

/** Whether to glide to the new view. Without it the view is there at once, as people ask who can't stand motion. */
export type Motion = {isGliding: boolean};

export type Fitting = Motion & {padding: number; deepestZoom: number; shallowestZoom?: number};

/**
 * What moves the background. Everything that people see on it, hear of it or do with it is ours, so that another engine can
 * take its place.
 */
export interface MapEngine {
  readonly shallowestZoom: number;
  readonly deepestZoom: number;
  readonly view: View;
  readonly bounds: Bounds;
  /** It glides, or is about to. */
  readonly isMoving: boolean;
  setView(view: View, motion: Motion): void;
  /** Shows the whole of it, as far as the zoom stays within what is asked. */
  fitBounds(bounds: Bounds, fitting: Fitting): void;
  /** Moves what is in view by so many pixels. */
  pan(by: Pixels, motion: Motion): void;
  zoomTo(zoom: number, options: Motion & {around?: Pixels}): void;
  /** Puts a place at a point, at a zoom that need not be whole, as two fingers do; `settle` makes it whole again. */
  hold(place: LonLat, at: Pixels, zoom: number): void;
  settle(around: Pixels, motion: Motion): void;
  /** Where a place is in the map. */
  project(place: LonLat): Pixels;
  /** Which place is there. */
  unproject(at: Pixels): LonLat;
  showTiles(tiles: Tiles | null): void;
  /** Asks for what didn't come; called when the reader moved the map. */
  retryTiles(): void;
  /** The container got another size. */
  resize(): void;
  destroy(): void;
}

export type MapEngineOptions = {
  /** Empty, with a size, and nobody else's. */
  container: HTMLElement;
  view: View;
  /** Called at each step of each move. */
  onMove: (change: ViewChange) => void;
};
