import type {SharedPlace, SharedPlaceListItem} from '@buurtkit/contract';
import type {PlaceRow} from './place-link.ts';

export type ReadPlaceRow = PlaceRow & {community: string};

export const placeColumns = [
  'community_id',
  'id',
  'slug',
  'name',
  'street',
  'postcode',
  'city',
  'area_code',
  'area_year',
  'longitude',
  'latitude',
  'accessibility',
  'is_available',
  'available_for',
  'revision',
  'updated_at',
] as const;

export function representPlaceListItem(row: ReadPlaceRow): SharedPlaceListItem {
  return {
    id: row.id,
    slug: row.slug,
    community: row.community,
    name: row.name,
    address: row.street === null ? null : {street: row.street, postcode: row.postcode},
    city: row.city,
    areaCode: row.area_code,
    areaYear: row.area_year,
    location: row.longitude === null || row.latitude === null ? null : {type: 'Point', coordinates: [row.longitude, row.latitude]},
    accessibility: row.accessibility,
    isAvailable: row.is_available,
    availableFor: row.available_for,
    updatedAt: row.updated_at.toISOString(),
  };
}

export function representPlace(row: ReadPlaceRow, occupants: SharedPlace['occupants']): SharedPlace {
  return {...representPlaceListItem(row), occupants};
}
