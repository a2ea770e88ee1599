import type {KeptInitiative, KeptPartner} from '../exports/records.ts';
import {attributesOf, readAttributes, type AttributeFields} from './attributes.ts';
import {idOr, list, textOr, type Document} from './document.ts';
import {namedId} from './named-id.ts';

type Reference = {id: string; location_type: 'physical'};
/** How a shared place stands in an organization: whole, or as its id. */
type ShowPlace = (placeId: string) => Reference | undefined;

const optionalText = {otherwise: undefined} as const;
const roleOf = (member: unknown) => String((member as {role?: unknown}).role);

export const partnerFields = {
  slug: optionalText,
  kind: {taxonomy: 'partner-kind', otherwise: undefined},
  'summary.en': optionalText,
  city: {otherwise: null},
  isSample: {isJson: true, otherwise: false},
  areas: {isJson: true, isList: true, otherwise: []},
  parent: {otherwise: null},
  members: {isList: true, otherwise: []},
} as const satisfies AttributeFields;

export const initiativeFields = {
  slug: optionalText,
  kind: {taxonomy: 'initiative-kind', otherwise: undefined},
  stage: {taxonomy: 'initiative-stage', otherwise: undefined},
  themes: {taxonomy: 'theme', isList: true, otherwise: []},
  context: {taxonomy: 'initiative-context', otherwise: null},
  scale: {taxonomy: 'scale', otherwise: null},
  since: {otherwise: null},
  'summary.en': optionalText,
  place: {isJson: true, otherwise: null},
  areas: {isJson: true, isList: true, otherwise: []},
  openingHours: {isJson: true, otherwise: null},
  accessibility: {isJson: true, otherwise: {}},
  hasContactForm: {isJson: true, otherwise: false},
  coalition: {taxonomy: 'coalition-role', termOf: roleOf, isJson: true, isList: true, otherwise: []},
  lookingFor: {isJson: true, isList: true, otherwise: []},
  story: {isJson: true, isList: true, otherwise: []},
} as const satisfies AttributeFields;

const contactFields = {'title.en': optionalText, agreedOn: {otherwise: null}} as const satisfies AttributeFields;

const resource = {resource: {taxonomy: 'resource', otherwise: undefined}, community: optionalText} as const satisfies AttributeFields;

/** `community` is told where more than one is read. */
type Options = {showPlace: ShowPlace; community?: string | undefined};

export function organizationOfPartner({id, value, placeId, parentId}: KeptPartner, {showPlace, community}: Options) {
  const place = placeId === null ? undefined : showPlace(placeId);
  const isParentElsewhere = value.parent?.includes('~');
  const record = {...value, 'summary.en': value.summary.en, parent: isParentElsewhere ? value.parent : null};
  return {
    id,
    name: value.name,
    description: value.summary.nl,
    ...(value.website !== null && {website: value.website}),
    ...(parentId !== null && {parent_organization_id: parentId}),
    contacts: value.contacts.map((contact, index) => {
      const contactId = namedId('contact', id, index);
      const {name, role, email, phone, agreedOn} = contact;
      return {
        id: contactId,
        organization_id: id,
        ...(name !== null && {name}),
        ...(role !== null && {title: role.nl}),
        ...(email !== null && {email}),
        phones: phone === null ? [] : [{id: namedId('phone', contactId), contact_id: contactId, number: phone}],
        attributes: attributesOf(contactFields, {entity: 'contact', id: contactId}, {'title.en': role?.en, agreedOn}),
      };
    }),
    locations: place ? [place] : [],
    organization_identifiers: identifiersOf(id, value.externalIds),
    attributes: [
      ...attributesOf(resource, {entity: 'organization', id}, {resource: 'partner', community}),
      ...attributesOf(partnerFields, {entity: 'organization', id}, record),
    ],
  };
}

