import type {ModerationDecision} from '@buurtkit/contract';
import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';
import {representDecision} from './item-row.ts';
import {findItemRow} from './store.ts';

export type Decided = {decision: ModerationDecision; revision: string};

/** What was just decided, with the item's new revision. Nothing of its author: this answer is kept with its Idempotency-Key. */
export async function decisionOf(scope: TrxScope, id: string): Promise<Decided> {
  const row = await findItemRow(scope, id);
  if (!row) throw new ProblemError('submission.not-found');
  return {decision: representDecision(row), revision: row.revision};
}
