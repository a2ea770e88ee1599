import {
  findCounterparty as findCounterpartyRoute,
  freezeAccount as freezeAccountRoute,
  getAccount as getAccountRoute,
  getAccountHistory,
  getBalance,
  getMyAccount,
  getStatement,
  listAccountEntries,
  listCounterparties as listCounterpartiesRoute,
  setAccountLimits,
} from '@buurtkit/contract';
import {ok, route, type Reply} from '../../http/bind-route.ts';
import {nextPageLink} from '../../http/links.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {listEntries} from '../entries/list-entries.ts';
import {readStatement} from '../entries/read-statement.ts';
import {nextExpiring} from '../expiry/expiring.ts';
import {statementFile} from '../statements/statement-file.ts';
import {representAccount, type AccountRow} from './account-row.ts';
import {balanceAt} from './balance-at.ts';
import {freezeAccount, setLimits} from './decide-on-account.ts';
import {findCounterparty, listCounterparties} from './find-counterparties.ts';
import {ownAccount} from './own-accounts.ts';
import {readHistory} from './read-history.ts';
import {requireAccount} from './require-account.ts';

/** Answers about an account that the caller may see. */
function about(scope: Scope, id: string, answer: (scope: TrxScope, account: AccountRow) => Promise<Reply>): Promise<Reply> {
  return inTransaction(scope, async (trxScope) =>
    answer(trxScope, await requireAccount(trxScope, id === 'mine' ? await ownAccount(trxScope) : id, 'see')),
  );
}

const told = async (scope: TrxScope, account: AccountRow) =>
  ok(representAccount(account, scope.language, await nextExpiring(scope, account.id)));

const weeksInAYear = 52;

export const accountRoutes = [
  route(getMyAccount, async (scope) => about(scope, 'mine', told)),

  route(getAccountRoute, async (scope, {params}) => about(scope, params.id, told)),

  route(getBalance, async (scope, {params, query}) =>
    about(scope, params.id, async (trxScope, {id}) => {
      const at = query.at === undefined ? scope.now : new Date(query.at);
      return ok({accountId: id, at: at.toISOString(), minutes: await balanceAt(trxScope, id, at)});
    }),
  ),

  route(listAccountEntries, async (scope, {params, query}) =>
    about(scope, params.id, async (trxScope, {id}) => {
      const page = await listEntries(trxScope, id, query);
      const path = `/communities/${scope.community.slug}/accounts/${id}/entries`;
      return ok(page, {headers: nextPageLink(scope.publicUrl, path, query, page.next)});
    }),
  ),

  route(getStatement, async (scope, {params, format}) =>
    about(scope, params.id, async (trxScope, account) => {
      const statement = await readStatement(trxScope, account, params.month);
      return format === 'json' ? ok(statement) : ok(null, {file: await statementFile(scope, statement, format)});
    }),
  ),

  route(getAccountHistory, async (scope, {params, query}) =>
    about(scope, params.id, async (trxScope, {id}) => ok(await readHistory(trxScope, id, query.weeks ?? weeksInAYear))),
  ),

  route(listCounterpartiesRoute, async (scope) => ok({data: await listCounterparties(scope)})),

  route(findCounterpartyRoute, async (scope, {body}) => ok(await findCounterparty(scope, body.number))),

  route(setAccountLimits, async (scope, {params, body}) =>
    inTransaction(scope, async (trxScope) => ok(representAccount(await setLimits(trxScope, params.id, body), scope.language))),
  ),

  route(freezeAccountRoute, async (scope, {params, body}) =>
    inTransaction(scope, async (trxScope) => ok(representAccount(await freezeAccount(trxScope, params.id, body), scope.language))),
  ),
];
