import type {Edition, NewEdition, NewPublication, Publication, PublicationListItem, PublicationQuery} from './generated/types.ts';
import type {Http, RequestOptions, WriteOptions} from './http.ts';
import {pagedList, type PagedList} from './paged-list.ts';

/** Collections of stories that appear in numbered editions, of one community or region. */
export type Publications = {
  /**
   * Publications by title, each with its latest edition.
   *
   * @throws {ApiError} `community.not-found`.
   */
  list(query?: PublicationQuery, options?: RequestOptions): PagedList<PublicationListItem>;
  /**
   * One publication with all its editions, the last one first.
   *
   * @throws {ApiError} `publication.not-found`; `slug.ambiguous`, with `problem.addresses` to choose from.
   */
  get(slug: string, options?: RequestOptions): Promise<Publication>;
  /**
   * An edition as it appeared: its stories never change any more.
   *
   * @throws {ApiError} `publication.not-found`; `edition.not-found`.
   * @example
   * const {latest} = await client.publications.get('stappen');
   * if (latest) console.log((await client.publications.edition('stappen', latest.number)).stories.length);
   */
  edition(slug: string, number: number, options?: RequestOptions): Promise<Edition>;
  /** Where an edition is to be had as a book (EPUB): for a link, since a reader's own program opens it. */
  bookUrl(slug: string, number: number): string;
  /** Where the Atom feed is: new initiatives, chapters and editions. */
  feedUrl(): string;
  /**
   * Begins a publication. Needs a key of a coordinator or administrator.
   *
   * @throws {ApiError} `request.invalid` with all `errors`; `slug.taken`; `auth.required`; `auth.not-allowed`.
   * @example
   * await client.publications.create({title: {nl: 'Stappen'}, summary: {nl: 'Portretten uit onze buurten.'}});
   */
  create(publication: NewPublication, options?: WriteOptions): Promise<Publication>;
  /**
   * Publishes the next edition: the stories as they are now.
   *
   * @throws {ApiError} `edition.nothing-new` when nothing changed since the edition before, unless `isForced`.
   */
  publish(slug: string, edition?: NewEdition, options?: WriteOptions): Promise<Edition>;
};

export function publicationsResource(http: Http, communityPath: string): Publications {
  const path = `${communityPath}/publications`;
  const editionsOf = (slug: string) => `${path}/${encodeURIComponent(slug)}/editions`;
  return {
    list: (query: PublicationQuery = {}, options?: RequestOptions) =>
      pagedList<PublicationListItem>(query, (page) => http.get(path, {...query, ...page}, options)),
    get: (slug, options) => http.get(`${path}/${encodeURIComponent(slug)}`, {}, options),
    edition: (slug, number, options) => http.get(`${editionsOf(slug)}/${number}`, {}, options),
    bookUrl: (slug, number) => http.addressOf(`${editionsOf(slug)}/${number}?format=epub`),
    feedUrl: () => http.addressOf(`${communityPath}/feed.atom`),
    create: (publication, options) => http.post(path, publication, options),
    publish: (slug, edition = {}, options) => http.post(editionsOf(slug), edition, options),
  };
}
