import type {Cluster} from '@buurtkit/sdk';
import type {Bounds, LonLat, Pixels} from './map-engine.ts';
import {boundsAround, extentAt, toWorld, worldSizeAt} from './web-mercator.ts';

/** A single initiative on the map. */
export type PinMarker = {
  type: 'pin';
  key: string;
  location: LonLat;
  id: string;
  slug: string;
  community: string;
  name: string;
  kind: string;
};

/** Several, too close together for a pin each. */
export type ClusterMarker = {
  type: 'cluster';
  key: string;
  location: LonLat;
  count: number;
  bounds: Bounds;
  /** At one point, or nearly: no zoom takes them apart. */
  isOnePlace: boolean;
};

export type MapMarker = PinMarker | ClusterMarker;

/** Pixels between two markers. A target is smaller, so none lies over another. */
const room = 44;

/** Closer than this in metres is one building, whatever the zoom. */
const building = 15;

/**
 * The markers for what the API answered, from north to south as one reads. The API looks at cells of a grid; what stands
 * close together on both sides of a line is put together here.
 *
 * @param apart - Keys of pins that stay pins: the one that is chosen.
 */
export function markersOf(
  clusters: readonly Cluster[],
  zoom: number,
  {deepestZoom, apart}: {deepestZoom: number; apart: string | null},
): MapMarker[] {
  const world = worldSizeAt(zoom);
  const cells = new Map<string, Group[]>();
  const groups: Group[] = [];
  // The largest first, so that it stays where it is; then as one reads, so that the same answer gives the same markers.
  const ordered = clusters.map(toGroup).sort((one, other) => other.count - one.count || one.at[1] - other.at[1] || one.at[0] - other.at[0]);
  for (const group of ordered) {
    const [x, y] = [group.at[0] * world, group.at[1] * world];
    const column = Math.floor(x / room);
    const row = Math.floor(y / room);
    const isApart = apart !== null && group.members[0]!.slug !== undefined && pinKey(group.members[0]!) === apart;
    const near = isApart
      ? []
      : [-1, 0, 1].flatMap((down) => [-1, 0, 1].flatMap((right) => cells.get(`${column + right} ${row + down}`) ?? []));
    const host = near.find(({at}) => Math.hypot(at[0] * world - x, at[1] * world - y) < room);
    if (host) {
      host.count += group.count;
      host.members.push(...group.members);
    } else {
      groups.push(group);
      if (!isApart) cells.set(`${column} ${row}`, [...(cells.get(`${column} ${row}`) ?? []), group]);
    }
  }
  return groups.map((group) => toMarker(group, deepestZoom)).sort(asOneReads);
}

type Group = {count: number; at: Pixels; members: Cluster[]};

function toGroup(cluster: Cluster): Group {
  return {count: cluster.count, at: toWorld(cluster.location.coordinates), members: [cluster]};
}

function toMarker({count, members}: Group, deepestZoom: number): MapMarker {
  const [first] = members as [Cluster];
  const {id, slug, community, name, kind} = first;
  const location = first.location.coordinates;
  if (count === 1 && id && slug && name) {
    return {type: 'pin', key: pinKey(first), location, id, slug, community: community ?? '', name, kind: kind ?? 'other'};
  }
  const bounds = boundsAround(members.map((member) => member.bounds))!;
  const key = members.length === 1 ? `cluster ${location.join()}` : `cluster ${location.join()} ${count}`;
  return {
    type: 'cluster',
    key,
    location,
    count,
    bounds,
    isOnePlace: metresAcross(bounds) < building || extentAt(bounds, deepestZoom) < room,
  };
}

export function pinKey({community, slug}: {community?: string | undefined; slug?: string | undefined}): string {
  return `${community ?? ''}~${slug ?? ''}`;
}

function metresAcross([west, south, east, north]: Bounds): number {
  const metresPerDegree = 111_320;
  return Math.hypot((east - west) * Math.cos((south * Math.PI) / 180), north - south) * metresPerDegree;
}

function asOneReads({location: one}: MapMarker, {location: other}: MapMarker): number {
  return other[1] - one[1] || one[0] - other[0];
}
