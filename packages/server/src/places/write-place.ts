import type {SharedPlaceChanges} from '@buurtkit/contract';
import type {Insertable} from 'kysely';
import type {Tables} from '../db/tables.ts';

type Columns = Partial<Insertable<Tables['places']>>;

/** The columns that a change of a place touches; what it leaves out is not in the result. */
export function columnsOf(changes: SharedPlaceChanges): Columns {
  const columns: Columns = {};
  if (changes.name !== undefined) columns.name = changes.name;
  if (changes.city !== undefined) columns.city = changes.city;
  if (changes.address !== undefined) {
    columns.street = changes.address?.street ?? null;
    columns.postcode = changes.address?.postcode ?? null;
  }
  if (changes.areaCode !== undefined) columns.area_code = changes.areaCode;
  if (changes.areaYear !== undefined) columns.area_year = changes.areaYear;
  if (changes.location !== undefined) {
    const [longitude = null, latitude = null] = changes.location?.coordinates ?? [];
    columns.longitude = longitude;
    columns.latitude = latitude;
  }
  if (changes.accessibility !== undefined) columns.accessibility = JSON.stringify(changes.accessibility);
  if (changes.isAvailable !== undefined) columns.is_available = changes.isAvailable;
  if (changes.availableFor !== undefined) columns.available_for = changes.availableFor && JSON.stringify(changes.availableFor);
  return columns;
}
