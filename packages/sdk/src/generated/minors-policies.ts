// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {MinorsPolicy} from './types.ts';

/** Whether minors can take part, with their labels, in the order in which they are shown. */
export const minorsPolicies: Readonly<Record<MinorsPolicy, Label>> = {
  none: {nl: 'Niet voor wie jonger is', en: 'Not for minors'},
  guardian: {nl: 'Met toestemming van een ouder', en: 'With a guardian’s consent'},
  supervised: {nl: 'Onder begeleiding', en: 'Supervised'},
};
