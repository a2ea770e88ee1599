import {accountReads, type AccountReads} from './accounts.ts';
import type {ClientOptions} from './client.ts';
import {entryReads, type EntryReads} from './entries.ts';
import {fundResource, type CommunityFund} from './fund.ts';
import {paymentRequestReads, type PaymentRequestReads} from './payment-requests.ts';
import {createReadHttp} from './read-http.ts';
import {transferReads, type TransferReads} from './transfers.ts';

/** What a page shows of time credits. */
export type CreditReader = {
  accounts: AccountReads;
  entries: EntryReads;
  paymentRequests: PaymentRequestReads;
  transfers: TransferReads;
  fund: CommunityFund;
};

/** Only what a page asks that shows time credits, and no way to move them: it weighs less. */
export function createCreditReader(options: ClientOptions): CreditReader {
  const http = createReadHttp(options);
  const communityPath = `/communities/${encodeURIComponent(options.community)}`;
  return {
    accounts: accountReads(http, communityPath),
    entries: entryReads(http, communityPath),
    paymentRequests: paymentRequestReads(http, communityPath),
    transfers: transferReads(http, communityPath),
    fund: fundResource(http, communityPath),
  };
}
