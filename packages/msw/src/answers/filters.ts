import {
  areaWithAncestors,
  initiativeContexts,
  initiativeKinds,
  initiativeStages,
  valuesOf,
  type Initiative,
  type InitiativeFacetKey,
  type InitiativeFilters,
} from '@buurtkit/contract';
import {faceted, hasWords} from './facets.ts';
import {isOpen} from './when.ts';
import {isThere} from './where.ts';

export const {matching, countPerValue} = faceted<Initiative, InitiativeFacetKey, InitiativeFilters>({
  valuesIn: {
    kind: ({kind}) => [kind],
    stage: ({stage}) => [stage],
    theme: ({themes}) => themes,
    context: ({context}) => (context === null ? [] : [context]),
    area: ({place, areas}) => [...new Set([place?.areaCode ?? [], areas.map(({code}) => code)].flat().flatMap(areaWithAncestors))],
    community: ({community}) => [community],
  },
  closed: {kind: valuesOf(initiativeKinds), stage: valuesOf(initiativeStages), context: valuesOf(initiativeContexts)},
  meets: (initiative, filters) => {
    const {name, summary, place, themes} = initiative;
    return (
      hasWords([name, summary.nl, summary.en, place?.city, ...themes], filters.q) &&
      isThere(initiative, filters) &&
      isOpen(initiative, filters.open)
    );
  },
});
