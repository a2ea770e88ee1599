import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';

/** An organiser may change only what its key is for: `initiative:{slug}` or `partner:{slug}`. */
export function requireTarget({caller}: Scope, target: `${'initiative' | 'partner'}:${string}`): void {
  if (caller.kind === 'key' && caller.role === 'organiser' && caller.target !== target) throw new ProblemError('auth.not-allowed');
}
