import {
  commitImport,
  createImport,
  exportData,
  getImport,
  getOpeningCalendar,
  mediaTypes,
  undoImport,
  type Import,
  type Initiative,
} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {communityOf, readSlugs, type MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {numberedId} from '../samples/numbered-id.ts';
import {findByAddress} from './addresses.ts';
import {csvOf} from './csv.ts';
import {listItem} from './initiatives.ts';

const formats: Record<string, string> = {[mediaTypes.csv]: 'csv', [mediaTypes.geojson]: 'geojson', [mediaTypes.json]: 'hsds'};

function importOf(state: MockState, community: string, id: string): Import {
  const found = state.imports.get(community)?.find((one) => one.id === id);
  if (!found) throw new MockProblem('import.not-found');
  return found;
}

/** Moves an import on, when it is where it has to be. */
function moved(
  state: MockState,
  {community, id}: {community: string; id: string},
  from: readonly Import['state'][],
  to: Import['state'],
): Import {
  const found = importOf(state, community, id);
  if (!from.includes(found.state)) throw new MockProblem('import.decided');
  return Object.assign(found, {state: to, finishedAt: new Date().toISOString()});
}

/** Files of the right form; what stands in them is the server's to say. */
const files: Record<'csv' | 'geojson' | 'hsds' | 'jsonld', (initiatives: readonly Initiative[]) => {mediaType: string; content: unknown}> =
  {
    csv: (initiatives) => ({mediaType: 'text/csv; charset=utf-8', content: csvOf(initiatives.map(listItem))}),
    geojson: (initiatives) => ({
      mediaType: mediaTypes.geojson,
      content: {
        type: 'FeatureCollection',
        features: initiatives.map(({id, location, ...properties}) => ({type: 'Feature', id, geometry: location, properties})),
        numberMatched: initiatives.length,
        numberReturned: initiatives.length,
      },
    }),
    hsds: (initiatives) => ({
      mediaType: mediaTypes.json,
      content: {
        locations: [],
        organizations: initiatives.map(({id, name, summary}) => ({id, name, description: summary.nl})),
        services: [],
      },
    }),
    jsonld: (initiatives) => ({
      mediaType: mediaTypes.jsonld,
      content: {
        '@context': 'https://schema.org',
        '@graph': initiatives.map(({url, name}) => ({'@id': url, '@type': 'Organization', name})),
      },
    }),
  };

export const dataOperations = [
  operation(createImport, ({state, params: {community}, upload}) => {
    const id = numberedId('import', (state.numbers.made += 1));
    const offered: Import = {
      id,
      format: formats[upload?.mediaType ?? ''] ?? 'csv',
      state: 'planned',
      counts: {created: 0, updated: 0, unchanged: 0, refused: 0},
      committedLine: 0,
      rows: [],
      warnings: [],
      undone: null,
      createdAt: new Date().toISOString(),
      finishedAt: null,
    };
    state.imports.set(community, [...(state.imports.get(community) ?? []), offered]);
    return {status: 201, content: offered, headers: {Location: `/v1/communities/${community}/imports/${id}`}};
  }),
  operation(getImport, ({state, params: {community, id}}) => ({status: 200, content: importOf(state, community, id)})),
  operation(commitImport, ({state, params}) => ({status: 202, content: moved(state, params, ['planned'], 'committed')})),
  operation(undoImport, ({state, params}) => ({
    status: 200,
    content: Object.assign(moved(state, params, ['committed'], 'undone'), {undone: {deleted: 0, restored: 0, left: 0, rows: []}}),
  })),

  operation(exportData, ({state, params, query: {format}}) => {
    const slugs = readSlugs(communityOf(state, params.community));
    const initiatives = state.initiatives.filter(({community}) => slugs.includes(community));
    const {mediaType, content} = files[format](initiatives);
    return {status: 200, content, headers: {'Content-Type': mediaType}};
  }),

  operation(getOpeningCalendar, ({state, params}) => {
    const {name} = findByAddress(state.initiatives, communityOf(state, params.community), params.slug, 'initiative.not-found');
    const lines = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Buurtkit//Opening//NL',
      `X-WR-CALNAME:${name.replaceAll(/[\\;,]/g, '\\$&')}`,
      'END:VCALENDAR',
    ];
    return {status: 200, content: lines.map((line) => `${line}\r\n`).join('')};
  }),
];
