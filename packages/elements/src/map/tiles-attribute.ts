import type {Tiles} from './map-engine.ts';

export type Background = Tiles & {credit: string; creditUrl: string; correctionUrl: string | null};

/** Beyond it BRT-A has nothing. */
const netherlands = [3.2, 50.7, 7.3, 53.7] as const;

/**
 * What `tiles` on the element means: a style of our own proxy (`standaard`, `grijs`, `pastel`), `none`, or the address of a
 * tile server with `{z}`, `{x}` and `{y}`.
 *
 * @param api - Address of our API; without one there are no tiles of ours.
 */
export function readTiles(tiles: string | null, api: string | null): Background | null {
  if (tiles === 'none') return null;
  if (tiles?.includes('{z}')) {
    const {host, origin} = new URL(tiles, document.baseURI);
    return {url: tiles, bounds: null, deepestZoom: 19, credit: host, creditUrl: origin, correctionUrl: null};
  }
  if (!api) return null;
  return {
    url: `${new URL(api).origin}/v1/tiles/brt-a/${tiles ?? 'standaard'}/{z}/{x}/{y}.png`,
    bounds: netherlands,
    deepestZoom: 19,
    credit: '© Kadaster',
    creditUrl: 'https://www.kadaster.nl/',
    correctionUrl: 'https://www.verbeterdekaart.nl/',
  };
}
