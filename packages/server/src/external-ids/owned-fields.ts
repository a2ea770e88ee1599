import type {OwnedField} from '@buurtkit/contract';
import {ProblemError} from '../problem-error.ts';

/** Per field the system that keeps it. */
export type OwnedFields = Record<string, string>;

export function representOwnedFields(owned: OwnedFields): OwnedField[] {
  return Object.entries(owned).map(([field, source]) => ({field, source}));
}

/** Refuses a change of fields that another system keeps: the next time it tells us, the change would be gone. */
export function requireUnowned(owned: OwnedFields, changes: object): void {
  const faults = Object.entries(changes)
    .filter(([field, value]) => value !== undefined && field in owned)
    .map(([field]) => ({pointer: `#/${field}`, code: 'not-allowed' as const}));
  if (faults.length > 0) throw new ProblemError('request.invalid', {faults});
}
