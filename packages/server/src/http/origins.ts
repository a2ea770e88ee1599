import {ProblemError} from '../problem-error.ts';

const loopbackOrigin = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** An allowed loopback origin without a port stands for every port of this machine, where developers try things. */
function allows(allowed: string, origin: string): boolean {
  return allowed === origin || (loopbackOrigin.test(origin) && /^http:\/\/(?:localhost|127\.0\.0\.1)$/.test(allowed));
}

/** This machine goes by several names: whoever opens our pages at 127.0.0.1 is on our pages. */
function sameHost(origin: string): string {
  return loopbackOrigin.test(origin) ? origin.replace(/^http:\/\/(?:127\.0\.0\.1|\[::1\])/, 'http://localhost') : origin;
}

/** A write from a browser names where it comes from: our own pages, or a site that the community allows. */
export function requireAllowedOrigin(
  origin: string | undefined,
  {publicUrl, allowedOrigins}: {publicUrl: string; allowedOrigins: readonly string[]},
): void {
  if (origin === undefined) return;
  const isOurs = sameHost(origin) === sameHost(new URL(publicUrl).origin);
  if (!isOurs && !allowedOrigins.some((allowed) => allows(allowed, origin))) throw new ProblemError('auth.not-allowed');
}
