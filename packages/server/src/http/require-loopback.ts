import {getConnInfo} from '@hono/node-server/conninfo';
import {ProblemError} from '../problem-error.ts';
import type {RequestContext} from './request-context.ts';

const loopbackNames = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * What is for this machine only isn't there for anybody else. A proxy on this machine comes from here too: it gives itself
 * away by what it asks for, or by telling for whom it asks.
 */
export function requireLoopback(c: RequestContext): void {
  const address = getConnInfo(c).remote.address ?? '';
  const isHere = /^(?:127\.|::1$|::ffff:127\.)/.test(address);
  const isForwarded = c.req.header('X-Forwarded-For') !== undefined || c.req.header('Forwarded') !== undefined;
  if (!isHere || isForwarded || !loopbackNames.test(new URL(c.req.url).hostname)) throw new ProblemError('route.not-found');
}
