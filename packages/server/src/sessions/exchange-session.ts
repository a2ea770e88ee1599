import {emailSchema, personNameSchema, type OpenedSession} from '@buurtkit/contract';
import {joinMember} from '../members/join-member.ts';
import {lockMember, type MemberRow} from '../members/member-store.ts';
import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';
import {openSession} from './open-session.ts';
import {readSignInSettings, type SignInSettings} from './sign-in-settings.ts';
import {claimToken, findSubject, linkSubject} from './subject-store.ts';
import {verifyIdToken, type Vouched} from './verify-id-token.ts';

/** Signs in whom a site of the community's own vouches for; its token counts once. */
export async function exchangeSession(scope: TrxScope, token: string): Promise<OpenedSession> {
  const settings = await readSignInSettings(scope);
  const vouched = await verifyIdToken(scope, token, settings.tokenIssuers);
  if (!(await claimToken(scope, vouched))) throw new ProblemError('token.used');
  return openSession(scope, (await memberOf(scope, vouched)) ?? (await join(scope, vouched, settings)));
}

async function memberOf(scope: TrxScope, vouched: Vouched): Promise<MemberRow | undefined> {
  const id = await findSubject(scope, vouched);
  return id === undefined ? undefined : lockMember(scope, id);
}

/** The first time only a verified address tells who this is. */
async function join(scope: TrxScope, vouched: Vouched, {membership}: SignInSettings): Promise<MemberRow> {
  const email = emailSchema.safeParse(vouched.email);
  if (!email.success) throw new ProblemError('token.not-accepted');
  const name = personNameSchema.safeParse(vouched.name);
  const member = await joinMember(scope, {email: email.data, name: name.success ? name.data : null, membership});
  if (!member) throw new ProblemError('member.not-invited');
  await linkSubject(scope, vouched, member.id);
  return member;
}
