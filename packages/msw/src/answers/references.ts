import type {Partner, PartnerReference, Place} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import type {MockState} from '../mock-state.ts';

export function referenceTo({slug, community, name, kind}: PartnerReference): PartnerReference {
  return {slug, community, name, kind};
}

/** The organisation that an address names, of any community; another address is a fault of what named it. */
export function partnerNamed({partners}: MockState, community: string, address: string, pointer: string): Partner {
  const [slug, own = community] = address.split('~').reverse();
  const found = partners.find((one) => one.slug === slug && one.community === own);
  if (!found) throw new MockProblem('request.invalid', {faults: [{pointer, code: 'unknown'}]});
  return found;
}

/** The place as others show it. */
export function placeNamed({places}: MockState, community: string, slug: string | null, pointer: string): Place | null {
  if (slug === null) return null;
  const found = places.find((one) => one.slug === slug && one.community === community);
  if (!found) throw new MockProblem('request.invalid', {faults: [{pointer, code: 'unknown'}]});
  const {city, areaCode, areaYear, name} = found;
  return {city, areaCode, areaYear, precision: 'exact', slug, name};
}
