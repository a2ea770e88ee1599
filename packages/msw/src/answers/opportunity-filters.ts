import {
  areaWithAncestors,
  opportunityKinds,
  partsOfDay,
  valuesOf,
  vogRequirements,
  weekdays,
  type FacetCount,
  type Opportunity,
  type OpportunityFacetKey,
  type OpportunityFilters,
  type PartOfDay,
  type Shift,
  type Weekday,
} from '@buurtkit/contract';
import type {MockState} from '../mock-state.ts';
import {faceted, hasWords, type Faceted} from './facets.ts';
import {isThere} from './where.ts';

type Flag = 'children' | 'wheelchair' | 'credits' | 'free';
type Chosen = Omit<OpportunityFilters, Flag> & Partial<Record<Flag, readonly string[] | undefined>>;

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** When it begins, in the time zone of the sample communities. */
function whenIs({start}: Shift): {weekday: Weekday; partOfDay: PartOfDay} {
  const parts = new Intl.DateTimeFormat('en', {timeZone: 'Europe/Amsterdam', weekday: 'short', hour: 'numeric', hourCycle: 'h23'});
  const valueOf = (type: string) => parts.formatToParts(new Date(start)).find((part) => part.type === type)?.value ?? '';
  const hour = Number(valueOf('hour'));
  return {weekday: weekdays[dayNames.indexOf(valueOf('weekday'))]!, partOfDay: hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'};
}

function isComing({state}: Shift): boolean {
  return state !== 'past' && state !== 'cancelled';
}

/** Shown in a list: not closed, and with a shift to come where it has shifts. */
export function isShown({isClosed, shifts}: Opportunity): boolean {
  return !isClosed && (shifts.length === 0 || shifts.some(isComing));
}

function isAccessible({initiatives, places}: MockState, {initiative, place, community}: Opportunity): boolean {
  const building = places.find((one) => one.community === community && one.slug === place?.slug);
  const owner = initiatives.find((one) => one.community === initiative?.community && one.slug === initiative.slug);
  return (building ?? owner)?.accessibility.stepFree === 'yes';
}

const isOwnedBy = (owner: {slug: string; community: string} | null, addresses: readonly string[] | undefined) =>
  !addresses || (owner !== null && [owner.slug, `${owner.community}~${owner.slug}`].some((address) => addresses.includes(address)));

const flag = (isSet: boolean) => (isSet ? ['true'] : []);

/** Weekday, part of day and room are those of one and the same shift, so that each looks at what is chosen of the others. */
function facetsOf(state: MockState, {weekday, partOfDay, free}: Chosen): Faceted<Opportunity, OpportunityFacetKey, Chosen> {
  const coming = ({shifts}: Opportunity) => shifts.filter((shift) => isComing(shift) && (!free || shift.state === 'open')).map(whenIs);
  const isThen = (shift: Shift) => {
    const when = whenIs(shift);
    return (!weekday || weekday.includes(when.weekday)) && (!partOfDay || partOfDay.includes(when.partOfDay));
  };
  return faceted<Opportunity, OpportunityFacetKey, Chosen>({
    valuesIn: {
      kind: ({kind}) => [kind],
      theme: ({themes}) => themes,
      skill: ({skills}) => skills,
      language: ({languages}) => languages,
      weekday: (item) => [
        ...new Set(
          coming(item)
            .filter((when) => !partOfDay || partOfDay.includes(when.partOfDay))
            .map((when) => when.weekday),
        ),
      ],
      partOfDay: (item) => [
        ...new Set(
          coming(item)
            .filter((when) => !weekday || weekday.includes(when.weekday))
            .map((when) => when.partOfDay),
        ),
      ],
      vog: ({vog}) => [vog],
      children: ({isForChildren}) => flag(isForChildren),
      wheelchair: (item) => flag(isAccessible(state, item)),
      credits: ({earnsCredits}) => flag(earnsCredits),
      free: ({shifts}) => flag(shifts.length === 0 || shifts.some((shift) => shift.state === 'open' && isThen(shift))),
      area: ({place, areas}) => [
        ...new Set([...(place?.areaCode ? [place.areaCode] : []), ...areas.map(({code}) => code)].flatMap(areaWithAncestors)),
      ],
      community: ({community}) => [community],
    },
    closed: {
      kind: valuesOf(opportunityKinds),
      weekday: weekdays,
      partOfDay: valuesOf(partsOfDay),
      vog: valuesOf(vogRequirements),
      children: ['true'],
      wheelchair: ['true'],
      credits: ['true'],
      free: ['true'],
    },
    meets: (item, filters) =>
      hasWords([item.title.nl, item.title.en, item.summary.nl, item.summary.en, item.initiative?.name, item.partner?.name], filters.q) &&
      isThere(item, filters) &&
      isOwnedBy(item.initiative, filters.initiative) &&
      isOwnedBy(item.partner, filters.partner),
  });
}

function chosenIn({children, wheelchair, credits, free, ...filters}: OpportunityFilters): Chosen {
  const listed = (value: 'true' | undefined) => value && [value];
  return {...filters, children: listed(children), wheelchair: listed(wheelchair), credits: listed(credits), free: listed(free)};
}

export function matchingOpportunities(state: MockState, items: readonly Opportunity[], filters: OpportunityFilters): Opportunity[] {
  const chosen = chosenIn(filters);
  return facetsOf(state, chosen).matching(items, chosen);
}

export function countOpportunities(
  state: MockState,
  items: readonly Opportunity[],
  filters: OpportunityFilters,
  key: OpportunityFacetKey,
): FacetCount[] {
  const chosen = chosenIn(filters);
  return facetsOf(state, {...chosen, [key]: undefined}).countPerValue(items, chosen, key);
}
