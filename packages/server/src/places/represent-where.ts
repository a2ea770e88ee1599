import type {Place, Point} from '@buurtkit/contract';

type WhereRow = {
  city: string | null;
  area_code: string | null;
  area_year: number | null;
  precision: Place['precision'] | null;
  longitude: number | null;
  latitude: number | null;
  building: {slug: string; name: string} | null;
};

/** Where something is, as an answer has it: its place, and its point where that is known. */
export function representWhere(row: WhereRow): {place: Place | null; location: Point | null} {
  return {
    place:
      row.city === null || row.precision === null
        ? null
        : {
            city: row.city,
            areaCode: row.area_code,
            areaYear: row.area_year,
            precision: row.precision,
            ...(row.building && {slug: row.building.slug, name: row.building.name}),
          },
    location: row.longitude === null || row.latitude === null ? null : {type: 'Point', coordinates: [row.longitude, row.latitude]},
  };
}
