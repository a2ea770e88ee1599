import type {MemberReference, NewMember} from '@buurtkit/contract';
import {signInMailMessages} from '@buurtkit/texts';
import {queueMail} from '../mail/queue-mail.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {createMember} from './create-member.ts';
import {representReference} from './represent-member.ts';

/** Makes somebody a member. Who has an address is told, and signs in with it; for who has none the desk acts. */
export async function inviteMember(scope: Scope, {name, email, locale, role = 'member', for: target}: NewMember): Promise<MemberReference> {
  if (role !== 'member' && 'role' in scope.caller && scope.caller.role !== 'admin') throw new ProblemError('auth.not-allowed');
  return inTransaction(scope, async (trxScope) => {
    const language = locale ?? 'nl';
    const member = await createMember(trxScope, {email: email ?? null, name: name ?? null, language, role, target: target ?? null});
    if (!member) throw new ProblemError('member.exists');
    if (email !== undefined) {
      const words = signInMailMessages[language](scope.community.addressForm);
      const content = {
        subject: words.invitedSubject(scope.community.name),
        paragraphs: [words.invited(scope.community.name), words.invitedNext, words.notYou],
      };
      await queueMail(trxScope, {kind: 'member.invited', to: email, language, once: `member.invited:${member.id}`, content});
    }
    return representReference(member);
  });
}
