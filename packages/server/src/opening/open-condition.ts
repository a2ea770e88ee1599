import type {InitiativeFilters} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';

/** Open at that moment. */
export function openCondition(open: InitiativeFilters['open'], _now: Date): RawBuilder<boolean> {
  return open === undefined ? sql<boolean>`true` : sql<boolean>`false`;
}
