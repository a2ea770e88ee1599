import {queueMail, type MailContent} from '../mail/queue-mail.ts';
import type {TrxScope} from '../scope.ts';
import type {AuthorRow} from '../submissions/store.ts';

/** The author hears the outcome, in the language that the submission was written in. */
export async function tellAuthor(
  scope: TrxScope,
  {email, language, revision_id}: AuthorRow,
  outcome: 'approved' | 'refused',
  content: MailContent,
): Promise<void> {
  await queueMail(scope, {kind: `submission.${outcome}`, to: email, language, once: `submission.${outcome} ${revision_id}`, content});
}
