import type {Fault, InitiativeFilters} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import {openedTables, type Opened} from './opened.ts';
import type {Scope} from '../scope.ts';
import {daysAhead} from './opening-window.ts';

const dayLength = 86_400_000;

/** The time that is asked for must lie within the coming 60 days. */
export function openFaults(open: InitiativeFilters['open'], now: Date): Fault[] {
  if (open === undefined || open === 'now') return [];
  const ahead = Date.parse(open) - now.getTime();
  return ahead >= 0 && ahead <= daysAhead * dayLength ? [] : [{parameter: 'open', code: 'range'}];
}

/** Open at that moment. */
export function openCondition(opened: Opened, open: InitiativeFilters['open'], now: Date): RawBuilder<boolean> {
  if (open === undefined) return sql<boolean>`true`;
  const {openings, id} = openedTables[opened];
  return sql<boolean>`exists (select from ${openings} o where o.community_id = i.community_id and o.${id} = i.id
    and tstzrange(o.opens_at, o.closes_at) @> ${momentOf(open, now)}::timestamptz)`;
}

/** With a service that is open at that moment. */
export function someServiceIsOpen({community, now}: Scope, open: InitiativeFilters['open']): RawBuilder<boolean> {
  if (open === undefined) return sql<boolean>`true`;
  return sql<boolean>`(i.community_id, i.id) in (
    select s.community_id, s.partner_id
    from service_openings o join services s on s.community_id = o.community_id and s.id = o.service_id
    where o.community_id = any(${community.readableIds}::uuid[])
      and tstzrange(o.opens_at, o.closes_at) @> ${momentOf(open, now)}::timestamptz)`;
}

function momentOf(open: NonNullable<InitiativeFilters['open']>, now: Date): Date {
  return open === 'now' ? now : new Date(open);
}
