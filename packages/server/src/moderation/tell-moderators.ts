import {moderationMailMessages} from '@buurtkit/texts';
import {sql} from 'kysely';
import {readCommunity} from '../communities/store.ts';
import {queueMail} from '../mail/queue-mail.ts';
import type {TrxScope} from '../scope.ts';

/** Moderators hear that something waits: at once, and after that at most once an hour. Who has no address reads the list. */
export async function tellModerators(scope: TrxScope): Promise<void> {
  const {contact} = await readCommunity(scope.trx, scope.community.id);
  if (!contact.email) return;
  const at = await claimNotice(scope);
  if (!at) return;
  const words = moderationMailMessages.nl(scope.community.addressForm);
  // It is the server that tells, by a rule of its own: what strangers send can't use up the moderators' share of mail.
  await queueMail(
    {...scope, caller: {kind: 'server'}},
    {
      kind: 'moderation.waiting',
      to: contact.email,
      language: 'nl',
      once: `moderation.waiting ${at.toISOString()}`,
      content: {subject: words.waitingSubject, paragraphs: [words.waitingText, words.waitingWhere]},
      after: at,
    },
  );
}

/** When the next word goes out; null when one is on its way already. */
async function claimNotice(scope: TrxScope): Promise<Date | null> {
  const {rows} = await sql<{told_at: Date}>`
    insert into moderation_notices as n (community_id, told_at) values (${scope.community.id}, ${scope.now})
    on conflict (community_id) do update set told_at = greatest(excluded.told_at, n.told_at + interval '1 hour')
    where n.told_at <= excluded.told_at
    returning told_at`.execute(scope.trx);
  return rows[0]?.told_at ?? null;
}
