import {createHash, randomBytes} from 'node:crypto';

/** `bk_…` is a key, `bs_…` the session of a person. */
export type TokenKind = 'bk' | 'bs';

/** A new token: 256 random bits, shown once. */
export function makeToken(kind: TokenKind): string {
  return `${kind}_${randomBytes(32).toString('base64url')}`;
}

/** What we keep of a token: 256 random bits need no salt and no slow hash. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
