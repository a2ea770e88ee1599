import type {Partner, Service} from '@buurtkit/contract';
import {numberedId} from './numbered-id.ts';

type Told = Pick<Partner, 'slug' | 'community' | 'name' | 'kind' | 'summary'>;
type ToldService = Pick<Service, 'name' | 'summary' | 'functions'>;

/** What is particular to a service; the rest is as for one of which nothing more is known. */
export type ServiceSketch = ToldService & Partial<Omit<Service, keyof ToldService | 'id' | 'community' | 'partner'>>;

/** What is particular to an organisation; the rest is as for one of which nothing more is known. */
export type PartnerSketch = Told &
  Partial<Omit<Partner, keyof Told | 'id' | 'services' | 'functions' | 'initiativeCount' | 'url'>> & {services?: ServiceSketch[]};

const updatedAt = '2026-11-22T09:00:00Z';

/** A service of an organisation as the API gives it, with an id that is always the same for the same number. */
export function describeService(
  number: number,
  {slug, community, name, kind}: Pick<Partner, 'slug' | 'community' | 'name' | 'kind'>,
  sketch: ServiceSketch,
): Service {
  return {
    id: numberedId('service', number),
    community,
    partner: {slug, community, name, kind},
    themes: [],
    forWhom: null,
    howToGet: null,
    cost: null,
    capacity: null,
    status: 'active',
    place: null,
    areas: [],
    contact: {},
    opening: null,
    openingHours: null,
    externalIds: [],
    ownedFields: [],
    updatedAt,
    ...sketch,
  };
}

/** What the services that are there do and are about, each once. */
export function offeredBy(services: readonly Service[]): Pick<Partner, 'functions' | 'themes'> {
  const active = services.filter(({status}) => status === 'active');
  return {
    functions: [...new Set(active.flatMap(({functions}) => functions))].sort(),
    themes: [...new Set(active.flatMap(({themes}) => themes))].sort(),
  };
}

/** An organisation as the API gives it, with an id that is always the same for the same number. */
export function describePartner(number: number, {services: sketches = [], coalition = [], ...sketch}: PartnerSketch): Partner {
  const services = sketches.map((service, index) => describeService(number * 100 + index, sketch, service));
  return {
    id: numberedId('partner', number),
    city: null,
    website: null,
    isSample: true,
    contacts: [],
    areas: [],
    parent: null,
    place: null,
    externalIds: [],
    updatedAt,
    members: [],
    networks: [],
    ownedFields: [],
    ...sketch,
    ...offeredBy(services),
    services,
    coalition,
    initiativeCount: new Set(coalition.map(({initiative}) => `${initiative.community}~${initiative.slug}`)).size,
    url: `http://localhost:8787/${sketch.community}/sociale-kaart/${sketch.slug}`,
  };
}
