import type {ServiceChanges} from '@buurtkit/contract';
import type {Insertable} from 'kysely';
import type {Tables} from '../db/tables.ts';
import {areaCodesOf} from '../lists/area-codes.ts';
import {resolvePlace} from '../places/place-link.ts';
import type {TrxScope} from '../scope.ts';

type Columns = Partial<Insertable<Tables['services']>>;

const json = (value: object | null) => value && JSON.stringify(value);

/** The columns that a change of a service touches; what it leaves out is not in the result. */
export async function columnsOf(scope: TrxScope, changes: ServiceChanges): Promise<Columns> {
  const columns = ownColumnsOf(changes);
  if (changes.place !== undefined)
    columns.place_id = changes.place === null ? null : (await resolvePlace(scope, changes.place, '#/place')).id;
  return columns;
}

/** All of them but its place, of which it has to be known whether it is there. */
export function ownColumnsOf(changes: ServiceChanges): Columns {
  const columns: Columns = {};
  if (changes.name !== undefined) columns.name = JSON.stringify(changes.name);
  if (changes.summary !== undefined) columns.summary = JSON.stringify(changes.summary);
  if (changes.functions !== undefined) columns.functions = [...new Set(changes.functions)];
  if (changes.themes !== undefined) columns.themes = [...new Set(changes.themes)];
  if (changes.forWhom !== undefined) columns.for_whom = json(changes.forWhom);
  if (changes.howToGet !== undefined) columns.how_to_get = json(changes.howToGet);
  if (changes.cost !== undefined) columns.cost = json(changes.cost);
  if (changes.capacity !== undefined) columns.capacity = json(changes.capacity);
  if (changes.status !== undefined) columns.status = changes.status;
  if (changes.areas !== undefined) {
    columns.areas = JSON.stringify(changes.areas);
    columns.area_codes = areaCodesOf(null, changes.areas);
  }
  if (changes.contact !== undefined) columns.contact = JSON.stringify(changes.contact);
  if (changes.openingHours !== undefined) columns.opening_hours = json(changes.openingHours);
  if (changes.externalIds !== undefined) columns.external_ids = JSON.stringify(changes.externalIds);
  return columns;
}
