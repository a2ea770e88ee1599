import {createServer, type Server, type ServerResponse} from 'node:http';
import {readFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';

const TYPES: Record<string, string> = {js: 'text/javascript', css: 'text/css', json: 'application/json'};

/** A municipality's site and, at another origin, the one that serves the components. */
export interface TwoSites {
  /** Origin of the components' site, which has them under `/embed/1/` and `/embed/1.0.0/`. */
  origin: string;
  /** Paths that were asked of the components' site. */
  requests: string[];
  /** Publishes a page on the municipality's site and gives its address. */
  publish(markup: string, headers?: Record<string, string>): string;
  /** From now on the components' site answers this under that path. */
  replace(path: string, content: string): void;
  readFile(name: string): Promise<string>;
  close(): Promise<void>;
}

export async function startTwoSites(distFolder: string): Promise<TwoSites> {
  const pages = new Map<string, {markup: string; headers: Record<string, string>}>();
  const replaced = new Map<string, string>();
  const requests: string[] = [];
  const read = (name: string): Promise<string> => readFile(join(distFolder, name), 'utf8');

  const answer = async (url: string, response: ServerResponse): Promise<void> => {
    const path = new URL(url, 'http://localhost').pathname;
    requests.push(path);
    const name = /^\/embed\/[^/]+\/(.+)$/.exec(path)?.[1];
    const content = replaced.get(path) ?? (name ? await read(name).catch(() => undefined) : undefined);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', TYPES[path.split('.').at(-1) ?? ''] ?? 'application/json');
    response.writeHead(content === undefined ? 404 : 200).end(content);
  };
  const components = createServer(({url = '/'}, response) => void answer(url, response));
  const municipality = createServer(({url = '/'}, response) => {
    const page = pages.get(url);
    // Browsers ask for an icon on their own, and a page without one isn't the subject here.
    const status = page ? 200 : url === '/favicon.ico' ? 204 : 404;
    response.writeHead(status, {'Content-Type': 'text/html; charset=utf-8', ...page?.headers}).end(page?.markup);
  });
  const [origin, pageOrigin] = [await listen(components), await listen(municipality)];

  return {
    origin,
    requests,
    publish(markup, headers = {}) {
      const path = `/page-${pages.size + 1}`;
      pages.set(path, {
        markup: `<!doctype html><html lang="nl"><head><title>Gemeente</title></head><body>${markup}</body></html>`,
        headers,
      });
      return pageOrigin + path;
    },
    replace: (path, content) => void replaced.set(path, content),
    readFile: read,
    async close() {
      await Promise.all([components, municipality].map((server) => new Promise((resolve) => server.close(resolve).closeAllConnections())));
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
