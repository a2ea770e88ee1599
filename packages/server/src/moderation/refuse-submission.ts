import type {Refusal} from '@buurtkit/contract';
import {moderationMailMessages} from '@buurtkit/texts';
import {recordActs} from '../audit/record-acts.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {findAuthor, setDecided} from '../submissions/store.ts';
import {decisionOf, type Decided} from './decision-of.ts';
import {lockWaitingItem} from './lock-waiting-item.ts';
import {tellAuthor} from './tell-author.ts';

/** Says no, with a reason that its author gets to read. What stood there stays as it is. */
export async function refuseSubmission(scope: Scope, id: string, {reason}: Refusal, ifMatch: string): Promise<Decided> {
  return inTransaction(scope, async (trxScope) => {
    const item = await lockWaitingItem(trxScope, id, ifMatch, ['new-initiative', 'initiative-change']);
    const author = await findAuthor(trxScope, id);
    await setDecided(trxScope, id, {state: 'refused', initiativeId: item.subject_id, reason});
    await recordActs(trxScope, [{action: 'submission.refused', subjectId: id}]);

    if (author) {
      const words = moderationMailMessages[author.language](scope.community.addressForm);
      const paragraphs = [words.refusedText(item.title), words.refusedReason, reason, words.refusedNext];
      await tellAuthor(trxScope, author, 'refused', {subject: words.refusedSubject, paragraphs});
    }
    return decisionOf(trxScope, id);
  });
}
