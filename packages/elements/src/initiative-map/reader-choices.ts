import type {ReactiveControllerHost} from 'lit';
import {hasChoices, noFilters, readFilters, writeFilters, type Filters} from '../filters/filters.ts';
import {UrlState} from '../url-state/url-state.ts';
import {anywhere, readWhere, writeWhere, type Where} from '../where/where.ts';
import {initiativeFilterRules} from './initiative-filters.ts';

const addressPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:~[a-z0-9]+(?:-[a-z0-9]+)*)?$/;

/** West, south, east and north, in degrees. */
export type Box = [number, number, number, number];
/** Where the reader looks on the map. */
export type MapView = {center: [number, number]; zoom: number};

function numbersIn(text: string | null): number[] {
  return text ? text.split(',').map(Number) : [];
}

const isOnEarth = (lon: number, lat: number) => Math.abs(lon) <= 180 && Math.abs(lat) <= 85;

function readAt(text: string | null): MapView | null {
  const [lon = NaN, lat = NaN, zoom = NaN] = numbersIn(text);
  return isOnEarth(lon, lat) && zoom >= 0 && zoom <= 20 ? {center: [lon, lat], zoom} : null;
}

function readBox(text: string | null): Box | null {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbersIn(text);
  return isOnEarth(west, south) && isOnEarth(east, north) && west < east && south < north ? [west, south, east, north] : null;
}

/** What the reader chose and opened, kept in the address of the page: each act is a step that Back undoes. */
export class ReaderChoices {
  filters: Filters = noFilters;
  where: Where = anywhere;
  /** Slug of the initiative that is open, with its community before it (`eemsdelta~buurtsuper`) within a region. */
  opened: string | null = null;
  /** Whether the reader asked for the map or for the list alone. */
  view: 'map' | 'list' | null = null;
  /** Where the reader moved the map. */
  at: MapView | null = null;
  /** What is in view, when the list shows only that. */
  box: Box | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #url: UrlState;
  /** One act can go on: a word is typed letter by letter, a map moved bit by bit. */
  #goingOn: 'typing' | 'moving' | null = null;

  /**
   * @param key - Name of the parameter in the address.
   * @param onTravel - Called after Back or Forward, with what was open before.
   */
  constructor(host: ReactiveControllerHost, key: () => string, onTravel: (before: string | null) => void) {
    this.#host = host;
    this.#url = new UrlState(host, key, () => {
      const before = this.opened;
      this.read();
      host.requestUpdate();
      onTravel(before);
    });
  }

  read(): void {
    const query = this.#url.read();
    const address = query.get('id');
    this.opened = address !== null && addressPattern.test(address) ? address : null;
    this.filters = readFilters(query, initiativeFilterRules).filters;
    this.where = readWhere(query);
    const view = query.get('view');
    this.view = view === 'map' || view === 'list' ? view : null;
    this.at = readAt(query.get('at'));
    this.box = readBox(query.get('bbox'));
    this.#goingOn = null;
  }

  /** Whether the list shows less than there is. */
  get isNarrowed(): boolean {
    return hasChoices(this.filters) || this.where.near !== null || this.box !== null;
  }

  choose(filters: Filters): void {
    this.filters = filters;
    this.#write(null);
  }

  look(where: Partial<Where>): void {
    this.where = {...this.where, ...where};
    // Without a point there is nothing to be far from.
    if (!this.where.near) this.where = {...anywhere, sort: this.where.sort === 'distance' ? null : this.where.sort};
    this.#write(null);
  }

  /** Everything but the order. */
  clear(): void {
    this.filters = noFilters;
    this.box = null;
    this.look({near: null});
  }

  /** A word that is typed letter by letter is one step. */
  search(words: string): void {
    if (words === this.filters.words) return;
    this.filters = {...this.filters, words};
    this.#write('typing');
  }

  open(address: string | null): void {
    this.opened = address;
    this.#write(null);
  }

  /** Shows the map, or the list alone; a box of what was in view means nothing without a map. */
  show(view: 'map' | 'list'): void {
    this.view = view;
    if (view === 'list') this.box = null;
    this.#write(null);
  }

  /** A map that is moved bit by bit is one step. */
  move(at: MapView, box: Box): void {
    this.at = at;
    if (this.box) this.box = rounded(box);
    this.#write('moving');
  }

  /** Narrows the list to what is in view; null for all of it again. */
  narrowTo(box: Box | null): void {
    this.box = box && rounded(box);
    this.#write(null);
  }

  #write(act: 'typing' | 'moving' | null): void {
    const query = new URLSearchParams();
    if (this.view) query.set('view', this.view);
    if (this.at) query.set('at', [...this.at.center, this.at.zoom].join());
    if (this.box) query.set('bbox', this.box.join());
    writeFilters(this.filters, query);
    writeWhere(this.where, query);
    if (this.opened !== null) query.set('id', this.opened);
    this.#url.write(query, {isSameStep: act !== null && act === this.#goingOn});
    this.#goingOn = act;
    this.#host.requestUpdate();
  }
}

/** A metre or so is near enough, and keeps addresses short. */
function rounded(box: Box): Box {
  return box.map((degrees) => Math.round(degrees * 1e5) / 1e5) as Box;
}
