import {
  areaWithAncestors,
  partnerKinds,
  serviceFunctions,
  serviceStatuses,
  valuesOf,
  type Area,
  type Partner,
  type PartnerFacetKey,
  type PartnerFilters,
  type Service,
  type ServiceFacetKey,
  type ServiceQuery,
} from '@buurtkit/contract';
import {faceted, hasWords} from './facets.ts';

const areaCodes = (areas: readonly Area[]) => [...new Set(areas.flatMap(({code}) => areaWithAncestors(code)))];

/** Whether it is open at that moment, as far as its told openings go. */
function isOpenAt({status, opening}: Service, open: string | undefined): boolean {
  if (open === undefined) return true;
  const moment = open === 'now' ? Date.now() : Date.parse(open);
  const openings = opening?.openings ?? [];
  return status === 'active' && openings.some(({from, until}) => Date.parse(from) <= moment && moment < Date.parse(until));
}

export const partnerFacets = faceted<Partner, PartnerFacetKey, PartnerFilters>({
  valuesIn: {
    kind: ({kind}) => [kind],
    function: ({functions}) => functions,
    theme: ({themes}) => themes,
    area: ({areas}) => areaCodes(areas),
    community: ({community}) => [community],
  },
  closed: {kind: valuesOf(partnerKinds), function: valuesOf(serviceFunctions)},
  meets: ({name, summary, city, services}, {q, open}) =>
    hasWords([name, summary.nl, summary.en, city, ...services.flatMap((one) => [one.name.nl, one.name.en])], q) &&
    (open === undefined || services.some((service) => isOpenAt(service, open))),
});

export const serviceFacets = faceted<Service, ServiceFacetKey, ServiceQuery>({
  valuesIn: {
    function: ({functions}) => functions,
    theme: ({themes}) => themes,
    status: ({status}) => [status],
    area: ({areas}) => areaCodes(areas),
    community: ({community}) => [community],
  },
  closed: {function: valuesOf(serviceFunctions), status: valuesOf(serviceStatuses)},
  meets: (service, {q, open, partner}) => {
    const {name, summary} = service;
    return (
      hasWords([name.nl, name.en, summary.nl, summary.en, service.partner.name], q) &&
      isOpenAt(service, open) &&
      (!partner || partner.includes(service.partner.slug))
    );
  },
});
