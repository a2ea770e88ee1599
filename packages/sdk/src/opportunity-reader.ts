import type {ClientOptions} from './client.ts';
import {opportunityReads, type OpportunityReads} from './opportunities.ts';
import {createReadHttp} from './read-http.ts';

/** Only what a page asks that shows work; beside a `Reader`, which most pages need without it. */
export function createOpportunityReader(options: ClientOptions): OpportunityReads {
  return opportunityReads(createReadHttp(options), `/communities/${encodeURIComponent(options.community)}`);
}