export function organizationOfInitiative({id, value, placeId}: KeptInitiative, {showPlace, community}: Options) {
  const shared = placeId === null ? undefined : showPlace(placeId);
  const {slug: _slug, ...place} = value.place ?? {};
  const record = {...value, 'summary.en': value.summary.en, place: value.place && place};
  const {website, email, phone} = value.contact;
  return {
    id,
    name: value.name,
    description: value.summary.nl,
    ...(email !== undefined && {email}),
    ...(website !== undefined && {website}),
    ...(value.since !== null && {year_incorporated: Number(value.since.slice(0, 4))}),
    phones: phone === undefined ? [] : [{id: namedId('phone', id), organization_id: id, number: phone}],
    locations: [...(shared ? [shared] : []), ...ownLocation(id, value)],
    organization_identifiers: identifiersOf(id, value.externalIds),
    attributes: [
      ...attributesOf(resource, {entity: 'organization', id}, {resource: 'initiative', community}),
      ...attributesOf(initiativeFields, {entity: 'organization', id}, record),
    ],
  };
}

export type Organization = ReturnType<typeof organizationOfPartner> | ReturnType<typeof organizationOfInitiative>;

function ownLocation(id: string, {name, location}: KeptInitiative['value']) {
  if (!location) return [];
  const [longitude, latitude] = location.coordinates;
  return [{id: namedId('location', id), organization_id: id, location_type: 'physical' as const, name, latitude, longitude}];
}

function identifiersOf(id: string, externalIds: KeptPartner['value']['externalIds']) {
  return externalIds.map((external, index) => ({
    id: namedId('identifier', id, index),
    organization_id: id,
    identifier_scheme: external.source,
    identifier_type: external.source,
    identifier: external.id,
  }));
}

export function isInitiative(organization: Document): boolean {
  return readAttributes(resource, organization['attributes'])['resource'] === 'initiative';
}

/** The partner that an organization is, in our own words: its parent and place by id. Somebody else's is of kind `other`. */
export function partnerOfOrganization(organization: Document): Record<string, unknown> {
  const told = readAttributes(partnerFields, organization['attributes']);
  const {'summary.en': en, ...rest} = told;
  const [place] = list(organization, 'locations');
  return {
    ...rest,
    kind: told['kind'] ?? 'other',
    name: organization['name'],
    summary: {nl: organization['description'], ...(en !== undefined && {en})},
    website: textOr(organization['website'], null),
    contacts: contactsOf(organization),
    parent: told['parent'] ?? idOr(organization['parent_organization_id'], null),
    place: place ? idOr(place['id'], null) : null,
    externalIds: externalIdsOf(organization),
  };
}

function contactsOf(organization: Document) {
  const own = list(organization, 'phones').map(({number}) => ({name: null, role: null, email: null, phone: number, agreedOn: null}));
  const people = list(organization, 'contacts').map((contact) => {
    const {'title.en': en, agreedOn} = readAttributes(contactFields, contact['attributes']);
    const [phone] = list(contact, 'phones');
    const title = textOr(contact['title'], null);
    return {
      // Nobody's name is public here without that person's word.
      name: agreedOn === null ? null : textOr(contact['name'], null),
      role: title === null ? null : {nl: title, ...(en !== undefined && {en})},
      email: textOr(contact['email'], null),
      phone: textOr(phone?.['number'], null),
      agreedOn,
    };
  });
  const email = textOr(organization['email'], null);
  return [...people, ...own, ...(email === null ? [] : [{name: null, role: null, email, phone: null, agreedOn: null}])];
}

export function initiativeOfOrganization(organization: Document): Record<string, unknown> {
  const {'summary.en': en, place, ...told} = readAttributes(initiativeFields, organization['attributes']);
  const [phone] = list(organization, 'phones');
  const contact = {
    website: textOr(organization['website'], undefined),
    email: textOr(organization['email'], undefined),
    phone: textOr(phone?.['number'], undefined),
  };
  const locations = list(organization, 'locations');
  const own = locations.find(({latitude, longitude}) => typeof latitude === 'number' && typeof longitude === 'number');
  const shared = locations.find((location) => location !== own);
  return {
    ...told,
    name: organization['name'],
    summary: {nl: organization['description'], ...(en !== undefined && {en})},
    place: place === null ? null : {...(place as object), ...(shared && {slug: idOr(shared['id'], undefined)})},
    location: own ? {type: 'Point', coordinates: [own['longitude'], own['latitude']]} : null,
    contact: Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined)),
    externalIds: externalIdsOf(organization),
  };
}

function externalIdsOf(organization: Document) {
  return list(organization, 'organization_identifiers').map(({identifier_scheme: scheme, identifier_type: type, identifier}) => ({
    source: scheme ?? type,
    id: identifier,
  }));
}
