import type {Import} from './generated/types.ts';
import type {Http, RequestOptions, WriteOptions} from './http.ts';

/** Forms in which a file can come in. */
export type ImportFormat = 'csv' | 'geojson' | 'hsds';

/** Forms in which all of a community can be had as a file. */
export type ExportFormat = 'csv' | 'geojson' | 'hsds' | 'jsonld';

const mediaTypes: Record<ImportFormat, string> = {csv: 'text/csv', geojson: 'application/geo+json', hsds: 'application/json'};

/** Files that come in and go out. All need a key of a coordinator or administrator. */
export type Imports = {
  /**
   * Offers a file of at most 50 MiB, and tells what it would do; nothing changes until `commit`.
   *
   * @throws {ApiError} `request.too-large`.
   * @example
   * const {id, counts, rows} = await client.imports.offer('csv', file);
   */
  offer(format: ImportFormat, content: string | Blob, options?: WriteOptions): Promise<Import>;
  /**
   * How an import stands.
   *
   * @throws {ApiError} `import.not-found`.
   */
  get(id: string, options?: RequestOptions): Promise<Import>;
  /**
   * Lets a file that was offered come in. That takes a while: `get` tells when its `state` is `committed`.
   *
   * @throws {ApiError} `import.decided` when it was committed or taken back already.
   */
  commit(id: string, options?: WriteOptions): Promise<Import>;
  /**
   * Takes an import back: what it made is deleted, what it changed stands as before. What people changed
   * since or lean on stays; `undone` tells which rows that are.
   *
   * @throws {ApiError} `import.decided` when it was never committed, or is undone already.
   */
  undo(id: string, options?: WriteOptions): Promise<Import>;
  /**
   * All that the community or region holds, as a file.
   *
   * @example
   * const csv = await client.imports.exportText('csv');
   */
  exportText(format: ExportFormat, options?: RequestOptions): Promise<string>;
};

export function importsResource(http: Http, communityPath: string): Imports {
  const path = `${communityPath}/imports`;
  const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`;
  return {
    offer: (format, content, options) => http.upload(path, {content, mediaType: mediaTypes[format]}, options),
    get: (id, options) => http.get(pathOf(id), {}, options),
    commit: (id, options) => http.post(`${pathOf(id)}/commit`, {}, options),
    undo: (id, options) => http.post(`${pathOf(id)}/undo`, {}, options),
    exportText: (format, options) => http.text(`${communityPath}/exports`, {format}, options),
  };
}
