import {createRemoteJWKSet, type JWTVerifyGetKey} from 'jose';
import * as z from 'zod';
import {readLimited} from '../upstream/read-limited.ts';

const second = 1000;
const patience = 3 * second;
const discoveryIsGoodFor = 3600 * second;
const mostBytes = 65_536;

const discoverySchema = z.object({issuer: z.string(), jwks_uri: z.url()});

type Known = {keys: Promise<JWTVerifyGetKey>; readAt: number};
const known = new Map<string, Known>();

/**
 * The public keys of an issuer, found by OpenID Connect Discovery. They are kept a while; a token with a key that is not among
 * them makes us look again, though not for each.
 *
 * @throws when the issuer does not answer, or says that it is another.
 */
export function keysOfIssuer(issuer: string): Promise<JWTVerifyGetKey> {
  const found = known.get(issuer);
  if (found && performance.now() - found.readAt < discoveryIsGoodFor) return found.keys;
  const keys = discover(issuer);
  known.set(issuer, {keys, readAt: performance.now()});
  keys.catch(() => known.delete(issuer));
  return keys;
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    headers: {Accept: 'application/json'},
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw new Error(`${issuer} answered ${response.status}.`);
  const document = discoverySchema.parse(JSON.parse(Buffer.from(await readLimited(response, mostBytes)).toString('utf8')));
  if (document.issuer !== issuer) throw new Error(`${issuer} says that it is another.`);
  const address = new URL(document.jwks_uri);
  if (address.protocol !== 'https:' && address.origin !== new URL(issuer).origin) throw new Error(`${issuer} keeps its keys in the open.`);
  return createRemoteJWKSet(address, {timeoutDuration: patience, cooldownDuration: 10 * second, cacheMaxAge: 600 * second});
}
