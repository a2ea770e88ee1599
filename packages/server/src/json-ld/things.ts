import type {Initiative, LanguageMap, Partner, PartnerKind, Service} from '@buurtkit/contract';
import type {KeptInitiative, KeptPartner, KeptPlace, KeptService} from '../exports/records.ts';
import {openingSpecifications} from './opening-specifications.ts';

export const schemaOrg = 'https://schema.org';

/** Each thing goes by one address, and is told in one place; elsewhere it is only named. */
export type Thing = {'@id': string; '@type': string} & Record<string, unknown>;
type Reference = {'@id': string};

export function initiativeUrl(publicUrl: string, community: string, slug: string): string {
  return `${publicUrl}/${community}/initiatieven/${slug}`;
}

export function partnerUrl(publicUrl: string, community: string, slug: string): string {
  return `${publicUrl}/${community}/sociale-kaart/${slug}`;
}

function placeUrl(publicUrl: string, community: string, slug: string): string {
  return `${publicUrl}/v1/communities/${community}/places/${slug}`;
}

/** A partner's address as a record has it: its slug, or `{community}~{slug}`. */
function partnerReference(publicUrl: string, community: string, address: string): Reference {
  const [slug = '', elsewhere = community] = address.split('~').reverse();
  return {'@id': partnerUrl(publicUrl, elsewhere, slug)};
}

function texts(text: LanguageMap) {
  const dutch = {'@language': 'nl', '@value': text.nl};
  return text.en === undefined ? dutch : [dutch, {'@language': 'en', '@value': text.en}];
}

function position(location: Initiative['location']) {
  if (!location) return undefined;
  const [longitude, latitude] = location.coordinates;
  return {'@type': 'GeoCoordinates', longitude, latitude};
}

type TellingInitiative = Pick<
  Initiative,
  'name' | 'summary' | 'since' | 'themes' | 'place' | 'location' | 'areas' | 'openingHours' | 'contact'
> & {
  coalition: {partner: Reference; role: string}[];
  url: string;
};

export function thingOfInitiative({url, ...initiative}: TellingInitiative): Thing {
  const {place, location, areas, contact, coalition} = initiative;
  const opening = openingSpecifications(initiative.openingHours);
  const funders = coalition.filter(({role}) => role === 'funder').map(({partner}) => partner);
  const sponsors = coalition.filter(({role}) => role !== 'funder' && role !== 'follows').map(({partner}) => partner);
  return {
    '@id': url,
    '@type': 'Organization',
    name: initiative.name,
    url,
    description: texts(initiative.summary),
    ...(initiative.since !== null && {foundingDate: initiative.since}),
    ...(initiative.themes.length > 0 && {keywords: initiative.themes}),
    ...(contact.website && {sameAs: contact.website}),
    ...(contact.email && {email: contact.email}),
    ...(contact.phone && {telephone: contact.phone}),
    ...((place || location) && {
      location: {
        '@type': 'Place',
        ...(place && {address: {'@type': 'PostalAddress', addressLocality: place.city, addressCountry: 'NL'}}),
        ...(location && {geo: position(location)}),
        ...opening,
      },
    }),
    ...(areas.length > 0 && {areaServed: areas.map(({name}) => ({'@type': 'AdministrativeArea', name}))}),
    ...(funders.length > 0 && {funder: distinct(funders)}),
    ...(sponsors.length > 0 && {sponsor: distinct(sponsors)}),
  };
}

function distinct(references: readonly Reference[]): Reference[] {
  return [...new Set(references.map((reference) => reference['@id']))].map((id) => ({'@id': id}));
}

/** An initiative as the API answers it. */
export function thingOfAnswer(initiative: Initiative, publicUrl: string): Thing {
  const coalition = initiative.coalition.map(({partner, role}) => ({
    partner: {'@id': partnerUrl(publicUrl, partner.community, partner.slug)},
    role,
  }));
  return thingOfInitiative({...initiative, coalition});
}

export function thingOfKeptInitiative({community, value}: KeptInitiative, publicUrl: string): Thing {
  return thingOfInitiative({
    ...value,
    since: value.since,
    url: initiativeUrl(publicUrl, community, value.slug),
    coalition: value.coalition.map(({partner, role}) => ({partner: partnerReference(publicUrl, community, partner), role})),
  });
}

const typesOfKinds: Partial<Record<PartnerKind, string>> = {
  municipality: 'GovernmentOrganization',
  company: 'Corporation',
  school: 'School',
  library: 'Library',
  'sports-club': 'SportsOrganization',
  'volunteer-organisation': 'NGO',
  'residents-association': 'NGO',
  knowledge: 'ResearchOrganization',
};

type TellingPartner = Pick<Partner, 'name' | 'kind' | 'summary' | 'website' | 'city' | 'contacts' | 'areas'> & {
  url: string;
  place: Reference | null;
  parent: Reference | null;
  members: Reference[];
};

