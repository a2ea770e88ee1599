import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';

/** An organiser may change only what they are there for: `initiative:{slug}` or `partner:{slug}`. */
export function requireTarget({caller}: Scope, target: `${'initiative' | 'partner'}:${string}`): void {
  if ('role' in caller && caller.role === 'organiser' && caller.target !== target) throw new ProblemError('auth.not-allowed');
}
