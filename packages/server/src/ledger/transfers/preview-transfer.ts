import type {NewTransfer, TransferPreview} from '@buurtkit/contract';
import {uuidv7} from '../../http/uuid.ts';
import {ProblemError} from '../../problem-error.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {findAccountRow, representAccount, representCounterparty, type AccountRow} from '../accounts/account-row.ts';
import {systemAccount} from '../accounts/system-account.ts';
import {inTurn} from '../in-turn.ts';
import {createTransfer, givingAccount, requireReceiver} from './create-transfer.ts';

class NotForReal extends Error {}

/** What a transfer would do, by doing it and turning back: no rule stands in two places. */
export async function previewTransfer(scope: Scope, transfer: NewTransfer): Promise<TransferPreview> {
  const [from, to, fundMinutes] = await inTransaction(scope, async (trxScope) => {
    const giver = await givingAccount(trxScope, transfer.fromAccountId);
    return [giver, await requireReceiver(trxScope, transfer.toAccountId), await fundCouldAdd(trxScope, giver, transfer.minutes)] as const;
  });
  const code = await whatStandsInTheWay(scope, transfer);
  const beforeMinutes = Number(from.balance);
  return {
    to: representCounterparty(to, scope.language),
    minutes: transfer.minutes,
    beforeMinutes,
    afterMinutes: beforeMinutes - transfer.minutes,
    isAllowed: code === null,
    code,
    fundMinutes: code === 'transfer.limit-reached' ? fundMinutes : null,
  };
}

async function whatStandsInTheWay(scope: Scope, transfer: NewTransfer): Promise<ProblemError['code'] | null> {
  try {
    return await inTurn(scope.community.id, () =>
      inTransaction(scope, async (trxScope) => {
        await createTransfer(trxScope, transfer, {id: uuidv7(scope.now), hash: Buffer.alloc(32)});
        throw new NotForReal();
      }),
    );
  } catch (error) {
    if (error instanceof NotForReal) return null;
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

/** What the giver is short of, when the fund has it. */
async function fundCouldAdd(scope: TrxScope, from: AccountRow, minutes: number): Promise<number | null> {
  const fund = await findAccountRow(scope, await systemAccount(scope, 'fund'));
  if (!fund || from.id === fund.id || from.kind !== 'member') return null;
  const {availableMinutes: available} = representAccount(from, scope.language);
  const {availableMinutes: inFund} = representAccount(fund, scope.language);
  const short = available === null ? 0 : minutes - available;
  return short > 0 && inFund !== null && inFund >= short ? short : null;
}
