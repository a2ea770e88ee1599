import type {BulkUpsert, BulkUpsertResult, Initiative, NewInitiative, NewPartner, Partner} from './generated/types.ts';
import type {Http, WriteOptions} from './http.ts';

/**
 * Records of another system, kept in step by its own ids. What a system sends it keeps: nobody else can change those fields
 * here, and what it leaves out the next time it lets go. All need a key of a coordinator or administrator.
 */
export type Sources = {
  /**
   * Adds or changes an initiative by its id in another system.
   *
   * @throws {ApiError} `request.invalid` with all `errors`, also when another system keeps a field that would change.
   * @example
   * await client.sources.putInitiative('sociale-kaart-x', '4711', {name: 'Buurttuin', kind: 'other', summary: {nl: 'Samen tuinieren.'}});
   */
  putInitiative(source: string, id: string, initiative: NewInitiative, options?: WriteOptions): Promise<Initiative>;
  /**
   * Adds or changes an organisation by its id in another system.
   *
   * @throws {ApiError} `request.invalid` with all `errors`, also when another system keeps a field that would change.
   */
  putPartner(source: string, id: string, partner: NewPartner, options?: WriteOptions): Promise<Partner>;
  /**
   * Adds or changes at most 1,000 records at once, with a result for each: one that is refused stops no other.
   *
   * @throws {ApiError} `request.invalid` when the request itself is wrong; `request.too-large` over 1 MiB.
   * @example
   * const {data} = await client.sources.upsert({source: 'sociale-kaart-x', resource: 'initiative', records});
   * for (const {externalId, action, errors} of data) if (action === 'refused') console.log(externalId, errors);
   */
  upsert(records: BulkUpsert, options?: WriteOptions): Promise<BulkUpsertResult>;
};

export function sourcesResource(http: Http, communityPath: string): Sources {
  const byExternalId = (things: string, source: string, id: string) =>
    `${communityPath}/${things}/by-external-id/${encodeURIComponent(source)}/${encodeURIComponent(id)}`;
  return {
    putInitiative: (source, id, initiative, options) => http.put(byExternalId('initiatives', source, id), initiative, options),
    putPartner: (source, id, partner, options) => http.put(byExternalId('partners', source, id), partner, options),
    upsert: (records, options) => http.post(`${communityPath}/bulk-upserts`, records, options),
  };
}
