// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {ServiceStatus} from './types.ts';

/** Whether a service is there, with their labels, in the order in which they are shown. */
export const serviceStatuses: Readonly<Record<ServiceStatus, Label>> = {
  active: {nl: 'Is er', en: 'Active'},
  inactive: {nl: 'Is er nu niet', en: 'Inactive'},
  defunct: {nl: 'Bestaat niet meer', en: 'Defunct'},
  'temporarily-closed': {nl: 'Tijdelijk dicht', en: 'Temporarily closed'},
};
