import {sql} from 'kysely';
import type {TrxScope} from '../scope.ts';
import type {Mail} from './queue-mail.ts';

/** Whether it is new: a mail that is there already, sent or not, stays as it is. */
export async function insertMail(scope: TrxScope, {kind, to, language, once, content, attachments, after}: Mail): Promise<boolean> {
  const inserted = await scope.trx
    .insertInto('mails')
    .values({
      community_id: scope.community.id,
      kind,
      once,
      language,
      recipient: to,
      content: JSON.stringify(content),
      attachments: attachments ? JSON.stringify(attachments) : null,
      due_at: after ?? scope.now,
      queued_at: scope.now,
    })
    .onConflict((conflict) => conflict.columns(['community_id', 'once']).doNothing())
    .returning(sql`1`.as('one'))
    .executeTakeFirst();
  return inserted !== undefined;
}
