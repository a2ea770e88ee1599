import type {ClientOptions} from './client.ts';
import {exchangeReads, type ExchangeReads} from './exchanges.ts';
import {listingReads, type ListingReads} from './listings.ts';
import {createReadHttp} from './read-http.ts';

/** What a page shows of offers, requests and what comes of them. */
export type ExchangeReader = {listings: ListingReads; exchanges: ExchangeReads};

/** Only what a page asks that shows offers and requests, and no way to change them: it weighs less. */
export function createExchangeReader(options: ClientOptions): ExchangeReader {
  const http = createReadHttp(options);
  const communityPath = `/communities/${encodeURIComponent(options.community)}`;
  return {listings: listingReads(http, communityPath), exchanges: exchangeReads(http, communityPath)};
}
