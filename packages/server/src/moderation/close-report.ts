import {recordActs} from '../audit/record-acts.ts';
import {setClosed} from '../reports/store.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {decisionOf, type Decided} from './decision-of.ts';
import {lockWaitingItem} from './lock-waiting-item.ts';

/** A report has been dealt with. */
export async function closeReport(scope: Scope, id: string, ifMatch: string): Promise<Decided> {
  return inTransaction(scope, async (trxScope) => {
    await lockWaitingItem(trxScope, id, ifMatch, ['report']);
    await setClosed(trxScope, id);
    await recordActs(trxScope, [{action: 'report.closed', subjectId: id}]);
    return decisionOf(trxScope, id);
  });
}
