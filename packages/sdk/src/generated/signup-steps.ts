// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {SignupStep} from './types.ts';

/** What comes next after signing up, with their labels, in the order in which they are shown. */
export const signupSteps: Readonly<Record<SignupStep, Label>> = {
  'confirm-email': {nl: 'Bevestig via de mail', en: 'Confirm by e-mail'},
  'ask-guardian': {nl: 'Een ouder geeft toestemming', en: 'A guardian consents'},
  'wait-for-answer': {nl: 'Je krijgt antwoord', en: 'You get an answer'},
  'wait-for-place': {nl: 'Je hoort het als er plek is', en: 'You hear when there is a place'},
  come: {nl: 'Kom langs', en: 'Come'},
};
