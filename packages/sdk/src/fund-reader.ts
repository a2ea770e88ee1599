import type {ClientOptions} from './client.ts';
import {fundResource, type CommunityFund} from './fund.ts';
import {createReadHttp} from './read-http.ts';

/** What a page asks that only shows what a community gave together. */
export function createFundReader(options: ClientOptions): CommunityFund {
  return fundResource(createReadHttp(options), `/communities/${encodeURIComponent(options.community)}`);
}
