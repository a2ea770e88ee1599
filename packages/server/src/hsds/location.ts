import type {NewSharedPlace} from '@buurtkit/contract';
import type {KeptPlace} from '../exports/records.ts';
import {attributesOf, readAttributes, type AttributeFields} from './attributes.ts';
import {namedId} from './named-id.ts';
import {list, textOr, type Document} from './document.ts';

export const placeFields = {
  slug: {otherwise: undefined},
  city: {otherwise: undefined},
  areaCode: {otherwise: null},
  areaYear: {isJson: true, otherwise: null},
  accessibility: {isJson: true, otherwise: {}},
  isAvailable: {isJson: true, otherwise: false},
  availableFor: {isJson: true, otherwise: null},
} as const satisfies AttributeFields;

/** A shared place as an HSDS location; its address needs a street, so a place without one keeps its city as an attribute. */
export function locationOfPlace({id, value}: KeptPlace) {
  const {address, location, city} = value;
  return {
    id,
    location_type: 'physical' as const,
    name: value.name,
    ...(location && {latitude: location.coordinates[1], longitude: location.coordinates[0]}),
    addresses: address
      ? [
          {
            id: namedId('address', id),
            location_id: id,
            address_1: address.street,
            city,
            state_province: '',
            postal_code: address.postcode ?? '',
            country: 'NL',
            address_type: 'physical' as const,
          },
        ]
      : [],
    attributes: attributesOf(placeFields, {entity: 'location', id}, {...value, ...(address && {city: undefined})}),
  };
}

export type Location = ReturnType<typeof locationOfPlace>;

/** The place that a location is, in our own words; what it lacks the contract finds. */
export function placeOfLocation(location: Document): Record<keyof NewSharedPlace, unknown> {
  const told = readAttributes(placeFields, location['attributes']);
  const [address] = list(location, 'addresses');
  const street = textOr(address?.['address_1'], undefined);
  const {latitude, longitude} = location;
  return {
    slug: told['slug'],
    name: textOr(location['name'], textOr(location['alternate_name'], street)),
    address: address && street !== undefined ? {street, postcode: textOr(address['postal_code'], null)} : null,
    city: told['city'] ?? textOr(address?.['city'], undefined),
    areaCode: told['areaCode'],
    areaYear: told['areaYear'],
    location: typeof latitude === 'number' && typeof longitude === 'number' ? {type: 'Point', coordinates: [longitude, latitude]} : null,
    accessibility: told['accessibility'],
    isAvailable: told['isAvailable'],
    availableFor: told['availableFor'],
  };
}
