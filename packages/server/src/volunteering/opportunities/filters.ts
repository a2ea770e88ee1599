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
import {wordsCondition} from '../../lists/words-condition.ts';
import {whereCondition} from '../../map/where-condition.ts';
import type {Scope} from '../../scope.ts';
import {momentBits} from './gathered-work.ts';

type Condition = RawBuilder<boolean>;
type Reading = Pick<Scope, 'now' | 'community'>;

/** What is shown at all: open now, and with a shift to come where it has shifts. */
function isShown(scope: Reading): Condition {
  const {now} = scope;
  return sql<boolean>`(not i.is_closed and coalesce(i.visible_from <= ${now}, true) and coalesce(i.visible_until > ${now}, true)
    and (i.is_coming or ${hasNoShifts(scope)}))`;
}

/** Which communities are read is told again: PostgreSQL may gather all shifts first, and would gather those of every community there is. */
function hasNoShifts({community}: Reading): Condition {
  return sql<boolean>`not exists (select from shifts t where t.community_id = any(${community.readableIds}::uuid[])
    and t.community_id = i.community_id and t.opportunity_id = i.id)`;
}

/** What work must meet whatever is being counted: shown, the words, the place, whose it is. */
export function matchCondition(scope: Reading, filters: OpportunityFilters): Condition {
  const {q, initiative, partner} = filters;
  return sql<boolean>`(${isShown(scope)} and ${whereCondition(filters)} and ${wordsCondition(q)}
    and ${ownerCondition('initiatives', 'initiative_id', initiative)} and ${ownerCondition('partners', 'partner_id', partner)})`;
}

function ownerCondition(table: 'initiatives' | 'partners', column: string, addresses: readonly string[] | undefined): Condition {
  if (!addresses) return sql<boolean>`true`;
  const asked = JSON.stringify(addresses.map(readAddress));
  return sql<boolean>`(i.community_id, ${sql.ref(`i.${column}`)}) in (
    select owner.community_id, owner.id from json_to_recordset(${asked}) as a (slug text, community text)
    join ${sql.table(table)} owner on owner.slug = a.slug join communities oc on oc.community_id = owner.community_id
    where a.community is null or oc.slug = a.community)`;
}

type When = {weekday?: readonly string[] | undefined; partOfDay?: readonly string[] | undefined; free?: readonly string[] | undefined};

/** The moments of its coming shifts; where room is asked, of those that have it. */
const momentsOf = ({free}: When) => (free ? sql`i.free_moments` : sql`i.moments`);

/** Whether one of its coming shifts is then: day, part of day and room are those of one and the same shift. */
function isOn(when: When): Condition {
  return sql<boolean>`(${momentsOf(when)} & ${momentBits(when.weekday, when.partOfDay)}::int <> 0)`;
}

/** Whether there is room then; work without shifts has room, and no day. */
function isFree({weekday, partOfDay}: When): Condition {
  return sql<boolean>`(i.free_moments & ${momentBits(weekday, partOfDay)}::int <> 0 or not i.is_coming)`;
}

function momentsIn(values: readonly string[], when: When, bitsOf: (value: string) => number): RawBuilder<unknown> {
  return sql`select m.value from matched i
    join unnest(${values}::text[], ${values.map(bitsOf)}::int[]) as m (value, bits) on ${momentsOf(when)} & m.bits <> 0`;
}

/** What work can be narrowed by and counted per value, at this moment. */
export const opportunityFacets: facets.FacetRules<OpportunityFacetKey> = {
  kind: facets.ofOne('kind', valuesOf(opportunityKinds)),
  theme: facets.ofSeveral('themes'),
  skill: facets.ofSeveral('skills'),
  language: facets.ofSeveral('languages'),
  weekday: {
    holds: (weekday, others) => isOn({...others, weekday}),
    values: (others) => momentsIn(weekdays, others, (day) => momentBits([day], others.partOfDay)),
    vocabulary: weekdays,
  },
  partOfDay: {
    holds: (partOfDay, others) => isOn({...others, partOfDay}),
    values: (others) => momentsIn(valuesOf(partsOfDay), others, (part) => momentBits(others.weekday, [part])),
    vocabulary: valuesOf(partsOfDay),
  },
  vog: facets.ofOne('vog', valuesOf(vogRequirements)),
  children: facets.ofFlag(sql<boolean>`i.is_for_children`),
  wheelchair: facets.ofFlag(sql<boolean>`i.is_wheelchair_accessible`),
  credits: facets.ofFlag(sql<boolean>`i.earns_credits`),
  free: facets.ofFlag(isFree),
  area: facets.ofSeveral('area_codes'),
  community: facets.ofCommunity,
};
