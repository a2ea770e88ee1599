import type {NewSignInCode} from '@buurtkit/contract';
import {signInMailMessages} from '@buurtkit/texts';
import {recordActs} from '../audit/record-acts.ts';
import {queueMail, type MailContent} from '../mail/queue-mail.ts';
import {findMemberByEmail} from '../members/member-store.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {hasCodeLeft, insertCode} from './code-store.ts';
import {addressKeyOf, codeHashOf, makeCode} from './sign-in-code.ts';
import {readSignInSettings} from './sign-in-settings.ts';

/**
 * Mails a code to sign in with. Whatever the address, the answer is the same and so is the work: where one joins by
 * invitation, who has none gets a mail that says so, and a code that nobody was told.
 */
export async function sendSignInCode(scope: Scope, {email, locale}: NewSignInCode): Promise<void> {
  await inTransaction(scope, async (trxScope) => {
    const addressKey = await addressKeyOf(trxScope, email);
    if (!(await hasCodeLeft(trxScope, addressKey))) return;
    const code = makeCode();
    const id = await insertCode(trxScope, addressKey, await codeHashOf(trxScope, addressKey, code));
    const [{membership}, member] = [await readSignInSettings(trxScope), await findMemberByEmail(trxScope, email)];
    const language = locale ?? scope.language;
    const words = signInMailMessages[language](scope.community.addressForm);
    const {name} = scope.community;
    const content: MailContent =
      membership === 'open' || member
        ? {subject: words.codeSubject(name), paragraphs: [words.code(code, name), words.codeUse, words.notYou]}
        : {subject: words.notInvitedSubject(name), paragraphs: [words.notInvited(name), words.notInvitedNext, words.notYou]};
    await recordActs(trxScope, [{action: 'sign-in-code.created', subjectId: id}]);
    await queueMail(trxScope, {kind: 'session.code', to: email, language, once: `session.code:${id}`, content});
  });
}
