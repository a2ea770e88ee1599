import {sql, type Selectable} from 'kysely';
import type {Database} from '../db/database.ts';
import type {Tables} from '../db/tables.ts';
import type {TrxScope} from '../scope.ts';
import type {Mail} from './queue-mail.ts';

export type DueMail = Pick<Selectable<Tables['mails']>, 'id' | 'kind' | 'language' | 'attempts' | 'attachments'> & {
  recipient: string;
  content: NonNullable<Selectable<Tables['mails']>['content']>;
};

/** The id of a new one, or null: a mail that is there already, sent or not, stays as it is. */
export async function insertMail(scope: TrxScope, {kind, to, language, once, content, attachments, after}: Mail): Promise<string | null> {
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
    .returning('id')
    .executeTakeFirst();
  return inserted?.id ?? null;
}

export async function deleteMail(scope: TrxScope, id: string): Promise<void> {
  await scope.trx.deleteFrom('mails').where('community_id', '=', scope.community.id).where('id', '=', id).execute();
}

/** Counts one more for this address today, unless it has had `limit`; whether it was counted. */
export async function countForAddress(scope: TrxScope, addressKey: Buffer, limit: number): Promise<boolean> {
  const {rows} = await sql`
    insert into mail_counts (community_id, address_key, day, count)
    values (${scope.community.id}, ${addressKey}, ${scope.now.toISOString().slice(0, 10)}, 1)
    on conflict (community_id, address_key, day) do update set count = mail_counts.count + 1 where mail_counts.count < ${limit}
    returning count`.execute(scope.trx);
  return rows.length === 1;
}

export async function communitiesWithDueMail({owner}: Database, now: Date): Promise<string[]> {
  const rows = await owner
    .selectFrom('mails')
    .select('community_id as id')
    .distinct()
    .where('recipient', 'is not', null)
    .where('due_at', '<=', now)
    .execute();
  return rows.map(({id}) => id);
}

/** The next mail that is due and that nobody else is sending. */
export async function lockDueMail(scope: TrxScope): Promise<DueMail | null> {
  const row = await scope.trx
    .selectFrom('mails')
    .select(['id', 'kind', 'language', 'attempts', 'attachments', 'recipient', 'content'])
    .where('community_id', '=', scope.community.id)
    .where('recipient', 'is not', null)
    .where('due_at', '<=', scope.now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row?.recipient && row.content ? {...row, recipient: row.recipient, content: row.content} : null;
}

const erased = {recipient: null, content: null, attachments: null};

/** From now on only that it was sent is known, and no longer to whom or what it said. */
export async function markSent(scope: TrxScope, id: string): Promise<void> {
  await scope.trx
    .updateTable('mails')
    .set((eb) => ({...erased, sent_at: scope.now, attempts: eb('attempts', '+', 1), error: null}))
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .execute();
}

/** Tries again at `next`; null gives it up. */
export async function markFailed(scope: TrxScope, id: string, error: string, next: Date | null): Promise<void> {
  await scope.trx
    .updateTable('mails')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      error,
      ...(next === null ? {...erased, given_up_at: scope.now} : {due_at: next}),
    }))
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .execute();
}
