import type {InitiativeChanges} from '@buurtkit/contract';
import {ProblemError} from '../problem-error.ts';
import {resolvePlace} from '../places/place-link.ts';
import type {TrxScope} from '../scope.ts';

/** A change as it is once the place that it names has been looked up. */
export type LinkedChanges<Changes extends InitiativeChanges> = {changes: Changes; columns: {place_id?: string | null}};

/**
 * An initiative in one of the community's places is where that place is, unless it says otherwise itself. A private home is no
 * place that others share: it can't be linked.
 */
export async function linkPlace<Changes extends InitiativeChanges>(scope: TrxScope, changes: Changes): Promise<LinkedChanges<Changes>> {
  if (changes.place === undefined) return {changes, columns: {}};
  const slug = changes.place?.slug;
  if (changes.place === null || slug === undefined) return {changes, columns: {place_id: null}};
  if (changes.place.precision === 'grid')
    throw new ProblemError('request.invalid', {faults: [{pointer: '#/place/slug', code: 'not-allowed'}]});

  const found = await resolvePlace(scope, slug, '#/place/slug');
  const isElsewhere = changes.place.areaCode !== null;
  const place = {
    ...changes.place,
    areaCode: isElsewhere ? changes.place.areaCode : found.area_code,
    areaYear: isElsewhere ? changes.place.areaYear : found.area_year,
  };
  const isKnown = changes.location === undefined && found.longitude !== null && found.latitude !== null;
  const location = {type: 'Point' as const, coordinates: [found.longitude ?? 0, found.latitude ?? 0] as [number, number]};
  return {changes: {...changes, place, ...(isKnown && {location})}, columns: {place_id: found.id}};
}
