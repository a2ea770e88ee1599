import type {AttributeFault} from '../configuration/attribute-fault.ts';
import {faultIn, stateKeyRule, type AttributeRule} from '../configuration/attribute-rules.ts';
import {readFilters, type Filters} from '../filters/filters.ts';
import {listingFilterRules} from './listing-filters.ts';

type Attributes = {
  community: string | null;
  headingLevel: number;
  kind: string | null;
  category: string | null;
  area: string | null;
  stateKey: string;
};

/** What the page narrows the list to, and the first attribute that can't be used. */
export function readAttributes(given: Attributes): {base: Filters; fault: AttributeFault | null} {
  const narrowing = (['kind', 'category', 'area'] as const).flatMap((key) => (given[key] === null ? [] : [[key, given[key]]]));
  const {filters, refused} = readFilters(new URLSearchParams(narrowing), listingFilterRules);
  const rules = refused.map((key): AttributeRule => [key, false, 'has a value that is not there']);
  return {base: filters, fault: faultIn(given, ...rules, stateKeyRule(given.stateKey))};
}
