import {randomBytes, timingSafeEqual} from 'node:crypto';
import {realClock} from '../clock/clock.ts';
import type {Scope} from '../scope.ts';
import {keyedHash} from './server-secret.ts';

const longest = 24 * 3_600_000;

/**
 * Proves that a form came from a page of ours, and when: the moment, a number of its own and their signature, for one form of one
 * community.
 */
export async function formToken(scope: Pick<Scope, 'database' | 'community'>, formName: string): Promise<string> {
  // How long somebody looks at a page is told by the real clock, also where a test has put ours.
  const made = `${(await realClock()).getTime().toString(36)}.${randomBytes(16).toString('base64url')}`;
  return `${made}.${(await signature(scope, formName, made)).toString('base64url')}`;
}

/** Milliseconds since the form was shown; null when the token isn't ours, is another form's, or is of yesterday. */
export async function ageOfForm(scope: Pick<Scope, 'database' | 'community'>, formName: string, token: string): Promise<number | null> {
  const [, made = '', moment = '', signed = ''] = /^(([0-9a-z]{1,12})\.[\w-]{22})\.([\w-]{43})$/.exec(token) ?? [];
  const given = Buffer.from(signed, 'base64url');
  const right = await signature(scope, formName, made);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const age = (await realClock()).getTime() - Number.parseInt(moment, 36);
  return age >= 0 && age <= longest ? age : null;
}

function signature({database, community}: Pick<Scope, 'database' | 'community'>, formName: string, made: string): Promise<Buffer> {
  return keyedHash(database, 'form-token', `${community.id}\n${formName}\n${made}`);
}
