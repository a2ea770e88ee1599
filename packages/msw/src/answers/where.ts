import type {Initiative, InitiativeFilters, Position} from '@buurtkit/contract';

const earthRadius = 6_371_008.8;
const defaultRadius = 5000;

const inRadians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres along the great circle. */
export function distanceBetween([longitude, latitude]: Position, [otherLongitude, otherLatitude]: Position): number {
  const half = (one: number, other: number) => Math.sin(inRadians(other - one) / 2) ** 2;
  const part =
    half(latitude, otherLatitude) + Math.cos(inRadians(latitude)) * Math.cos(inRadians(otherLatitude)) * half(longitude, otherLongitude);
  return 2 * earthRadius * Math.asin(Math.sqrt(part));
}

/** Whether it is inside the box and within the radius; what has no place is nowhere. */
export function isThere(
  {location}: Pick<Initiative, 'location'>,
  {bbox, near, radius = defaultRadius}: Pick<InitiativeFilters, 'bbox' | 'near' | 'radius'>,
): boolean {
  if (!bbox && !near) return true;
  if (!location) return false;
  const [longitude, latitude] = location.coordinates;
  const isInside = !bbox || (longitude >= bbox[0] && latitude >= bbox[1] && longitude <= bbox[2] && latitude <= bbox[3]);
  return isInside && (!near || distanceBetween(near, [longitude, latitude]) <= radius);
}
