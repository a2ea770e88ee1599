import type {ClientOptions} from './client.ts';
import {entryWriter} from './entry-writer.ts';
import {createHttp} from './http.ts';
import {paymentRequestsResource, type PaymentRequests} from './payment-requests.ts';
import {redemptionsResource, type Redemptions} from './redemptions.ts';
import {transfersResource, type Transfers} from './transfers.ts';

/** What somebody does with their own time credits. */
export type CreditWriter = {
  transfers: Pick<Transfers, 'create'>;
  paymentRequests: Pick<PaymentRequests, 'create' | 'accept' | 'refuse' | 'withdraw'>;
  redemptions: Redemptions;
};

/** Only what a page needs to give and to ask: it weighs less than a whole client. */
export function createCreditWriter(options: ClientOptions): CreditWriter {
  const http = createHttp(options);
  const writeEntry = entryWriter(http, options);
  const communityPath = `/communities/${encodeURIComponent(options.community)}`;
  return {
    transfers: transfersResource(http, writeEntry, communityPath),
    paymentRequests: paymentRequestsResource(http, writeEntry, communityPath),
    redemptions: redemptionsResource(http, writeEntry, communityPath),
  };
}
