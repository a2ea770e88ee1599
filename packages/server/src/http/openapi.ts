import {openApiDocument} from '@buurtkit/contract/openapi';
import type {RequestContext} from './request-context.ts';
import {entityTag, isUnchanged} from './revisions.ts';

/** The description of the API, made from the same route table that answers. */
export function openApi(c: RequestContext): Response {
  const body = JSON.stringify(openApiDocument({serverUrl: c.get('services').publicUrl}));
  const headers = {'Content-Type': 'application/json', 'Cache-Control': 'no-cache', ETag: entityTag(body)};
  return isUnchanged(c.req.header('If-None-Match'), headers.ETag) ? c.body(null, 304, headers) : c.body(body, 200, headers);
}
