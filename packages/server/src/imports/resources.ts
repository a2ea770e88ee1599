import {initiativeResource} from './initiative-resource.ts';
import {partnerResource} from './partner-resource.ts';
import {placeResource} from './place-resource.ts';
import type {ResourceName} from './import-record.ts';
import type {Resource} from './resource.ts';
import {serviceResource} from './service-resource.ts';

const resources: {[Name in ResourceName]: Resource<Name>} = {
  initiative: initiativeResource,
  partner: partnerResource,
  service: serviceResource,
  place: placeResource,
};

export function resourceOf(name: ResourceName): Resource {
  return resources[name] as unknown as Resource;
}

/** What names others after those that it names. */
export const inOrderOfDependence = (['place', 'partner', 'service', 'initiative'] as const).map(resourceOf);
