import type {Place} from '@buurtkit/contract';
import type {Selectable} from 'kysely';
import {sql, type RawBuilder} from 'kysely';
import type {Tables} from '../db/tables.ts';
import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';

export type PlaceRow = Omit<Selectable<Tables['places']>, 'search_terms' | 'created_at'>;

/** What others show of the place that they are in. */
export type ToldPlace = {slug: string; name: string; city: string; areaCode: string | null; areaYear: number | null} | null;

/** The place that a row of this table or subquery names with its `place_id`. */
export function toldPlace(table: string): RawBuilder<ToldPlace> {
  return sql`(select json_build_object('slug', l.slug, 'name', l.name, 'city', l.city, 'areaCode', l.area_code, 'areaYear', l.area_year)
    from places l where l.community_id = ${sql.ref(`${table}.community_id`)} and l.id = ${sql.ref(`${table}.place_id`)})`;
}

export function representToldPlace(place: ToldPlace): Place | null {
  return (
    place && {city: place.city, areaCode: place.areaCode, areaYear: place.areaYear, precision: 'exact', slug: place.slug, name: place.name}
  );
}

/** The place of this community that goes by a slug; what is not there is a fault of what named it. */
export async function resolvePlace(scope: TrxScope, slug: string, pointer: string): Promise<PlaceRow> {
  const row = await scope.trx
    .selectFrom('places')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!row) throw new ProblemError('request.invalid', {faults: [{pointer, code: 'unknown'}]});
  return row;
}
