import {ProblemError} from '../problem-error.ts';
import type {Caller, Scope} from '../scope.ts';

export type Person = Extract<Caller, {kind: 'member'}>;

/** The person who signed in, on a route that is for people only. */
export function requirePerson({caller}: Pick<Scope, 'caller'>): Person {
  if (caller.kind !== 'member') throw new ProblemError('auth.not-allowed');
  return caller;
}
