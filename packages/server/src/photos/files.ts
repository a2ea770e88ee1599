import {Hono} from 'hono';
import {refuseOtherMethods} from '../http/bind-route.ts';
import type {Env} from '../http/request-context.ts';
import {isUnchanged} from '../http/revisions.ts';
import {ProblemError} from '../problem-error.ts';
import {findFile} from './photo-store.ts';

const address = '/v1/files/:name';

/** Files go by the hash of what is in them: at one address there is never another one. */
export function files(): Hono<Env> {
  const app = new Hono<Env>();
  app.get(address, async (c) => {
    const [, hash] = /^([0-9a-f]{64})\.jpg$/.exec(c.req.param('name')) ?? [];
    const content = hash ? await findFile(c.get('services').database.public, hash) : null;
    if (!hash || !content) throw new ProblemError('file.not-found');

    const headers = {
      'Content-Type': 'image/jpeg',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'",
      ETag: `"${hash}"`,
    };
    if (isUnchanged(c.req.header('If-None-Match'), headers.ETag)) return c.body(null, 304, headers);
    return c.body(new Uint8Array(content), 200, {...headers, 'Content-Length': String(content.byteLength)});
  });
  refuseOtherMethods(app, address, ['GET', 'HEAD']);
  return app;
}
