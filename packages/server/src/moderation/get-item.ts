import type {ModerationItem} from '@buurtkit/contract';
import {getInitiative} from '../initiatives/get-initiative.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {findAuthor} from '../submissions/store.ts';
import {contentOf} from '../submissions/submission-content.ts';
import {representItem, type ItemRow} from './item-row.ts';
import {findItemRow} from './store.ts';

/** One thing that waits, or waited, with who sent it and what it would change. */
export async function getItem(scope: Scope, id: string): Promise<{item: ModerationItem; revision: string}> {
  return inTransaction(scope, async (trxScope) => {
    const row = await findItemRow(trxScope, id);
    if (!row) throw new ProblemError('submission.not-found');
    const author = row.kind === 'report' ? null : await findAuthor(trxScope, id);
    return {item: representItem(row, author, await contentNow(trxScope, row)), revision: row.revision};
  });
}

async function contentNow(scope: TrxScope, {kind, subject_slug}: ItemRow) {
  if (kind !== 'initiative-change' || subject_slug === null) return null;
  return contentOf((await getInitiative(scope, subject_slug)).initiative);
}
