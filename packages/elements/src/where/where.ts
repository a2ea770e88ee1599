/** Where the reader looks, and in which order: as in the address of the page. */
export type Where = {
  /** `lon,lat` to a hundredth of a degree, so that nobody's address can be read from it. */
  near: string | null;
  /** In metres. */
  radius: number;
  /** Null for the API's own order: by distance near a point, else by name. */
  sort: Sort | null;
};

const sorts = ['name', 'distance', 'date'] as const;
export type Sort = (typeof sorts)[number];

/** A point: longitude, latitude. */
export type LonLat = readonly [lon: number, lat: number];

export const anywhere: Where = {near: null, radius: 5000, sort: null};

/** A point as it may leave the component: about a kilometre from where it is. */
export function roughly([lon, lat]: LonLat): string {
  return `${lon.toFixed(2)},${lat.toFixed(2)}`;
}

/** Reads it from a query string with the API's keys; what can't be used is left out. */
export function readWhere(query: URLSearchParams): Where {
  const point = pointOf(query.get('near'));
  const radius = Number(query.get('radius'));
  return {
    near: point && roughly(point),
    radius: point && radius >= 1 && radius <= 200_000 ? Math.round(radius) : anywhere.radius,
    sort: sorts.find((sort) => sort === query.get('sort') && (point || sort !== 'distance')) ?? null,
  };
}

/** Writes it into a query string with the API's keys. */
export function writeWhere({near, radius, sort}: Where, query: URLSearchParams): void {
  if (near) query.set('near', near);
  if (near && radius !== anywhere.radius) query.set('radius', String(radius));
  if (sort) query.set('sort', sort);
}

/** What stands between commas; what is no number is `NaN`. */
export function numbersIn(text: string | null): number[] {
  return (text ?? '').split(',').map((part) => (part.trim() ? Number(part) : NaN));
}

export function pointOf(text: string | null): [lon: number, lat: number] | null {
  const [lon = NaN, lat = NaN] = numbersIn(text);
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}

/** Looks elsewhere; without a point there is nothing to be far from. */
export function moved(where: Where, change: Partial<Where>): Where {
  const now = {...where, ...change};
  return now.near ? now : {...anywhere, sort: now.sort === 'distance' ? null : now.sort};
}
