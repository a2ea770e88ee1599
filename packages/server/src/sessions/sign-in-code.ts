import {randomInt} from 'node:crypto';
import {keyedHash} from '../doors/server-secret.ts';
import type {Scope} from '../scope.ts';

/** Six digits, each as likely as any other. */
export function makeCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0');
}

/** Whose codes these are, without saying so: a hash that only this server can make. */
export function addressKeyOf({database, community}: Pick<Scope, 'database' | 'community'>, email: string): Promise<Buffer> {
  return keyedHash(database, 'sign-in-address', `${community.id}\n${email.toLowerCase()}`);
}

/** What we keep of a code. A million codes are soon tried, so that only the secret of the server protects them. */
export function codeHashOf({database}: Pick<Scope, 'database'>, addressKey: Buffer, code: string): Promise<Buffer> {
  return keyedHash(database, 'sign-in-code', `${addressKey.toString('hex')}\n${code.replaceAll(/\s/g, '')}`);
}
