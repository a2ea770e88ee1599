// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {InitiativeContext} from './types.ts';

/** Kinds of surroundings, with their labels, in the order in which they are shown. */
export const initiativeContexts: Readonly<Record<InitiativeContext, Label>> = {
  'priority-district': {nl: 'Krachtwijk', en: 'Priority district'},
  vinex: {nl: 'Vinexwijk', en: 'Vinex district'},
  'woonerf-estate': {nl: 'Bloemkoolwijk', en: 'Woonerf estate'},
  'shrinking-region': {nl: 'Krimpregio', en: 'Shrinking region'},
  'disadvantaged-region': {nl: 'Achterstandsgebied', en: 'Disadvantaged region'},
  'urbanised-countryside': {nl: 'Verstedelijkt platteland', en: 'Urbanised countryside'},
};
