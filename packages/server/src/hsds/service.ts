import type {KeptService} from '../exports/records.ts';
import {attributesOf, readAttributes, type AttributeFields} from './attributes.ts';
import {idOr, list, textOr, type Document} from './document.ts';
import {namedId} from './named-id.ts';
import {hoursOfSchedules, schedulesOf} from './schedules.ts';

const optionalText = {otherwise: undefined} as const;

export const serviceFields = {
  'name.en': optionalText,
  'summary.en': optionalText,
  'forWhom.en': optionalText,
  'howToGet.en': optionalText,
  'cost.en': optionalText,
  capacity: {isJson: true, otherwise: null},
  functions: {taxonomy: 'service-function', isList: true, otherwise: []},
  themes: {taxonomy: 'theme', isList: true, otherwise: []},
  areas: {isJson: true, isList: true, otherwise: []},
  openingHours: {isJson: true, otherwise: null},
  externalIds: {isJson: true, isList: true, otherwise: []},
} as const satisfies AttributeFields;

export function hsdsService({id, partnerId, value}: KeptService) {
  const {name, summary, forWhom, howToGet, cost, contact, areas} = value;
  const english = {
    'name.en': name.en,
    'summary.en': summary.en,
    'forWhom.en': forWhom?.en,
    'howToGet.en': howToGet?.en,
    'cost.en': cost?.en,
  };
  return {
    id,
    organization_id: partnerId,
    name: name.nl,
    description: summary.nl,
    ...(contact.website !== undefined && {url: contact.website}),
    ...(contact.email !== undefined && {email: contact.email}),
    status: value.status === 'temporarily-closed' ? ('temporarily closed' as const) : value.status,
    ...(howToGet && {application_process: howToGet.nl}),
    ...(cost && {fees_description: cost.nl}),
    ...(forWhom && {eligibility_description: forWhom.nl}),
    phones: contact.phone === undefined ? [] : [{id: namedId('phone', id), service_id: id, number: contact.phone}],
    schedules: schedulesOf(value.openingHours, {service_id: id}),
    service_areas: areas.map((area, index) => ({
      id: namedId('service-area', id, index),
      service_id: id,
      name: area.name,
      extent: area.code,
      extent_type: area.year === null ? 'other' : 'CBS',
    })),
    attributes: attributesOf(serviceFields, {entity: 'service', id}, {...value, ...english}),
  };
}

/** Where a service is given. It is at one place at most, so the link goes by the id of the service itself. */
export function hsdsServiceAtLocation({id, placeId}: {id: string; placeId: string}) {
  return {id, service_id: id, location_id: placeId};
}

/** The service in our own words: its organisation and place by id. */
export function serviceOfHsds(service: Document, placeId: unknown): Record<string, unknown> {
  const {'name.en': nameEn, 'summary.en': summaryEn, ...told} = readAttributes(serviceFields, service['attributes']);
  const {'forWhom.en': forWhomEn, 'howToGet.en': howToGetEn, 'cost.en': costEn, ...rest} = told;
  const texts = (nl: unknown, en: unknown) => (textOr(nl, undefined) === undefined ? null : {nl, ...(en !== undefined && {en})});
  const [phone] = list(service, 'phones');
  const contact = {
    website: textOr(service['url'], undefined),
    email: textOr(service['email'], undefined),
    phone: textOr(phone?.['number'], undefined),
  };
  return {
    ...rest,
    openingHours: rest['openingHours'] ?? hoursOfSchedules(list(service, 'schedules')),
    partner: idOr(service['organization_id'], undefined),
    name: {nl: service['name'], ...(nameEn !== undefined && {en: nameEn})},
    // HSDS asks for no description, we do: then its name has to do.
    summary: {nl: textOr(service['description'], service['name']), ...(summaryEn !== undefined && {en: summaryEn})},
    forWhom: texts(service['eligibility_description'], forWhomEn),
    howToGet: texts(service['application_process'], howToGetEn),
    cost: texts(service['fees_description'], costEn),
    status: service['status'] === 'temporarily closed' ? 'temporarily-closed' : service['status'],
    place: idOr(placeId, null),
    contact: Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined)),
  };
}
