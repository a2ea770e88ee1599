import type {OtherChoices} from '../choices/reader-choices.ts';
import {anywhere, moved, numbersIn, pointOf, readWhere, writeWhere, type Where} from '../where/where.ts';

/** West, south, east and north, in degrees. */
export type Box = [number, number, number, number];
/** Where the reader looks on the map. */
export type MapView = {center: [number, number]; zoom: number};

function readAt(text: string | null): MapView | null {
  const center = pointOf(text);
  const [, , zoom = NaN] = numbersIn(text);
  return center && zoom >= 0 && zoom <= 20 ? {center, zoom} : null;
}

function readBox(text: string | null): Box | null {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbersIn(text);
  const isOnEarth = Math.max(-west, east) <= 180 && Math.max(-south, north) <= 90;
  return isOnEarth && west < east && south < north ? [west, south, east, north] : null;
}

/** Where the reader looks, besides the filters: near a place, on the map or in the list. */
export class MapChoices implements OtherChoices {
  where: Where = anywhere;
  /** Whether the reader asked for the map or for the list alone. */
  view: 'map' | 'list' | null = null;
  /** Where the reader moved the map. */
  at: MapView | null = null;
  /** What is in view, when the list shows only that. */
  box: Box | null = null;

  readonly #step: (act?: string) => void;

  /** @param step - Writes what was chosen. */
  constructor(step: (act?: string) => void) {
    this.#step = step;
  }

  read(query: URLSearchParams): void {
    this.where = readWhere(query);
    const view = query.get('view');
    this.view = view === 'map' || view === 'list' ? view : null;
    this.at = readAt(query.get('at'));
    this.box = readBox(query.get('bbox'));
  }

  write(query: URLSearchParams): void {
    if (this.view) query.set('view', this.view);
    if (this.at) query.set('at', [...this.at.center, this.at.zoom].join());
    if (this.box) query.set('bbox', this.box.join());
    writeWhere(this.where, query);
  }

  get isNarrowed(): boolean {
    return this.where.near !== null || this.box !== null;
  }

  /** Everything but the order. */
  clear(): void {
    this.box = null;
    this.#goTo({near: null});
  }

  look(where: Partial<Where>): void {
    this.#goTo(where);
    this.#step();
  }

  /** Shows the map, or the list alone; a box of what was in view means nothing without a map. */
  show(view: 'map' | 'list'): void {
    this.view = view;
    if (view === 'list') this.box = null;
    this.#step();
  }

  /** A map that is moved bit by bit is one step. */
  move(at: MapView, box: Box): void {
    this.at = at;
    if (this.box) this.box = rounded(box);
    this.#step('moving');
  }

  /** Narrows the list to what is in view; null for all of it again. */
  narrowTo(box: Box | null): void {
    this.box = box && rounded(box);
    this.#step();
  }

  #goTo(where: Partial<Where>): void {
    this.where = moved(this.where, where);
  }
}

/** A metre or so is near enough, and keeps addresses short. */
function rounded(box: Box): Box {
  return box.map((degrees) => Math.round(degrees * 1e5) / 1e5) as Box;
}
