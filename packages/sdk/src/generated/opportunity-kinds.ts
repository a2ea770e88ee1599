// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {OpportunityKind} from './types.ts';

/** Kinds of voluntary work, with their labels, in the order in which they are shown. */
export const opportunityKinds: Readonly<Record<OpportunityKind, Label>> = {
  once: {nl: 'Eenmalig', en: 'One-off'},
  recurring: {nl: 'Elke week of maand', en: 'Recurring'},
  flexible: {nl: 'Wanneer het uitkomt', en: 'Flexible'},
  'home-visit': {nl: 'Op bezoek', en: 'Home visit'},
  buddy: {nl: 'Maatje', en: 'Buddy'},
  'work-experience': {nl: 'Werkervaring', en: 'Work experience'},
  'day-activity': {nl: 'Dagbesteding', en: 'Day activity'},
  'school-placement': {nl: 'Maatschappelijke stage', en: 'School placement'},
};
