import type {Fault, InitiativeQuery} from '@buurtkit/contract';
import {openFaults} from '../opening/open-condition.ts';

/** What is wrong with a query for initiatives that only shows where the keys meet each other or the clock. */
export function queryFaults({open, sort, near}: Partial<InitiativeQuery>, now: Date): Fault[] {
  const isLost = sort === 'distance' && near === undefined;
  return [...openFaults(open, now), ...(isLost ? [{parameter: 'near', code: 'required' as const}] : [])];
}
