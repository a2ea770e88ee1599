import type {Fault, InitiativeQuery} from '@buurtkit/contract';
import {openFaults} from '../opening/open-condition.ts';

/** What is wrong with a query for initiatives that only shows where the keys meet each other or the clock. */
export function queryFaults({open}: Partial<InitiativeQuery>, now: Date): Fault[] {
  return openFaults(open, now);
}
