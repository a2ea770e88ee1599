import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {createRequire, stripTypeScriptTypes} from 'node:module';
import {extname} from 'node:path';
import {gzipSync} from 'node:zlib';
import {slugOf} from './server-with-communities.ts';

export type PageKind = 'empty' | 'ours' | 'all-points';
export type SiteWithPages = {addressOf(kind: PageKind, size?: number): string; stop(): void};

const types: Record<string, string> = {'.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.png': 'image/png'};
const {resolve} = createRequire(import.meta.url);

/** Files of the page that loads all points, by the name that it asks for. */
const files: Record<string, string> = {
  '/leaflet.js': resolve('leaflet/dist/leaflet.js'),
  '/leaflet.css': resolve('leaflet/dist/leaflet.css'),
  '/images/marker-icon.png': resolve('leaflet/dist/images/marker-icon.png'),
  '/images/marker-shadow.png': resolve('leaflet/dist/images/marker-shadow.png'),
  '/markercluster.js': resolve('leaflet.markercluster/dist/leaflet.markercluster.js'),
  '/markercluster.css': resolve('leaflet.markercluster/dist/MarkerCluster.css'),
  '/markercluster-default.css': resolve('leaflet.markercluster/dist/MarkerCluster.Default.css'),
};

/** The list beside the map, and a map that has its size before its points are there. */
const allPointsStyles = `
  #places { display: grid; grid-template-columns: 5fr 6fr; }
  #map { block-size: 600px; }
`;

/** A municipality's site: a page with our component, the same page with a map that loads all points, and without either. */
export async function startSiteWithPages(api: string, sizes: readonly number[]): Promise<SiteWithPages> {
  const answers = new Map<string, {type: string; content: Uint8Array | string}>();
  const publish = (path: string, type: string, content: Uint8Array | string) =>
    void answers.set(path, {type, content: type === 'image/png' ? content : gzipSync(content)});

  for (const [path, file] of Object.entries(files)) publish(path, types[extname(path)] ?? '', await readFile(file));
  const script = await readFile(new URL('all-points-page.ts', import.meta.url), 'utf8');
  publish('/all-points-page.js', 'text/javascript', stripTypeScriptTypes(script));
  publish('/all-points-page.css', 'text/css', allPointsStyles);
  publish('/empty', 'text/html', page('<main></main>'));
  for (const size of sizes) {
    publish(`/points-${size}.json`, 'application/json', JSON.stringify(await pointsOf(api, size)));
    publish(`/ours-${size}`, 'text/html', ourPage(api, size));
    publish(`/all-points-${size}`, 'text/html', allPointsPage(size));
  }
  const server = createServer(({url = '/'}, response) => {
    const answer = answers.get(url);
    if (!answer) return void response.writeHead(url === '/favicon.ico' ? 204 : 404).end();
    const isPicture = answer.type === 'image/png';
    response.writeHead(200, {'Content-Type': `${answer.type}; charset=utf-8`, ...(!isPicture && {'Content-Encoding': 'gzip'})});
    response.end(answer.content);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    addressOf: (kind, size) => `http://127.0.0.1:${address.port}/${size === undefined ? kind : `${kind}-${size}`}`,
    stop: () => server.close().closeAllConnections(),
  };
}

/** What a map of all points needs at the least, as GeoJSON that stands ready: no API answers as fast. */
async function pointsOf(api: string, size: number): Promise<unknown> {
  const answer = await fetch(`${api}/v1/communities/${slugOf(size)}/initiatives?format=csv`);
  const [head = '', ...lines] = (await answer.text()).replace('\uFEFF', '').trimEnd().split('\r\n');
  const columns = head.split(',');
  const features = lines.map((line) => {
    const cells = cellsOf(line);
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    const geometry = cell('lon') ? {type: 'Point', coordinates: [Number(cell('lon')), Number(cell('lat'))]} : null;
    return {type: 'Feature', geometry, properties: {slug: cell('slug'), name: cell('name'), kind: cell('kind'), city: cell('city')}};
  });
  if (features.length !== size) throw new Error(`${size} initiatives were expected, ${features.length} came.`);
  return {type: 'FeatureCollection', features};
}

/** What we invent has no line ends in its cells. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

function ourPage(api: string, size: number): string {
  return page(`
    <script type="module" src="${api}/embed/1/buurt.js" data-community="${slugOf(size)}"></script>
    <buurt-initiative-map><a href="${api}/${slugOf(size)}/initiatieven">Alle initiatieven</a></buurt-initiative-map>`);
}

function allPointsPage(size: number): string {
  return page(`
    <link rel="stylesheet" href="/leaflet.css" /><link rel="stylesheet" href="/markercluster.css" />
    <link rel="stylesheet" href="/markercluster-default.css" /><link rel="stylesheet" href="/all-points-page.css" />
    <select id="kind"><option value="">Alles</option><option value="community-centre">Buurthuis</option></select>
    <div id="places"><ul id="list"></ul><div id="map"></div></div>
    <script src="/leaflet.js" defer></script><script src="/markercluster.js" defer></script>
    <script type="module" src="/all-points-page.js" data-points="/points-${size}.json"></script>`);
}

function page(content: string): string {
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Gemeente</title></head><body><h1>Initiatieven in de buurt</h1><p>Wat bewoners bij ons zelf doen.</p>${content}</body></html>`;
}
