import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';

/** Who does this for themselves; a key has nobody behind it. */
export function requireMember({caller}: Scope): string {
  if (caller.kind !== 'member') throw new ProblemError('auth.not-allowed');
  return caller.id;
}
