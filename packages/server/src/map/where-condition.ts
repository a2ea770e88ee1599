import type {InitiativeFilters} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';

/** Inside the box, and within the radius of the point. */
export function whereCondition({bbox}: Pick<InitiativeFilters, 'bbox' | 'near' | 'radius'>): RawBuilder<boolean> {
  if (!bbox) return sql<boolean>`true`;
  const [west, south, east, north] = bbox;
  return sql<boolean>`(i.longitude between ${west} and ${east} and i.latitude between ${south} and ${north})`;
}
