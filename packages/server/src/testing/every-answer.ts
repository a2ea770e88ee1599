import {exportFormats, isWrite, mediaTypes, routes, type Format, type Route} from '@buurtkit/contract';
import {strFromU8, unzipSync} from 'fflate';
import {sql} from 'kysely';
import {publicUrl, type TestApp} from './test-app.ts';

/** `operationId` where it is an answer of the route table, `parts` of a book. */
export type Answered = {
  address: string;
  operationId: string | null;
  status: number;
  contentType: string;
  text: string;
  parts: Record<string, string>;
  headers: string;
};

/** What a route needs to be asked besides a path. */
const queries: Record<string, readonly string[]> = {
  listInitiativeClusters: [0, 12, 20].map((zoom) => `bbox=3,50,8,54&zoom=${zoom}`),
  listInitiatives: ['limit=100', 'near=5.12,52.1&limit=100', 'facets=kind,theme&fields=slug,location,place'],
  listOpportunities: ['limit=100', 'near=5.12,52.1'],
  listModerationItems: ['state=pending,approved,refused,superseded,closed'],
  exportData: exportFormats.map((format) => `format=${format}`),
};

const hsdsCollections = ['organizations', 'services', 'service_at_locations', 'taxonomies', 'taxonomy_terms'];

/**
 * All that can be read of a community: every GET of the route table for every thing that there is, in every form and language;
 * HSDS; and all pages and files that these and the pages lead to. With a key also what is for staff.
 */
export async function everyAnswer(app: TestApp, community: string, key: string): Promise<Answered[]> {
  const root = `/v1/communities/${community}`;
  const answers = new Map<string, Answered>();
  const ask = async (path: string, headers: Record<string, string> = {}, operationId: string | null = null) => {
    const name = [path, ...Object.values(headers)].join(' ');
    if (answers.has(name)) return;
    const response = await app.request(path, {headers: {Accept: 'text/html, */*;q=0.1', ...headers}});
    const bytes = new Uint8Array(await response.arrayBuffer());
    const contentType = response.headers.get('Content-Type') ?? '';
    const files = contentType.startsWith(mediaTypes.epub) ? Object.entries(unzipSync(bytes)) : [];
    const parts = Object.fromEntries(files.map(([file, part]) => [file, strFromU8(part)]));
    const whole = contentType.startsWith('image/') ? Buffer.from(bytes).toString('latin1') : new TextDecoder().decode(bytes);
    const text = files.length > 0 ? Object.values(parts).join('\n') : whole;
    answers.set(name, {
      address: name,
      operationId,
      status: response.status,
      contentType,
      text,
      parts,
      headers: JSON.stringify([...response.headers]),
    });
  };

  const reads = routes.filter((route) => !isWrite(route) && route.method === 'get');
  for (const route of reads)
    for (const path of await pathsOf(app, route, community))
      for (const query of queries[route.operationId] ?? [''])
        for (const format of formatsOf(route))
          await ask(
            `/v1${path}${query && `?${query}`}`,
            {Accept: mediaTypes[format], ...(route.roles !== 'public' && {Authorization: `Bearer ${key}`})},
            route.operationId,
          );

  for (const collection of hsdsCollections) {
    await ask(`${root}/hsds/${collection}?per_page=100`);
    for (const {id} of JSON.parse(answers.get(`${root}/hsds/${collection}?per_page=100`)?.text ?? '{}').contents ?? [])
      await ask(`${root}/hsds/${collection}/${id}`);
  }
  for (const path of ['', 'initiatieven', 'sociale-kaart', 'uitgaven', 'vrijwilligerswerk', 'meld-initiatief'])
    await ask(`/${community}/${path}`);
  // A map grows while it is walked through, and the walk goes on: what an answer leads to is asked too.
  for (const {text, contentType} of answers.values())
    if (/html|json/.test(contentType)) for (const path of linksIn(text, community)) await ask(path);
  return [...answers.values()];
}

function formatsOf({answers}: Route): Format[] {
  return Object.values(answers).flatMap(({content}) => Object.keys(content) as Format[]);
}

/** A path for each thing that the route may be about. */
async function pathsOf(app: TestApp, {path}: Route, community: string): Promise<string[]> {
  const whole = path.replace('{community}', community);
  const [, collection, name] = /\/([a-z-]+)\/\{(\w+)\}/.exec(whole) ?? [];
  if (collection === undefined || name === undefined) return [whole];
  const table = sql.table(collection === 'moderation-items' ? 'revisions' : collection.replaceAll('-', '_'));
  const {rows} = await sql<{name: string}>`
    select t.${sql.ref(name)}::text as name from ${table} t join communities c using (community_id)
    where c.slug = ${community}`.execute(app.database.owner);
  return rows.flatMap((row) => {
    const filled = whole.replace(`{${name}}`, row.name);
    return filled.includes('{number}') ? [filled.replace('{number}', '1')] : [filled];
  });
}

/** Addresses of ours that an answer leads to. */
function linksIn(text: string, community: string): string[] {
  const found = [...text.matchAll(/(?:href|src|action)="([^"]+)"|"(?:url|href)":"([^"]+)"/g)].map(
    ([, inPage, inJson]) => inPage ?? inJson ?? '',
  );
  const paths = found.map((link) => link.replaceAll('&amp;', '&').replace(publicUrl, '').replace(/#.*/, ''));
  return [...new Set(paths)].filter(
    (path) => path.startsWith(`/${community}/`) || path.startsWith(`/${community}?`) || path.startsWith('/v1/files/'),
  );
}
