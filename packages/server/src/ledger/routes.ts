import {
  exportLedger as exportLedgerRoute,
  getEntry as getEntryRoute,
  getFund,
  getLedgerHead,
  listCheckpoints as listCheckpointsRoute,
  mediaTypes,
  reverseEntry as reverseEntryRoute,
} from '@buurtkit/contract';
import {ok, route} from '../http/bind-route.ts';
import {inTransaction} from '../scope.ts';
import {accountRoutes} from './accounts/routes.ts';
import {getEntry} from './entries/get-entry.ts';
import {reverseEntry} from './entries/reverse-entry.ts';
import {writtenEntry} from './entries/written-entry.ts';
import {exportLedger} from './proof/export-ledger.ts';
import {listCheckpoints, readFund, readHead} from './proof/public-proof.ts';
import {receiptPdf} from './statements/receipt-pdf.ts';
import {transferRoutes} from './transfers/routes.ts';

/** All routes of time credits. */
export const ledgerRoutes = [
  ...accountRoutes,
  ...transferRoutes,
  route(getEntryRoute, async (scope, {params, format}) => {
    const entry = await inTransaction(scope, (trxScope) => getEntry(trxScope, params.id));
    return format === 'pdf' ? ok(null, {file: {contentType: mediaTypes.pdf, content: await receiptPdf(scope, entry)}}) : ok(entry);
  }),
  route(reverseEntryRoute, async (scope, {params, body, entry}) =>
    writtenEntry(scope, (trxScope) => reverseEntry(trxScope, params.id, body.reason, entry)),
  ),
  route(getFund, async (scope) => ok(await readFund(scope))),
  route(getLedgerHead, async (scope) => ok(await readHead(scope))),
  route(listCheckpointsRoute, async (scope) => ok({data: await listCheckpoints(scope)})),
  route(exportLedgerRoute, async (scope) => ok(null, {text: {contentType: mediaTypes.ndjson, chunks: exportLedger(scope)}})),
];
