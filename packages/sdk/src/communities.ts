import type {Community, CommunityChanges, CommunitySettings} from './generated/types.ts';
import type {ChangeOptions, Http, RequestOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';
import type {ReadHttp} from './read-http.ts';

/** The municipalities, corporations and regions on this server, and their settings. */
export type Communities = {
  /**
   * All communities, by name.
   *
   * @example
   * for await (const {slug, name} of client.communities.list()) console.log(slug, name);
   */
  list(query?: {cursor?: string | undefined; limit?: number | undefined}, options?: RequestOptions): PagedList<Community>;
  /**
   * A community with its settings; left out, the client's own.
   *
   * @throws {ApiError} `community.not-found`.
   */
  get(slug?: string, options?: RequestOptions): Promise<Community>;
  /**
   * Changes the settings of the client's own community. Needs a key of an administrator.
   *
   * @throws {ApiError} `revision.changed` when somebody else changed them since `ifMatch`; `request.invalid`; `auth.not-allowed`.
   * @example
   * const community = await client.communities.get();
   * await client.communities.change({addressForm: 'u'}, {ifMatch: community});
   */
  change(changes: CommunityChanges, options: ChangeOptions): Promise<CommunitySettings>;
};

/** What a page shows of them. */
export type CommunityReads = Pick<Communities, 'list' | 'get'>;

export function communityReads(http: ReadHttp, ownPath: string): CommunityReads {
  return {
    list: (query = {}, options) => pagedList(query, (page) => http.get('/communities', page, options)),
    get: (slug, options) => http.get(slug === undefined ? ownPath : `/communities/${encodeURIComponent(slug)}`, {}, options),
  };
}

export function communitiesResource(http: Http, ownPath: string): Communities {
  return {
    ...communityReads(http, ownPath),
    change: (changes, options) => http.patch(ownPath, changes, options),
  };
}