function thingOfTellingPartner({url, ...value}: TellingPartner): Thing {
  // Names of people are for our own page, not for whoever gathers them.
  const contacts = value.contacts.filter(({email, phone}) => email !== null || phone !== null);
  return {
    '@id': url,
    '@type': typesOfKinds[value.kind] ?? 'Organization',
    name: value.name,
    url,
    description: texts(value.summary),
    ...(value.website !== null && {sameAs: value.website}),
    ...(value.city !== null && {address: {'@type': 'PostalAddress', addressLocality: value.city, addressCountry: 'NL'}}),
    ...(contacts.length > 0 && {
      contactPoint: contacts.map(({role, email, phone}) => ({
        '@type': 'ContactPoint',
        ...(role && {contactType: role.nl}),
        ...(email !== null && {email}),
        ...(phone !== null && {telephone: phone}),
      })),
    }),
    ...(value.areas.length > 0 && {areaServed: value.areas.map(({name}) => ({'@type': 'AdministrativeArea', name}))}),
    ...(value.place !== null && {location: value.place}),
    ...(value.parent !== null && {parentOrganization: value.parent}),
    ...(value.members.length > 0 && {member: value.members}),
  };
}

export function thingOfPartner({community, value}: KeptPartner, publicUrl: string): Thing {
  const {slug, place, parent, members} = value;
  return thingOfTellingPartner({
    ...value,
    url: partnerUrl(publicUrl, community, slug),
    place: place === null ? null : {'@id': placeUrl(publicUrl, community, place)},
    parent: parent === null ? null : partnerReference(publicUrl, community, parent),
    members: members.map((address) => partnerReference(publicUrl, community, address)),
  });
}

/** An organisation and its services, as the API answers them. */
export function thingsOfPartnerAnswer(partner: Partner, publicUrl: string): [Thing, ...Thing[]] {
  const {community, place, parent, members, services} = partner;
  const idOf = (one: {community: string; slug: string}) => ({'@id': partnerUrl(publicUrl, one.community, one.slug)});
  const placeOf = (where: Partner['place']) => (where?.slug ? {'@id': placeUrl(publicUrl, community, where.slug)} : null);
  return [
    thingOfTellingPartner({...partner, place: placeOf(place), parent: parent && idOf(parent), members: members.map(idOf)}),
    ...services.map((service) => thingOfTellingService({...service, provider: idOf(partner), place: placeOf(service.place)})),
  ];
}

type TellingService = Pick<Service, 'id' | 'name' | 'summary' | 'functions' | 'forWhom' | 'contact' | 'openingHours'> & {
  provider: Reference;
  place: Reference | null;
};

export function thingOfService({id, community, value}: KeptService, publicUrl: string): Thing {
  return thingOfTellingService({
    ...value,
    id,
    provider: partnerReference(publicUrl, community, value.partner),
    place: value.place === null ? null : {'@id': placeUrl(publicUrl, community, value.place)},
  });
}

function thingOfTellingService({id, provider, ...value}: TellingService): Thing {
  return {
    '@id': `${provider['@id']}#${id}`,
    '@type': 'Service',
    name: texts(value.name),
    description: texts(value.summary),
    provider,
    ...(value.functions.length > 0 && {serviceType: value.functions}),
    ...(value.forWhom && {audience: {'@type': 'Audience', audienceType: value.forWhom.nl}}),
    availableChannel: {
      '@type': 'ServiceChannel',
      ...(value.contact.website && {serviceUrl: value.contact.website}),
      ...(value.contact.phone && {servicePhone: {'@type': 'ContactPoint', telephone: value.contact.phone}}),
      ...(value.place !== null && {serviceLocation: value.place}),
    },
    ...(value.openingHours && {hoursAvailable: openingSpecifications(value.openingHours).openingHoursSpecification ?? []}),
  };
}

export function thingOfPlace({community, value}: KeptPlace, publicUrl: string): Thing {
  return {
    '@id': placeUrl(publicUrl, community, value.slug),
    '@type': 'Place',
    name: value.name,
    address: {
      '@type': 'PostalAddress',
      ...(value.address && {streetAddress: value.address.street}),
      ...(value.address?.postcode && {postalCode: value.address.postcode}),
      addressLocality: value.city,
      addressCountry: 'NL',
    },
    ...(value.location && {geo: position(value.location)}),
  };
}

/** A list names what is on it; each thing is told on its own page. */
export function thingOfList(url: string, items: readonly {name: string; url: string}[]): Thing {
  return {
    '@id': url,
    '@type': 'ItemList',
    numberOfItems: items.length,
    itemListElement: items.map((item, index) => ({'@type': 'ListItem', position: index + 1, name: item.name, url: item.url})),
  };
}
