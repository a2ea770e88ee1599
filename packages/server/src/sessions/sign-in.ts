import type {NewSession, OpenedSession, ProblemCode} from '@buurtkit/contract';
import {joinMember} from '../members/join-member.ts';
import type {TrxScope} from '../scope.ts';
import {markCodeUsed, tryCodes} from './code-store.ts';
import {openSession} from './open-session.ts';
import {addressKeyOf, codeHashOf} from './sign-in-code.ts';
import {readSignInSettings} from './sign-in-settings.ts';

export type CodeRefusal = Extract<ProblemCode, 'code.wrong' | 'code.used' | 'code.expired'>;

/**
 * Signs in with the code from the mail; the first time that makes a member. A refusal is an answer and no error, since the
 * try has to be kept. Only who has the right code learns whether it is used or too old: a wrong one and an unknown address
 * are the same.
 */
export async function signIn(scope: TrxScope, {email, code}: NewSession): Promise<OpenedSession | CodeRefusal> {
  const addressKey = await addressKeyOf(scope, email);
  const hash = await codeHashOf(scope, addressKey, code);
  const tried = await tryCodes(scope, addressKey);
  const [right] = tried.filter((each) => each.hash.equals(hash)).sort((a, b) => b.expires_at.getTime() - a.expires_at.getTime());
  if (!right) return 'code.wrong';
  if (right.used_at) return 'code.used';
  if (right.expires_at <= scope.now) return 'code.expired';
  const {membership} = await readSignInSettings(scope);
  const member = await joinMember(scope, {email, name: null, membership});
  if (!member) return 'code.wrong';
  await markCodeUsed(scope, right.id);
  return openSession(scope, member);
}
