// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {ServiceFunction} from './types.ts';

/** What a service does for residents, with their labels, in the order in which they are shown. */
export const serviceFunctions: Readonly<Record<ServiceFunction, Label>> = {
  information: {nl: 'Informatie', en: 'Information'},
  advice: {nl: 'Advies', en: 'Advice'},
  meeting: {nl: 'Ontmoeten', en: 'Meeting'},
  signalling: {nl: 'Signaleren', en: 'Signalling'},
  participation: {nl: 'Meedoen', en: 'Participation'},
  activation: {nl: 'Aan de slag', en: 'Activation'},
  support: {nl: 'Hulp en steun', en: 'Support'},
};
