import type {ClientOptions} from './client.ts';
import {exchangesResource, type Exchanges} from './exchanges.ts';
import {createHttp} from './http.ts';
import {listingsResource, type Listings} from './listings.ts';

/** What a member does with offers and requests. */
export type ExchangeWriter = {listings: Pick<Listings, 'create' | 'change'>; exchanges: Omit<Exchanges, 'resolve'>};

/** Only what a page needs to place, propose and settle: it weighs less than a whole client. */
export function createExchangeWriter(options: ClientOptions): ExchangeWriter {
  const http = createHttp(options);
  const communityPath = `/communities/${encodeURIComponent(options.community)}`;
  return {listings: listingsResource(http, communityPath), exchanges: exchangesResource(http, communityPath)};
}
