import type {MiddlewareHandler} from 'hono';
import {secureHeaders} from 'hono/secure-headers';
import type {Env} from './request-context.ts';

const apiVersion = '1.0.0';
const exposed = 'API-Version, ETag, Link, Location, Idempotency-Replayed, Retry-After, Content-Language';
const accepted = 'Authorization, Content-Type, Accept, Accept-Language, Idempotency-Key, If-Match, If-None-Match';

/** Headers that every answer carries, whatever it is. */
export function everyHeader(isHttps: boolean): MiddlewareHandler<Env> {
  return secureHeaders({
    // `no-referrer` would make forms post with `Origin: null`.
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: isHttps ? 'max-age=63072000; includeSubDomains' : false,
    crossOriginResourcePolicy: false,
    crossOriginOpenerPolicy: false,
    xFrameOptions: false,
    xXssProtection: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    permissionsPolicy: {camera: [], microphone: [], geolocation: [], payment: [], usb: []},
  });
}

export const apiVersionHeader: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  c.header('API-Version', apiVersion);
};

/** What any site may read: the API answers to every origin, never with cookies. Writes check the origin themselves. */
export function openToAllSites(methods: string): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.method === 'OPTIONS') {
      c.header('Access-Control-Allow-Methods', methods);
      c.header('Access-Control-Allow-Headers', accepted);
      c.header('Access-Control-Max-Age', '86400');
      c.header('Access-Control-Allow-Origin', '*');
      return c.body(null, 204);
    }
    await next();
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Access-Control-Expose-Headers', exposed);
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  };
}
