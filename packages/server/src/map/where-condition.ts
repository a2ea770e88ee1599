import type {Box, InitiativeFilters, Position} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import {gridBox} from './map-grid.ts';

type Where = Pick<InitiativeFilters, 'bbox' | 'near' | 'radius'>;

const defaultRadius = 5000;
const earthRadius = 6_371_008.8;
const metresPerDegree = (earthRadius * Math.PI) / 180;
/** A box that is larger than this many degrees holds so much that its index costs more than it saves. */
const smallBox = 1;

/** A condition by which an index finds what is in a small box, and perhaps a little more. */
export type Lookup = (box: Box) => RawBuilder<boolean>;

const byPoint: Lookup = ([west, south, east, north]) =>
  sql<boolean>`point(i.longitude, i.latitude) <@ box(point(${west}, ${south}), point(${east}, ${north}))`;

/** The index of the map's points is by square. */
export const bySquare: Lookup = (box) => {
  const {x, y} = gridBox(box);
  const between = ({low, high}: {low: number; high: number}) => sql`between ${low >> 15} and ${high >> 15}`;
  return sql<boolean>`((i.x >> 15) ${between(x)} and (i.y >> 15) ${between(y)})`;
};

/** Without an index of places: for so much that another one finds the first of it sooner. */
export const byReading: Lookup = () => sql<boolean>`true`;

/** Inside the box, and within the radius of the point. What has no place is nowhere. */
export function whereCondition({bbox, near, radius = defaultRadius}: Where, lookup: Lookup = byPoint): RawBuilder<boolean> {
  const inBox = bbox ? foundInBox(bbox, lookup) : sql<boolean>`true`;
  if (!near) return inBox;
  const around = boxAround(near, radius);
  const isAround = around ? foundInBox(around, lookup) : sql<boolean>`i.longitude is not null`;
  return sql<boolean>`(${inBox} and ${isAround} and ${distanceTo(near)} <= ${radius})`;
}

function foundInBox(box: Box, lookup: Lookup): RawBuilder<boolean> {
  const [west, south, east, north] = box;
  const isSmall = east - west <= smallBox && north - south <= smallBox;
  return isSmall ? sql<boolean>`(${lookup(box)} and ${insideBox(box)})` : insideBox(box);
}

/** Metres along the great circle between an initiative and a point. */
export function distanceTo([longitude, latitude]: Position): RawBuilder<number> {
  return sql<number>`(${2 * earthRadius}::float8 * asin(least(1, sqrt(
    sin(radians(i.latitude - ${latitude}) / 2) ^ 2 +
    cos(radians(${latitude})) * cos(radians(i.latitude)) * sin(radians(i.longitude - ${longitude}) / 2) ^ 2))))`;
}

export function insideBox([west, south, east, north]: Box): RawBuilder<boolean> {
  return sql<boolean>`(i.longitude between ${west} and ${east} and i.latitude between ${south} and ${north})`;
}

/** A box that holds the whole circle; null near a pole or the date line, where there is none. */
function boxAround([longitude, latitude]: Position, radius: number): Box | null {
  const tall = (radius / metresPerDegree) * 1.001;
  const [south, north] = [latitude - tall, latitude + tall];
  if (south <= -89 || north >= 89) return null;
  const wide = tall / Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  const [west, east] = [longitude - wide, longitude + wide];
  return west <= -180 || east >= 180 ? null : [west, south, east, north];
}
