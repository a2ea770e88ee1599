// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {VogRequirement} from './types.ts';

/** Whether a certificate of conduct (VOG) is needed, with their labels, in the order in which they are shown. */
export const vogRequirements: Readonly<Record<VogRequirement, Label>> = {
  none: {nl: 'Geen VOG nodig', en: 'No certificate of conduct needed'},
  preferred: {nl: 'Liefst met VOG', en: 'Certificate of conduct preferred'},
  required: {nl: 'VOG nodig', en: 'Certificate of conduct needed'},
};
