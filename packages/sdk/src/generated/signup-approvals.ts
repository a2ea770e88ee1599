// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {SignupApproval} from './types.ts';

/** Whether a sign-up is looked at first, with their labels, in the order in which they are shown. */
export const signupApprovals: Readonly<Record<SignupApproval, Label>> = {
  automatic: {nl: 'Meteen', en: 'At once'},
  review: {nl: 'Na een kennismaking', en: 'After a first talk'},
};
