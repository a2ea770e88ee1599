import {ProblemError} from '../problem-error.ts';

const loopbackOrigin = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** An allowed loopback origin without a port stands for every port of this machine, where developers try things. */
function allows(allowed: string, origin: string): boolean {
  return allowed === origin || (loopbackOrigin.test(origin) && /^http:\/\/(?:localhost|127\.0\.0\.1)$/.test(allowed));
}

/** A write from a browser names where it comes from: our own pages, or a site that the community allows. */
export function requireAllowedOrigin(origin: string | undefined, {publicUrl, allowedOrigins}: {publicUrl: string; allowedOrigins: readonly string[]}): void {
  if (origin === undefined) return;
  const isOurs = origin === new URL(publicUrl).origin;
  if (!isOurs && !allowedOrigins.some((allowed) => allows(allowed, origin))) throw new ProblemError('auth.not-allowed');
}
