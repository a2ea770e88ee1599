import {eachKeptInitiative, eachKeptPartner, eachKeptPlace, eachKeptService} from '../exports/records.ts';
import type {Scope} from '../scope.ts';
import {locationOfPlace} from './location.ts';
import {initiativeFields, organizationOfInitiative, organizationOfPartner, partnerFields, type Organization} from './organization.ts';
import {placeFields} from './location.ts';
import {hsdsService, hsdsServiceAtLocation, serviceFields} from './service.ts';
import {taxonomies, taxonomyTerms} from './taxonomies.ts';

/** The lists of an HSDS file, in the order in which they are written. */
export const hsdsLists = ['taxonomies', 'taxonomy_terms', 'locations', 'organizations', 'services', 'service_at_locations'] as const;
export type HsdsList = (typeof hsdsLists)[number];

const fieldNames = [
  ...new Set([partnerFields, initiativeFields, serviceFields, placeFields].flatMap((fields: object) => Object.keys(fields))),
].sort();

export const knownTerms = () => taxonomyTerms(fieldNames);

/** A directory as one JSON document, one thing a line, each list by id; references within it are ids. */
export async function* writeHsds(scope: Scope): AsyncGenerator<string> {
  yield '{"profile":"https://docs.openreferral.org/en/3.0/hsds/","version":"3.0"';
  for (const name of hsdsLists) {
    yield `,\n"${name}":[`;
    let separator = '\n';
    for await (const item of items(scope, name)) {
      yield `${separator}${JSON.stringify(item)}`;
      separator = ',\n';
    }
    yield ']';
  }
  yield '}\n';
}

async function* items(scope: Scope, name: HsdsList): AsyncGenerator<object> {
  if (name === 'taxonomies') yield* taxonomies();
  else if (name === 'taxonomy_terms') yield* knownTerms();
  else if (name === 'locations') for await (const place of eachKeptPlace(scope)) yield locationOfPlace(place);
  else if (name === 'organizations') yield* organizations(scope);
  else if (name === 'services') for await (const service of eachKeptService(scope)) yield hsdsService(service);
  else
    for await (const {placeId, ...service} of eachKeptService(scope))
      if (placeId !== null) yield hsdsServiceAtLocation({...service, placeId});
}

const asReference = (id: string) => ({id, location_type: 'physical' as const});

/** Partners and initiatives in one row, by id: both streams are, so the lower of the two comes first. */
async function* organizations(scope: Scope): AsyncGenerator<Organization> {
  const isRegion = scope.community.kind === 'region';
  const of = (record: {community: string}) => ({
    showPlace: asReference,
    ...(isRegion && {community: record.community}),
  });
  const partners = eachKeptPartner(scope);
  const initiatives = eachKeptInitiative(scope);
  try {
    let partner = await partners.next();
    let initiative = await initiatives.next();
    while (!partner.done || !initiative.done) {
      if (!partner.done && (initiative.done || partner.value.id <= initiative.value.id)) {
        yield organizationOfPartner(partner.value, of(partner.value));
        partner = await partners.next();
      } else if (!initiative.done) {
        yield organizationOfInitiative(initiative.value, of(initiative.value));
        initiative = await initiatives.next();
      }
    }
  } finally {
    await Promise.all([partners.return(undefined), initiatives.return(undefined)]);
  }
}
