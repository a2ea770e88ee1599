import type {NewOpportunity, Opportunity, OpportunityChanges, OpportunityListItem, OpportunityQuery} from './generated/types.ts';
import type {ChangeOptions, Http, RequestOptions, WriteOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';
import type {ReadHttp} from './read-http.ts';

/** Work that looks for hands, in one community or in all members of a region. */
export type Opportunities = {
  /**
   * Looks for work that is open now. Each item has its coming shift.
   *
   * @throws {ApiError} `request.invalid` when a filter has a value that isn't there, or `radius` stands without `near`;
   * `community.not-found`.
   * @example
   * const near: [number, number] = [6.872, 53.358];
   * const page = await client.opportunities.list({near, weekday: ['tu'], partOfDay: ['afternoon'], vog: ['none'], facets: ['kind']});
   * @example
   * for await (const {title} of client.opportunities.list({free: 'true'})) console.log(title.nl);
   */
  list(query?: OpportunityQuery, options?: RequestOptions): PagedList<OpportunityListItem>;
  /**
   * One piece of work with all its coming shifts; one that is closed too.
   *
   * @throws {ApiError} `opportunity.not-found`.
   */
  get(id: string, options?: RequestOptions): Promise<Opportunity>;
  /**
   * Offers work. Needs a key of a coordinator or administrator, or of an organiser for an own initiative or organisation.
   *
   * @throws {ApiError} `request.invalid` with all `errors`; `auth.required`; `auth.not-allowed`.
   * @example
   * const title = {nl: 'Koffie schenken'};
   * await client.opportunities.create({title, summary: {nl: 'Je ontvangt bezoekers.'}, kind: 'recurring', initiative: 'dorpshuis'});
   */
  create(opportunity: NewOpportunity, options?: WriteOptions): Promise<Opportunity>;
  /**
   * Changes work: what is left out stays, a list is replaced whole. `isClosed` takes it off the list.
   *
   * @throws {ApiError} `revision.changed` when somebody else changed it since `ifMatch`; `request.invalid`; `auth.not-allowed`.
   * @example
   * const seen = await client.opportunities.get(id);
   * await client.opportunities.change(seen.id, {isClosed: true}, {ifMatch: seen});
   */
  change(id: string, changes: OpportunityChanges, options: ChangeOptions): Promise<Opportunity>;
};

/** What a page shows of it. */
export type OpportunityReads = Pick<Opportunities, 'list' | 'get'>;

export function opportunityReads(http: ReadHttp, communityPath: string): OpportunityReads {
  const path = `${communityPath}/opportunities`;
  return {
    list: (query = {}, options) => pagedList(query, (page) => http.get(path, {...query, ...page}, options)),
    get: (id, options) => http.get(`${path}/${encodeURIComponent(id)}`, {}, options),
  };
}

export function opportunitiesResource(http: Http, communityPath: string): Opportunities {
  const path = `${communityPath}/opportunities`;
  return {
    ...opportunityReads(http, communityPath),
    create: (opportunity, options) => http.post(path, opportunity, options),
    change: (id, changes, options) => http.patch(`${path}/${encodeURIComponent(id)}`, changes, options),
  };
}
