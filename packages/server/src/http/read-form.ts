import {ProblemError} from '../problem-error.ts';
import type {RequestContext} from './request-context.ts';

/** What a form of a page without JavaScript sent. */
export async function readForm(c: RequestContext): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('Content-Type') ?? ''))
    throw new ProblemError('request.unsupported-media-type');
  return new URLSearchParams(await c.req.text());
}
