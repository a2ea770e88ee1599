import type {Community} from '@buurtkit/sdk';
import type {AttributeFault} from '../configuration/attribute-fault.ts';

/** What is wrong where a component with time credits stands on a page of a community that has none; null while that isn't known. */
export function creditsFault(community: Community | null): AttributeFault | null {
  return community !== null && community.credits === null ? {attribute: 'community', reason: 'has no time credits'} : null;
}
