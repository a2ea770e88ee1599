// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {ShiftState} from './types.ts';

/** Whether one can sign up for a shift, and why not, with their labels, in the order in which they are shown. */
export const shiftStates: Readonly<Record<ShiftState, Label>> = {
  open: {nl: 'Er is plek', en: 'There is room'},
  waitlist: {nl: 'Vol; je kunt op de wachtlijst', en: 'Full; you can join the waiting list'},
  full: {nl: 'Vol', en: 'Full'},
  'not-yet': {nl: 'Aanmelden kan nog niet', en: 'Sign-up is not open yet'},
  closed: {nl: 'Aanmelden kan niet meer', en: 'Sign-up is closed'},
  past: {nl: 'Voorbij', en: 'Past'},
  cancelled: {nl: 'Gaat niet door', en: 'Cancelled'},
};
