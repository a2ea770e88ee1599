import {GridLayer, latLngBounds, type Coords, type DoneCallback} from './leaflet.ts';
import type {Tiles} from './map-engine.ts';

const enough = 3;

/**
 * Pictures behind the map. After three in a row that don't come it asks no more, until the reader moves the map: a server
 * without an answer needs no hundred questions. Leaflet's own layer puts a `data:` picture in what it no longer needs, which a
 * strict CSP forbids.
 */
export class TileLayer extends GridLayer {
  readonly #tiles: Tiles;
  #failures = 0;

  constructor(tiles: Tiles) {
    const [west, south, east, north] = tiles.bounds ?? [-180, -85, 180, 85];
    super({
      bounds: latLngBounds([south, west], [north, east]),
      maxNativeZoom: tiles.deepestZoom,
      noWrap: true,
      className: 'tile-layer',
      keepBuffer: 1,
    });
    this.#tiles = tiles;
    this.on('tileunload', ({tile}: {tile: HTMLElement}) => tile.removeAttribute('src'));
  }

  /** Asks again when it had given up. */
  tryAgain(): void {
    if (this.#failures < enough) return;
    this.#failures = 0;
    this.redraw();
  }

  override createTile({x, y, z}: Coords, done: DoneCallback): HTMLElement {
    const tile = document.createElement('img');
    tile.alt = '';
    if (this.#failures >= enough) {
      // As Leaflet wants it: not before this function has returned.
      setTimeout(() => done(new Error('Not asked'), tile));
      return tile;
    }
    tile.addEventListener('load', () => {
      this.#failures = 0;
      done(undefined, tile);
    });
    tile.addEventListener('error', () => {
      if (!tile.hasAttribute('src')) return;
      this.#failures += 1;
      done(new Error('No picture'), tile);
    });
    tile.src = this.#tiles.url.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
    return tile;
  }
}
