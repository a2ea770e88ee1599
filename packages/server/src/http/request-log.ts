import type {MiddlewareHandler} from 'hono';
import type {Env} from './request-context.ts';

/** One line per request. What people typed stands in the query, so only the path is kept, and of a link never the token. */
export const requestLog: MiddlewareHandler<Env> = async (c, next) => {
  const start = performance.now();
  await next();
  const {log} = c.get('services');
  const path = c.req.path.replace(/^\/(l|calendar)\/.*/, '/$1/[token]');
  const line = {requestId: c.get('requestId'), method: c.req.method, path, status: c.res.status, ms: Math.round(performance.now() - start)};
  if (c.error && c.res.status >= 500) log.error({...line, err: c.error}, 'request failed');
  else log.info(line, 'request');
};
