import {isAddress} from '../choices/address.ts';
import type {AttributeFault} from '../configuration/attribute-fault.ts';
import {faultIn, stateKeyRule, type AttributeRule} from '../configuration/attribute-rules.ts';
import {readFilters, type Filters} from '../filters/filters.ts';
import {pageRules} from './opportunity-filters.ts';

type Attributes = {
  community: string | null;
  headingLevel: number;
  initiative: string | null;
  area: string | null;
  theme: string | null;
  opportunity: string | null;
  stateKey: string;
};

/** What the page narrows the list to, and the first attribute that can't be used. */
export function readAttributes(given: Attributes): {base: Filters; fault: AttributeFault | null} {
  const narrowing = (['initiative', 'area', 'theme'] as const).flatMap((key) => (given[key] === null ? [] : [[key, given[key]]]));
  const {filters, refused} = readFilters(new URLSearchParams(narrowing), pageRules);
  const rules = refused.map((key): AttributeRule => [key, false, 'has a value that is not there']);
  const opportunity: AttributeRule = ['opportunity', given.opportunity === null || isAddress(given.opportunity), 'is no id'];
  return {base: filters, fault: faultIn(given, ...rules, opportunity, stateKeyRule(given.stateKey))};
}
