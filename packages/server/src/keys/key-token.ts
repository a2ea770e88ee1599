import {createHash, randomBytes} from 'node:crypto';

/** A new key: 256 random bits, shown once. */
export function makeKey(): string {
  return `bk_${randomBytes(32).toString('base64url')}`;
}

/** What we keep of a key: 256 random bits need no salt and no slow hash. */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
