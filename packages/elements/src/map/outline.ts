import type {ViewChange, Pixels} from './map-engine.ts';
import {outlineIntegrity} from './outline-integrity.ts';
import {toWorld, worldSizeAt} from './web-mercator.ts';

/** The Netherlands and its neighbours, as paths in units from `origin` in a world of `worldSize` units (Web Mercator). */
export type Outline = {origin: Pixels; worldSize: number; own: string; neighbours: string};

let loading: Promise<Outline | null> | null = null;

/** Loads the outline once for all maps on the page; null when it can't be had: the map does without. */
export function loadOutline(): Promise<Outline | null> {
  loading ??= fetchOutline().catch(() => {
    loading = null;
    return null;
  });
  return loading;
}

async function fetchOutline(): Promise<Outline> {
  const response = await fetch(new URL('../../generated/outline.json', import.meta.url), {
    integrity: outlineIntegrity,
    credentials: 'omit',
  });
  return (await response.json()) as Outline;
}

/** How the outline must be moved and stretched to lie under this view. */
export function outlineTransform({origin, worldSize}: Outline, {center, zoom}: ViewChange, [width, height]: Pixels): string {
  const scale = worldSizeAt(zoom) / worldSize;
  const [x, y] = toWorld(center);
  const left = (origin[0] - x * worldSize) * scale + width / 2;
  const top = (origin[1] - y * worldSize) * scale + height / 2;
  return `translate(${left}px, ${top}px) scale(${scale})`;
}
