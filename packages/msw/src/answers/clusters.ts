import {listInitiativeClusters, type Cluster, type Initiative} from '@buurtkit/contract';
import {communityOf, readSlugs} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {matching} from './filters.ts';

const cellsAcrossTile = 4;

/** Squares of a quarter of a map tile, near enough for a mock: the server's are of the map's own projection. */
function cellOf({location}: Initiative, zoom: number): string {
  const size = 360 / 2 ** zoom / cellsAcrossTile;
  return location!.coordinates.map((degrees) => Math.floor(degrees / size)).join();
}

function clusterOf(members: readonly Initiative[]): Cluster {
  const longitudes = members.map(({location}) => location!.coordinates[0]);
  const latitudes = members.map(({location}) => location!.coordinates[1]);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const cluster: Cluster = {
    count: members.length,
    bounds: [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)],
    location: {type: 'Point', coordinates: [mean(longitudes), mean(latitudes)]},
  };
  if (members.length > 1) return cluster;
  const {id, slug, community, name, kind} = members[0]!;
  return {...cluster, id, slug, community, name, kind};
}

export const clusterOperations = [
  operation(listInitiativeClusters, ({state, params, query}) => {
    const {zoom, ...filters} = query;
    const slugs = readSlugs(communityOf(state, params.community));
    const readable = state.initiatives.filter(({community}) => slugs.includes(community));
    const found = matching(readable, filters);
    const cells = Map.groupBy(found, (initiative) => cellOf(initiative, zoom));
    return {status: 200, content: {data: [...cells.values()].map(clusterOf), total: found.length}};
  }),
];
