import type {NewPartner, Partner, PartnerChanges, PartnerListItem, PartnerQuery} from './generated/types.ts';
import type {ChangeOptions, Http, RequestOptions, WriteOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';
import type {ReadHttp} from './read-http.ts';

/** Organisations of one community, or of all members of a region. */
export type Partners = {
  /**
   * Looks for organisations.
   *
   * @throws {ApiError} `request.invalid` when a filter has a value that isn't there; `community.not-found`.
   * @example
   * const page = await client.partners.list({function: ['advice'], open: 'now', facets: ['kind']});
   * @example
   * for await (const {name} of client.partners.list({kind: ['social-work']})) console.log(name);
   */
  list(query?: PartnerQuery, options?: RequestOptions): PagedList<PartnerListItem>;
  /**
   * One organisation with its services, its members when it is a network, and the initiatives that it stands behind. Within
   * a region, `{community}~{slug}` names one of several with the same slug.
   *
   * @throws {ApiError} `partner.not-found`; `slug.ambiguous`, with `problem.addresses` to choose from.
   */
  get(slug: string, options?: RequestOptions): Promise<Partner>;
  /**
   * Adds an organisation. Needs a key of a coordinator or administrator.
   *
   * @throws {ApiError} `request.invalid` with all `errors`; `slug.taken`; `auth.required`; `auth.not-allowed`.
   * @example
   * await client.partners.create({name: 'Welzijn Oost', kind: 'social-work', summary: {nl: 'Helpt bewoners van Oost.'}});
   */
  create(partner: NewPartner, options?: WriteOptions): Promise<Partner>;
  /**
   * Changes an organisation: what is left out stays, a list is replaced whole.
   *
   * @throws {ApiError} `revision.changed` when somebody else changed it since `ifMatch`; `request.invalid`, also for a field
   * that another system keeps; `auth.not-allowed`.
   * @example
   * const seen = await client.partners.get('welzijn-oost');
   * await client.partners.change(seen.slug, {website: 'https://www.example.nl'}, {ifMatch: seen});
   */
  change(slug: string, changes: PartnerChanges, options: ChangeOptions): Promise<Partner>;
};

/** What a page shows of them. */
export type PartnerReads = Pick<Partners, 'list' | 'get'>;

export function partnerReads(http: ReadHttp, communityPath: string): PartnerReads {
  const path = `${communityPath}/partners`;
  return {
    list: (query = {}, options) => pagedList(query, (page) => http.get(path, {...query, ...page}, options)),
    get: (slug, options) => http.get(`${path}/${encodeURIComponent(slug)}`, {}, options),
  };
}

export function partnersResource(http: Http, communityPath: string): Partners {
  const path = `${communityPath}/partners`;
  return {
    ...partnerReads(http, communityPath),
    create: (partner, options) => http.post(path, partner, options),
    change: (slug, changes, options) => http.patch(`${path}/${encodeURIComponent(slug)}`, changes, options),
  };
}
