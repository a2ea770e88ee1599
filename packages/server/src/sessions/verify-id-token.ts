import {createHash} from 'node:crypto';
import type {TokenIssuer} from '@buurtkit/contract';
import {decodeJwt, errors, jwtVerify} from 'jose';
import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';
import {keysOfIssuer} from './issuer-keys.ts';

/** Signatures that only the issuer can make: with a shared secret anybody who can check one can make one. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

export type Vouched = {
  issuer: string;
  subject: string;
  /** Only when the issuer has seen that it is theirs. */
  email: string | null;
  name: string | null;
  expiresAt: Date;
  /** Tells whether this very token was here before. */
  hash: Buffer;
};

/** Whom the issuer vouches for, when it is one of these and the token is whole, fresh and made for us. */
export async function verifyIdToken(
  scope: Pick<Scope, 'now' | 'publicUrl'>,
  token: string,
  issuers: readonly TokenIssuer[],
): Promise<Vouched> {
  const trusted = issuers.filter(({issuer}) => issuer === issuerOf(token) && isReachable(issuer, scope.publicUrl));
  const [first] = trusted;
  if (!first) throw new ProblemError('token.not-accepted');
  const keys = await keysOfIssuer(first.issuer).catch(unavailable);
  const {payload, protectedHeader} = await jwtVerify(token, keys, {
    algorithms,
    issuer: first.issuer,
    audience: trusted.map(({audience}) => audience),
    requiredClaims: ['sub', 'iat', 'exp'],
    maxTokenAge: '1h',
    clockTolerance: 30,
    currentDate: scope.now,
  }).catch(refuse);
  const {sub = '', exp = 0, azp, email, email_verified: isVerified, name} = payload;
  const isIdToken = protectedHeader.typ === undefined || protectedHeader.typ.toUpperCase() === 'JWT';
  const isForUs = azp === undefined || trusted.some(({audience}) => audience === azp);
  if (!isIdToken || !isForUs || sub === '') throw new ProblemError('token.not-accepted');
  return {
    issuer: first.issuer,
    subject: sub,
    email: isVerified === true && typeof email === 'string' ? email : null,
    name: typeof name === 'string' ? name : null,
    expiresAt: new Date(exp * 1000),
    // Without the signature: of some kinds a second one can be made from the first.
    hash: createHash('sha256')
      .update(token.slice(0, token.lastIndexOf('.')))
      .digest(),
  };
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

/** An issuer on the machine itself is for trying things, and not a way into the machine of a server that others use. */
function isReachable(issuer: string, publicUrl: string): boolean {
  const isLoopback = ['localhost', '127.0.0.1'].includes(new URL(publicUrl).hostname);
  return issuer.startsWith('https:') || isLoopback;
}

/** What is wrong with the token is the sender's; an issuer that does not answer is nobody's fault here. */
function refuse(cause: unknown): never {
  const isAway = cause instanceof errors.JWKSTimeout || !(cause instanceof errors.JOSEError) || cause.code === 'ERR_JOSE_GENERIC';
  return isAway ? unavailable(cause) : no(cause);
}

function no(cause: unknown): never {
  throw new ProblemError('token.not-accepted', {cause});
}

function unavailable(cause: unknown): never {
  throw new ProblemError('server.unavailable', {headers: {'Retry-After': '5'}, cause});
}
