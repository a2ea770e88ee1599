import type {Initiative, InitiativeFilters} from '@buurtkit/contract';

/** Whether it is open then; what tells no hours is never known to be open. */
export function isOpen({opening}: Initiative, open: InitiativeFilters['open']): boolean {
  if (open === undefined) return true;
  const moment = open === 'now' ? Date.now() : Date.parse(open);
  return opening?.openings.some(({from, until}) => Date.parse(from) <= moment && moment < Date.parse(until)) ?? false;
}
