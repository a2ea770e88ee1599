import {
  opportunityKinds,
  partsOfDay,
  valuesOf,
  vogRequirements,
  weekdays,
  type OpportunityFacetKey,
  type OpportunityFilters,
} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import {readAddress} from '../../lists/address.ts';
import * as facets from '../../lists/facets.ts';
import {whereCondition} from '../../map/where-condition.ts';
import type {Scope} from '../../scope.ts';

type Condition = RawBuilder<boolean>;
type Reading = Pick<Scope, 'now' | 'community'>;

/** What is shown at all: open now, and with a shift to come where it has shifts. */
function isShown(scope: Reading): Condition {
  const {now} = scope;
  return sql<boolean>`(not i.is_closed and coalesce(i.visible_from <= ${now}, true) and coalesce(i.visible_until > ${now}, true)
    and (${hasComing(scope)} or ${hasNoShifts(scope)}))`;
}

/**
 * The shift `t` is one of the item `i`. Which communities are read is told again: PostgreSQL may gather all shifts first, and would
 * gather those of every community there is.
 */
function isOfItem({community}: Reading): Condition {
  return sql<boolean>`(t.community_id = any(${community.readableIds}::uuid[]) and t.community_id = i.community_id and t.opportunity_id = i.id)`;
}

function hasNoShifts(scope: Reading): Condition {
  return sql<boolean>`not exists (select from shifts t where ${isOfItem(scope)})`;
}

/** Whether there is a coming shift `t` of the item that meets a condition. */
function hasComing(scope: Reading, condition: Condition = sql<boolean>`true`): Condition {
  return sql<boolean>`exists (select from shifts t where ${isOfItem(scope)}
    and t.starts_at > ${scope.now} and t.cancelled_at is null and ${condition})`;
}

/** What work must meet whatever is being counted: shown, the words, the place, whose it is. */
export function matchCondition(scope: Reading, filters: OpportunityFilters): Condition {
  const {q, initiative, partner} = filters;
  return sql<boolean>`(${isShown(scope)} and ${whereCondition(filters)} and ${wordsCondition(q)}
    and ${ownerCondition('initiatives', 'initiative_id', initiative)} and ${ownerCondition('partners', 'partner_id', partner)})`;
}

/** Every word stands in it, or something much like it. */
function wordsCondition(q: string | undefined): Condition {
  if (q === undefined) return sql<boolean>`true`;
  const words = q.split(/\s+/).filter((word) => word !== '');
  const each = words.map((word) => {
    const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    return sql<boolean>`(i.search like fold(${pattern}) or word_similarity(fold(${word}), i.search) >= 0.6)`;
  });
  return each.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(each, sql` and `)})`;
}

function ownerCondition(table: 'initiatives' | 'partners', column: string, addresses: readonly string[] | undefined): Condition {
  if (!addresses) return sql<boolean>`true`;
  const asked = JSON.stringify(addresses.map(readAddress));
  return sql<boolean>`(i.community_id, ${sql.ref(`i.${column}`)}) in (
    select owner.community_id, owner.id from json_to_recordset(${asked}) as a (slug text, community text)
    join ${sql.table(table)} owner on owner.slug = a.slug join communities oc on oc.community_id = owner.community_id
    where a.community is null or oc.slug = a.community)`;
}

/** Tuesday and afternoon are asked of one and the same shift. */
function inWeek(weekday: readonly string[] | undefined, partOfDay: readonly string[] | undefined): Condition {
  const days = weekday?.map((day) => weekdays.findIndex((each) => each === day) + 1);
  return sql<boolean>`((${days ?? null}::int[] is null or t.weekday = any(${days ?? null}::int[]))
    and (${partOfDay ?? null}::text[] is null or t.part_of_day = any(${partOfDay ?? null}::text[])))`;
}

function comingOf(scope: Reading, value: RawBuilder<unknown>, condition: Condition): RawBuilder<unknown> {
  return sql`select distinct on (i.community_id, i.id, value) ${value} as value from matched i join shifts t on ${isOfItem(scope)}
    and t.starts_at > ${scope.now} and t.cancelled_at is null and ${condition}`;
}

const weekdayName = sql`(${[...weekdays]}::text[])[t.weekday]`;

/** Room at this moment: in a coming shift, or in work that has none. */
function isFree(scope: Reading): Condition {
  const {now} = scope;
  const room = sql<boolean>`exists (select from jsonb_to_recordset(t.roles) as r (key text, capacity int)
    left join shift_counts(t.community_id, t.id, ${now}::timestamptz) n on n.role = r.key
    where coalesce(n.waiting, 0) = 0 and r.capacity > coalesce(n.taken, 0))
    and coalesce(t.signup_opens_at <= ${now}, true) and coalesce(t.signup_closes_at > ${now}, true)`;
  return sql<boolean>`(${hasComing(scope, room)} or ${hasNoShifts(scope)})`;
}

/** What work can be narrowed by and counted per value, at this moment. */
export function opportunityFacets(scope: Reading): facets.FacetRules<OpportunityFacetKey> {
  return {
    kind: facets.ofOne('kind', valuesOf(opportunityKinds)),
    theme: facets.ofSeveral('themes'),
    skill: facets.ofSeveral('skills'),
    language: facets.ofSeveral('languages'),
    weekday: {
      holds: (values, {partOfDay}) => hasComing(scope, inWeek(values, partOfDay)),
      values: ({partOfDay}) => comingOf(scope, weekdayName, inWeek(undefined, partOfDay)),
      vocabulary: weekdays,
    },
    partOfDay: {
      holds: (values, {weekday}) => hasComing(scope, inWeek(weekday, values)),
      values: ({weekday}) => comingOf(scope, sql`t.part_of_day`, inWeek(weekday, undefined)),
      vocabulary: valuesOf(partsOfDay),
    },
    vog: facets.ofOne('vog', valuesOf(vogRequirements)),
    children: facets.ofFlag(sql<boolean>`i.is_for_children`),
    wheelchair: facets.ofFlag(sql<boolean>`i.is_wheelchair_accessible`),
    credits: facets.ofFlag(sql<boolean>`i.earns_credits`),
    free: facets.ofFlag(isFree(scope)),
    area: facets.ofSeveral('area_codes'),
    community: facets.ofCommunity,
  };
}
