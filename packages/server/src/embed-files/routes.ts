import {extname} from 'node:path';
import {Hono} from 'hono';
import {refuseOtherMethods} from '../http/bind-route.ts';
import type {Env} from '../http/request-context.ts';
import {isUnchanged} from '../http/revisions.ts';
import {ProblemError} from '../problem-error.ts';
import {findEmbedFile} from './store.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

const year = 'public, max-age=31536000, immutable';
const fiveMinutes = 'public, max-age=300';

/** `/embed/1.0.0/…` never changes; `/embed/1/…` is the newest 1.x, served and never redirected. */
export function embedFiles(): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/embed/:version{[0-9]+(?:\\.[0-9]+\\.[0-9]+)?}/:name{.+}', async (c) => {
    const {version, name} = c.req.param();
    const {database, config} = c.get('services');
    const type = /^[\w./-]+$/.test(name) ? types[extname(name)] : undefined;
    const file = type ? await findEmbedFile(database, version, name) : null;
    if (!file || !type) throw new ProblemError('file.not-found');

    const isPinned = version.includes('.') && config.isProduction;
    const isNamedByContent = /-[\w-]{8,}\.(?:js|css|json)$/.test(name);
    const headers = {
      'Content-Type': type,
      'Cache-Control': isPinned || isNamedByContent ? year : config.isProduction ? fiveMinutes : 'no-cache',
      ETag: `"${file.sha384.slice(0, 24)}"`,
    };
    if (isUnchanged(c.req.header('If-None-Match'), headers.ETag)) return c.body(null, 304, headers);
    return c.body(new Uint8Array(file.content), 200, {...headers, 'Content-Length': String(file.content.byteLength)});
  });
  refuseOtherMethods(app, '/embed/:version{[0-9]+(?:\\.[0-9]+\\.[0-9]+)?}/:name{.+}', ['GET', 'HEAD']);
  return app;
}
