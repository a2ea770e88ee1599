import type {Box, InitiativeFilters, Position} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';

type Where = Pick<InitiativeFilters, 'bbox' | 'near' | 'radius'>;

const defaultRadius = 5000;
const earthRadius = 6_371_008.8;
const metresPerDegree = (earthRadius * Math.PI) / 180;
/** A box that is larger than this many degrees holds so much that its index costs more than it saves. */
const smallBox = 1;

/** Inside the box, and within the radius of the point. What has no place is nowhere. */
export function whereCondition({bbox, near, radius}: Where): RawBuilder<boolean> {
  return sql<boolean>`(${bbox ? sql`${indexed(bbox)} and ${insideBox(bbox)}` : sql`true`} and ${withinRadius({near, radius})})`;
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

export function withinRadius({near, radius = defaultRadius}: Omit<Where, 'bbox'>): RawBuilder<boolean> {
  if (!near) return sql<boolean>`true`;
  const box = boxAround(near, radius);
  const isNear = sql<boolean>`${distanceTo(near)} <= ${radius}`;
  return box ? sql<boolean>`(${indexed(box)} and ${insideBox(box)} and ${isNear})` : sql<boolean>`(i.longitude is not null and ${isNear})`;
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

/** Lets the index find what is in a small box; it may find a little more than is inside. */
function indexed([west, south, east, north]: Box): RawBuilder<boolean> {
  if (east - west > smallBox || north - south > smallBox) return sql<boolean>`true`;
  return sql<boolean>`point(i.longitude, i.latitude) <@ box(point(${west}, ${south}), point(${east}, ${north}))`;
}
