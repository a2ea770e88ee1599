import {readFile} from 'node:fs/promises';
import {extname, join, normalize, sep} from 'node:path';
import {Hono} from 'hono';
import type {Env} from '../http/request-context.ts';
import {entityTag, isUnchanged} from '../http/revisions.ts';

/** A site of static files at `/`, as the example is, with the policy that its pages run under. */
export type Site = {folder: string; contentSecurityPolicy: string};

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
};

export function site({folder, contentSecurityPolicy}: Site): Hono<Env> {
  const app = new Hono<Env>();
  app.get('*', async (c, next) => {
    const path = normalize(join(folder, c.req.path === '/' ? 'index.html' : c.req.path));
    const type = types[extname(path)];
    if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep) || !type) return next();
    const content = await readFile(path).catch(() => null);
    if (!content) return next();
    const headers = {
      'Content-Type': type,
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': contentSecurityPolicy,
      'Cross-Origin-Resource-Policy': 'same-origin',
      ETag: entityTag(content),
    };
    return isUnchanged(c.req.header('If-None-Match'), headers.ETag)
      ? c.body(null, 304, headers)
      : c.body(new Uint8Array(content), 200, headers);
  });
  return app;
}
