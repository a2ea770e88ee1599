import type {NewService, Service, ServiceChanges, ServiceQuery} from './generated/types.ts';
import type {ChangeOptions, Http, RequestOptions, WriteOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';

/** What organisations of one community, or of all members of a region, do for residents. */
export type Services = {
  /**
   * Looks for services.
   *
   * @throws {ApiError} `request.invalid` when a filter has a value that isn't there; `community.not-found`.
   * @example
   * const page = await client.services.list({function: ['meeting'], open: 'now'});
   */
  list(query?: ServiceQuery, options?: RequestOptions): PagedList<Service>;
  /**
   * One service.
   *
   * @throws {ApiError} `service.not-found`.
   */
  get(id: string, options?: RequestOptions): Promise<Service>;
  /**
   * Adds a service to an organisation of the client's own community. Needs a key of that organisation, of a coordinator or
   * of an administrator.
   *
   * @throws {ApiError} `request.invalid` with all `errors`; `auth.required`; `auth.not-allowed`.
   * @example
   * const name = {nl: 'Spreekuur'};
   * await client.services.create({partner: 'welzijn-oost', name, summary: {nl: 'Stel je vraag.'}, functions: ['advice']});
   */
  create(service: NewService, options?: WriteOptions): Promise<Service>;
  /**
   * Changes a service: what is left out stays, a list is replaced whole.
   *
   * @throws {ApiError} `revision.changed` when somebody else changed it since `ifMatch`; `request.invalid`; `auth.not-allowed`.
   */
  change(id: string, changes: ServiceChanges, options: ChangeOptions): Promise<Service>;
};

export function servicesResource(http: Http, communityPath: string): Services {
  const path = `${communityPath}/services`;
  return {
    list: (query = {}, options) => pagedList(query, (page) => http.get(path, {...query, ...page}, options)),
    get: (id, options) => http.get(`${path}/${encodeURIComponent(id)}`, {}, options),
    create: (service, options) => http.post(path, service, options),
    change: (id, changes, options) => http.patch(`${path}/${encodeURIComponent(id)}`, changes, options),
  };
}
