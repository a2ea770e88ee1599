import type {
  ClusterList,
  ClusterQuery,
  HistoryEntry,
  HistoryQuery,
  Initiative,
  InitiativeChanges,
  InitiativeField,
  InitiativeListItem,
  InitiativeQuery,
  NewInitiative,
} from './generated/types.ts';
import type {ChangeOptions, Http, RequestOptions, WriteOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';
import type {ReadHttp} from './read-http.ts';

/** An initiative as it stands in a list, with only the fields that were asked for and its `id`. */
export type InitiativeWith<Field extends InitiativeField> = Pick<InitiativeListItem, Field | 'id'>;

/** Initiatives of one community, or of all members of a region. */
export type Initiatives = {
  /**
   * Looks for initiatives.
   *
   * @throws {ApiError} `request.invalid` when a filter has a value that isn't there; `community.not-found`.
   * @example
   * const page = await client.initiatives.list({kind: ['shop'], facets: ['kind']});
   * @example
   * for await (const {name} of client.initiatives.list({theme: ['meeting']})) console.log(name);
   */
  list(query?: Omit<InitiativeQuery, 'fields'> & {fields?: undefined}, options?: RequestOptions): PagedList<InitiativeListItem>;
  /**
   * Looks for initiatives, and gives only some fields of each.
   *
   * @example
   * const names = await client.initiatives.list({fields: ['slug', 'name'], limit: 100});
   */
  list<const Field extends InitiativeField>(
    query: Omit<InitiativeQuery, 'fields'> & {fields: readonly Field[]},
    options?: RequestOptions,
  ): PagedList<InitiativeWith<Field>>;
  /**
   * All initiatives with a place in view, close ones together as one marker: a small answer however many there are.
   *
   * @throws {ApiError} `request.invalid` when `bbox` or `zoom` can't be used.
   * @example
   * const {data, total} = await client.initiatives.clusters({bbox: [3.3, 50.7, 7.3, 53.6], zoom: 7, kind: ['shop']});
   */
  clusters(query: ClusterQuery, options?: RequestOptions): Promise<ClusterList>;
  /**
   * One initiative with its story. Within a region, `{community}~{slug}` names one of several with the same slug.
   *
   * @throws {ApiError} `initiative.not-found`; `slug.ambiguous`, with `problem.addresses` to choose from.
   */
  get(slug: string, options?: RequestOptions): Promise<Initiative>;
  /**
   * What was changed, the last first: when, in what role and which fields; never who.
   *
   * @throws {ApiError} `initiative.not-found`; `slug.ambiguous`, with `problem.addresses` to choose from.
   */
  history(slug: string, query?: HistoryQuery, options?: RequestOptions): PagedList<HistoryEntry>;
  /**
   * Adds an initiative. Needs a key of a coordinator or administrator.
   *
   * @throws {ApiError} `request.invalid` with all `errors`; `slug.taken`; `auth.required`; `auth.not-allowed`.
   * @example
   * await client.initiatives.create({name: 'Buurttuin Oost', kind: 'other', summary: {nl: 'Samen tuinieren op het veldje.'}});
   */
  create(initiative: NewInitiative, options?: WriteOptions): Promise<Initiative>;
  /**
   * Changes an initiative: what is left out stays, a list is replaced whole.
   *
   * @throws {ApiError} `revision.changed` when somebody else changed it since `ifMatch`; `request.invalid`; `auth.not-allowed`.
   * @example
   * const seen = await client.initiatives.get('buurtsuper-holwierde');
   * await client.initiatives.change(seen.slug, {stage: 'paused'}, {ifMatch: seen});
   */
  change(slug: string, changes: InitiativeChanges, options: ChangeOptions): Promise<Initiative>;
};

/** What a page shows of them. */
export type InitiativeReads = Pick<Initiatives, 'list' | 'clusters' | 'get'>;

export function initiativeReads(http: ReadHttp, communityPath: string): InitiativeReads {
  const path = `${communityPath}/initiatives`;
  return {
    list: (query: InitiativeQuery = {}, options?: RequestOptions) =>
      pagedList<InitiativeListItem>(query, (page) => http.get(path, {...query, ...page}, options)),
    clusters: (query, options) => http.get(`${communityPath}/initiative-clusters`, query, options),
    get: (slug, options) => http.get(`${path}/${encodeURIComponent(slug)}`, {}, options),
  };
}

export function initiativesResource(http: Http, communityPath: string): Initiatives {
  const path = `${communityPath}/initiatives`;
  return {
    ...initiativeReads(http, communityPath),
    history: (slug, query = {}, options) =>
      pagedList<HistoryEntry>(query, (page) => http.get(`${path}/${encodeURIComponent(slug)}/history`, {...query, ...page}, options)),
    create: (initiative, options) => http.post(path, initiative, options),
    change: (slug, changes, options) => http.patch(`${path}/${encodeURIComponent(slug)}`, changes, options),
  };
}
