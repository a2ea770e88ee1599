import {createHash, randomBytes} from 'node:crypto';

/** 128 random bits; it stands in the link only. */
export function makeLinkToken(): string {
  return randomBytes(16).toString('base64url');
}

/** What we keep of it: 128 random bits need no salt and no slow hash. */
export function hashLinkToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
