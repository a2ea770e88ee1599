import {routes} from '@buurtkit/contract';
import type {MiddlewareHandler} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import type {Env, RequestContext} from './request-context.ts';

const mebibyte = 1024 * 1024;

/** How large a request may be: 1 MiB, and what the route table says where a route takes a file. */
export function limitBodies(refuse: (c: RequestContext) => Response | Promise<Response>): MiddlewareHandler<Env> {
  const limited = (maxSize: number) => bodyLimit({maxSize, onError: (c) => refuse(c as RequestContext)});
  const usual = limited(mebibyte);
  const uploads = routes.flatMap(({upload, method, path}) =>
    upload
      ? [{method: method.toUpperCase(), path: new RegExp(`^/v1${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`), limit: limited(upload.maxBytes)}]
      : [],
  );
  return (c, next) => (uploads.find(({method, path}) => method === c.req.method && path.test(c.req.path))?.limit ?? usual)(c, next);
}
