import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';

/** Whole steps only: said when minutes are asked or kept apart, not only when it would be given. */
export async function requireStep(scope: TrxScope, minutes: number): Promise<void> {
  const {step_minutes: step} = await scope.trx
    .selectFrom('credit_settings')
    .select('step_minutes')
    .where('community_id', '=', scope.community.id)
    .executeTakeFirstOrThrow();
  if (minutes % step !== 0) throw new ProblemError('transfer.not-in-step');
}
