import type {Bounds, LonLat, Pixels, View} from './map-engine.ts';

const tileSize = 256;
const farthestLatitude = 85.0511;

/** How many pixels the world is wide. */
export function worldSizeAt(zoom: number): number {
  return tileSize * 2 ** zoom;
}

/** Web Mercator (EPSG:3857) as a share of the world: 0,0 is its north-west corner and 1,1 its south-east one. */
export function toWorld([longitude, latitude]: LonLat): Pixels {
  const sine = Math.sin((Math.max(-farthestLatitude, Math.min(farthestLatitude, latitude)) * Math.PI) / 180);
  return [0.5 + longitude / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function fromWorld([x, y]: Pixels): LonLat {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** Where something of the world is in a map of this size. */
export function placeInView([x, y]: Pixels, {center, zoom}: View, [width, height]: Pixels): Pixels {
  const [centerX, centerY] = toWorld(center);
  const world = worldSizeAt(zoom);
  return [(x - centerX) * world + width / 2, (y - centerY) * world + height / 2];
}

export function fromView([x, y]: Pixels, {center, zoom}: View, [width, height]: Pixels): LonLat {
  const [centerX, centerY] = toWorld(center);
  const world = worldSizeAt(zoom);
  return fromWorld([centerX + (x - width / 2) / world, centerY + (y - height / 2) / world]);
}

/** How far apart the corners are, in pixels. */
export function extentAt([west, south, east, north]: Bounds, zoom: number): number {
  const [left, bottom] = toWorld([west, south]);
  const [right, top] = toWorld([east, north]);
  return Math.hypot(right - left, bottom - top) * worldSizeAt(zoom);
}

/** The smallest box around all. */
export function boundsAround(all: readonly Bounds[]): Bounds | null {
  if (all.length === 0) return null;
  return [
    Math.min(...all.map(([west]) => west)),
    Math.min(...all.map(([, south]) => south)),
    Math.max(...all.map(([, , east]) => east)),
    Math.max(...all.map(([, , , north]) => north)),
  ];
}
