import type {Fault, InitiativeFilters} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import {daysAhead} from './opening-window.ts';

const dayLength = 86_400_000;

/** The time that is asked for must lie within the coming 60 days. */
export function openFaults(open: InitiativeFilters['open'], now: Date): Fault[] {
  if (open === undefined || open === 'now') return [];
  const ahead = Date.parse(open) - now.getTime();
  return ahead >= 0 && ahead <= daysAhead * dayLength ? [] : [{parameter: 'open', code: 'range'}];
}

/** Open at that moment. */
export function openCondition(open: InitiativeFilters['open'], now: Date): RawBuilder<boolean> {
  if (open === undefined) return sql<boolean>`true`;
  const moment = open === 'now' ? now : new Date(open);
  return sql<boolean>`exists (select from openings o where o.community_id = i.community_id and o.initiative_id = i.id
    and tstzrange(o.opens_at, o.closes_at) @> ${moment}::timestamptz)`;
}
