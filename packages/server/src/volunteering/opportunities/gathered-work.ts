import {partsOfDay, valuesOf, weekdays} from '@buurtkit/contract';
import type {Position} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import {distanceColumn} from '../../lists/ordering.ts';
import type {Scope} from '../../scope.ts';

/** When the first shift of work without a coming one begins. */
export const never = '9999-12-31T00:00:00Z';

const parts = valuesOf(partsOfDay);

/** A bit for each part of each day of the week, so that Tuesday and afternoon are asked of one and the same shift. */
export function momentBits(days: readonly string[] = weekdays, ofDay: readonly string[] = parts): number {
  let bits = 0;
  for (const [day, weekday] of weekdays.entries())
    for (const [part, partOfDay] of parts.entries())
      if (days.includes(weekday) && ofDay.includes(partOfDay)) bits |= 1 << (day * parts.length + part);
  return bits;
}

/** The bit of a shift `t`. */
const bitOfShift = sql`1 << ((t.weekday - 1) * ${sql.lit(parts.length)} + array_position(array[${sql.join(parts.map((part) => sql.lit(part)))}], t.part_of_day) - 1)`;

/**
 * Work with what its coming shifts make of it, all shifts of these communities read once: when the first begins (`next_start`), on
 * which parts of which days they are (`moments`), whether there are any (`is_coming`) and, where that is asked, on which of them there is
 * room (`free_moments`).
 */
export function gatheredWork(
  {now, community}: Pick<Scope, 'now' | 'community'>,
  {near, isFreeAsked}: {near: Position | undefined; isFreeAsked: boolean},
): RawBuilder<unknown> {
  const readable = sql`${community.readableIds}::uuid[]`;
  const room = sql`left join (
      select t.community_id, t.opportunity_id, bit_or(${bitOfShift}) as moments
      from work_with_room(${readable}, ${now}::timestamptz) t group by 1, 2
    ) room on room.community_id = i.community_id and room.opportunity_id = i.id`;
  return sql`(
    select i.community_id, i.id, i.title, i.kind, i.themes, i.skills, i.languages, i.vog, i.area_codes, i.longitude, i.latitude, i.search,
      i.is_for_children, i.is_wheelchair_accessible, i.earns_credits, i.initiative_id, i.partner_id, i.is_closed, i.visible_from, i.visible_until,
      coalesce(coming.next_start, ${never}::timestamptz) as next_start, coalesce(coming.moments, 0) as moments,
      coming.opportunity_id is not null as is_coming, ${isFreeAsked ? sql`coalesce(room.moments, 0)` : sql`0`} as free_moments,
      ${distanceColumn(near)}
    from opportunities i
    left join (
      select t.community_id, t.opportunity_id, min(t.starts_at) as next_start, bit_or(${bitOfShift}) as moments
      from shifts t where t.community_id = any(${readable}) and t.starts_at > ${now} and t.cancelled_at is null
      group by 1, 2
    ) coming on coming.community_id = i.community_id and coming.opportunity_id = i.id
    ${isFreeAsked ? room : sql``})`;
}
