import {isWord} from '../filters/filter-rules.ts';
import {isHeadingLevel} from '../headings/heading.ts';
import type {AttributeFault} from './attribute-fault.ts';

/** What an attribute must be, and what to tell the developer of the page when it isn't. */
export type AttributeRule = readonly [attribute: string, isUsable: boolean, reason: string];

/** The first attribute that can't be used, among those that every component has and its own. */
export function faultIn(given: {community: string | null; headingLevel: number}, ...own: readonly AttributeRule[]): AttributeFault | null {
  const rules: AttributeRule[] = [
    ['community', given.community === null || isWord(given.community), 'is no slug'],
    ['heading-level', isHeadingLevel(given.headingLevel), 'is not 1 to 6'],
    ...own,
  ];
  const broken = rules.find(([, isUsable]) => !isUsable);
  return broken ? {attribute: broken[0], reason: broken[2]} : null;
}

/** Name of the parameter in the page's address. */
export function stateKeyRule(stateKey: string): AttributeRule {
  return ['state-key', /^[\w.-]+$/.test(stateKey), 'is no plain word'];
}
