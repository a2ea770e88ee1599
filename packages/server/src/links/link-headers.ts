import type {MiddlewareHandler} from 'hono';
import type {Env} from '../http/request-context.ts';

/** The address of such a page is a secret: it goes to nobody else, into no cache and no search engine. */
export const linkHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  c.header('Referrer-Policy', 'same-origin');
  c.header('Cache-Control', 'no-store');
  c.header('X-Robots-Tag', 'noindex, nofollow');
};
