import type {LonLat} from './where.ts';

const earthRadius = 6_371_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** How far two points are apart as the crow flies, in metres. */
export function distanceBetween([lon, lat]: LonLat, [otherLon, otherLat]: LonLat): number {
  const [north, east] = [radians(otherLat - lat), radians(otherLon - lon)];
  const part = Math.sin(north / 2) ** 2 + Math.cos(radians(lat)) * Math.cos(radians(otherLat)) * Math.sin(east / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.sqrt(part));
}
