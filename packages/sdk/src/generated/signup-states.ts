// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {SignupState} from './types.ts';

/** How a sign-up stands, with their labels, in the order in which they are shown. */
export const signupStates: Readonly<Record<SignupState, Label>> = {
  held: {nl: 'Plek vastgehouden', en: 'Place held'},
  'awaiting-email': {nl: 'Wacht op bevestiging', en: 'Waiting for confirmation'},
  'awaiting-guardian': {nl: 'Wacht op een ouder', en: 'Waiting for a guardian'},
  'awaiting-review': {nl: 'Wacht op antwoord', en: 'Waiting for an answer'},
  'intro-planned': {nl: 'Kennismaking gepland', en: 'First talk planned'},
  confirmed: {nl: 'Bevestigd', en: 'Confirmed'},
  'checked-in': {nl: 'Aanwezig', en: 'Checked in'},
  done: {nl: 'Gedaan', en: 'Done'},
  'no-show': {nl: 'Niet gekomen', en: 'Did not come'},
  waitlisted: {nl: 'Op de wachtlijst', en: 'On the waiting list'},
  offered: {nl: 'Plek aangeboden', en: 'Place offered'},
  declined: {nl: 'Bedankt voor de plek', en: 'Declined'},
  expired: {nl: 'Verlopen', en: 'Expired'},
  refused: {nl: 'Niet gelukt', en: 'Refused'},
  cancelled: {nl: 'Afgemeld', en: 'Cancelled'},
};
