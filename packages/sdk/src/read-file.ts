import {queryString, type ReadHttp, type RequestOptions} from './read-http.ts';

/** A file, whole, as it is. */
export function readFile(http: ReadHttp, path: string, query: object, options: RequestOptions = {}): Promise<Blob> {
  return http.send({method: 'GET', path: path + queryString(query), file: 'blob', options});
}
