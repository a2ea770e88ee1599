import {resolve} from 'node:path';
import {Hono} from 'hono';
import type {Config} from '../config.ts';
import {refuseOtherMethods} from '../http/bind-route.ts';
import type {Env} from '../http/request-context.ts';
import {entityTag, isUnchanged} from '../http/revisions.ts';
import {ProblemError} from '../problem-error.ts';
import {createBreaker} from '../upstream/breaker.ts';
import {readLimited} from '../upstream/read-limited.ts';
import {createTileStore} from './tile-store.ts';

const styles = new Set(['standaard', 'grijs', 'pastel']);
const deepestZoom = 19;
const patience = 4000;
const mostBytes = 1024 * 1024;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const address = '/v1/tiles/brt-a/:style/:z/:x/:file';

const week = 'public, max-age=604800';
const halfAMinute = 'public, max-age=30';

/**
 * The background map from our own origin, kept on disk. When there is no tile to give it answers 204: an error status per
 * tile would be an error per tile in the browser's console.
 */
export function tiles({dataFolder, tilesUrl}: Pick<Config, 'dataFolder' | 'tilesUrl'>): Hono<Env> {
  const find = tileFinder(resolve(dataFolder, 'tiles'), templateOf(tilesUrl));
  const app = new Hono<Env>();
  app.get(address, async (c) => {
    const {style, z, x, file} = c.req.param();
    const name = tileName(style, z, x, /^(\d+)\.png$/.exec(file)?.[1] ?? '');
    if (name === null) throw new ProblemError('route.not-found');

    const content = await find(name);
    if (!content) return c.body(null, 204, {'Cache-Control': halfAMinute});
    const headers = {'Cache-Control': week, ETag: entityTag(content)};
    if (isUnchanged(c.req.header('If-None-Match'), headers.ETag)) return c.body(null, 304, headers);
    return c.body(new Uint8Array(content), 200, {...headers, 'Content-Type': 'image/png', 'Content-Length': String(content.byteLength)});
  });
  refuseOtherMethods(app, address, ['GET', 'HEAD']);
  return app;
}

/** Its path in the store, which is its path upstream; null for a tile that no map has. */
function tileName(style: string, ...numbers: string[]): string | null {
  if (!styles.has(style) || numbers.some((number) => !/^(?:0|[1-9]\d{0,6})$/.test(number))) return null;
  const [z = 0, x = 0, y = 0] = numbers.map(Number);
  return z <= deepestZoom && x < 2 ** z && y < 2 ** z ? `${style}/${z}/${x}/${y}.png` : null;
}

function templateOf(url: string): string {
  if (url.includes('{z}')) return url;
  const base = url.replace(/\/+$/, '');
  return `${base}${base.includes('/wmts/') ? '' : '/brt/achtergrondkaart/wmts/v2_0'}/{style}/EPSG:3857/{z}/{x}/{y}.png`;
}

function tileFinder(folder: string, template: string): (name: string) => Promise<Uint8Array | null> {
  const store = createTileStore(folder);
  const breaker = createBreaker({failures: 3, pause: 15_000});
  const underWay = new Map<string, Promise<Uint8Array | null>>();

  async function download(name: string): Promise<Uint8Array | null> {
    if (!breaker.mayAsk()) return null;
    const [style = '', z = '', x = '', y = ''] = name.replace(/\.png$/, '').split('/');
    const url = template.replace('{style}', style).replace('{z}', z).replace('{x}', x).replace('{y}', y);
    try {
      const response = await fetch(url, {signal: AbortSignal.timeout(patience), headers: {Accept: 'image/png'}});
      const content = await readLimited(response, mostBytes);
      const isTile = response.ok && signature.equals(content.subarray(0, signature.length));
      // Where PDOK has no map it says so: that is an answer too.
      if (isTile || response.status === 404) breaker.succeeded();
      else breaker.failed();
      return isTile ? content : null;
    } catch {
      breaker.failed();
      return null;
    }
  }

  async function find(name: string): Promise<Uint8Array | null> {
    const kept = await store.read(name);
    if (kept?.isFresh) return kept.content;
    const content = await download(name);
    if (content) await store.write(name, content);
    else if (kept) await store.postpone(name);
    return content ?? kept?.content ?? null;
  }

  return (name) => {
    const asked = underWay.get(name) ?? find(name).finally(() => underWay.delete(name));
    underWay.set(name, asked);
    return asked;
  };
}
