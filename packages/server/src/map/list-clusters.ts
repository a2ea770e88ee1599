import type {Cluster, ClusterQuery} from '@buurtkit/contract';
import type {Scope} from '../scope.ts';
import {findFilledCells, type FilledCell} from './cluster-store.ts';
import {clusterLevel} from './map-grid.ts';

const mostBytes = 48_000;

/** All that matches in a view, as few markers as fit in a small answer; their counts add up to the total. */
export async function listClusters(scope: Scope, query: ClusterQuery): Promise<{data: Cluster[]; total: number}> {
  let cells = await findFilledCells(scope, query, clusterLevel(query.bbox, query.zoom));
  const total = cells.reduce((sum, {count}) => sum + count, 0);
  let data = cells.map(represent);
  // Long names can make a few hundred single markers large: then squares are taken together four by four.
  while (data.length > 1 && Buffer.byteLength(JSON.stringify(data)) > mostBytes) {
    cells = takenTogether(cells);
    data = cells.map(represent);
  }
  return {data, total};
}

function represent({count, west, south, east, north, single, ...mean}: FilledCell): Cluster {
  const longitude = within(west, mean.longitude, east);
  const latitude = within(south, mean.latitude, north);
  return {count, bounds: [west, south, east, north], location: {type: 'Point', coordinates: [longitude, latitude]}, ...single};
}

/** A mean to the decimetre, not rounded out of its bounds. */
function within(low: number, mean: number, high: number): number {
  return Math.min(high, Math.max(low, Math.round(mean * 1e6) / 1e6));
}

function takenTogether(cells: readonly FilledCell[]): FilledCell[] {
  const groups = Map.groupBy(cells, ({x, y}) => `${x >> 1} ${y >> 1}`);
  return [...groups.values()].map((group) => group.reduce(joined)).map((cell) => ({...cell, x: cell.x >> 1, y: cell.y >> 1}));
}

function joined(one: FilledCell, other: FilledCell): FilledCell {
  const count = one.count + other.count;
  return {
    x: one.x,
    y: one.y,
    count,
    longitude: (one.longitude * one.count + other.longitude * other.count) / count,
    latitude: (one.latitude * one.count + other.latitude * other.count) / count,
    west: Math.min(one.west, other.west),
    south: Math.min(one.south, other.south),
    east: Math.max(one.east, other.east),
    north: Math.max(one.north, other.north),
    single: null,
  };
}
