import {setTimeout as sleep} from 'node:timers/promises';
import {readCommunity, type CommunityRow} from '../communities/store.ts';
import {communityScope} from '../jobs/community-scope.ts';
import type {Sweeper} from '../jobs/sweeper.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import type {Services} from '../services.ts';
import {communitiesWithDueMail, lockDueMail, markFailed, markSent, type DueMail} from './mail-store.ts';
import {RefusedMail, type Letter, type Mailer} from './mailer.ts';
import {renderMail} from './render-mail.ts';

const atOnce = 3;
const perTurn = 100;
const minute = 60_000;
/** Minutes after each attempt; after the last one the mail is given up. */
const delays = [1, 5, 15, 60, 180, 360, 720];

/**
 * Sends what is due, a few at once, each with its row locked: a mail goes out once, however many servers send. One that
 * ends between handing a mail over and writing that down sends it again, under the same Message-ID.
 */
export const mailSweeper: Sweeper = {
  name: 'mails',
  everyMinutes: 1,
  async sweep(services, now) {
    let sent = 1;
    while (sent > 0 && !services.stopping.aborted) {
      sent = 0;
      for (const id of await communitiesWithDueMail(services.database, now)) {
        const scope = await communityScope(services, id, now);
        const turns = await Promise.all(Array.from({length: atOnce}, () => sendSome(services, scope)));
        sent += turns.reduce((sum, count) => sum + count, 0);
      }
    }
  },
};

async function sendSome(services: Services, scope: Scope): Promise<number> {
  let count = 0;
  while (count < perTurn && !services.stopping.aborted && (await inTransaction(scope, (trx) => sendOne(services, trx)))) count += 1;
  return count;
}

/** Whether there was one to send. */
async function sendOne({mailer, config, log}: Services, scope: TrxScope): Promise<boolean> {
  const mail = await lockDueMail(scope);
  if (!mail) return false;
  const community = await readCommunity(scope.database.public, scope.community.id);
  const refusal = await handOver(mailer, async () => letterOf(mail, community, {from: config.mailFrom, date: scope.now}));
  if (!refusal) {
    await markSent(scope, mail.id);
    return true;
  }
  const delay = delays[mail.attempts];
  const isGivenUp = refusal.isFinal || delay === undefined;
  await markFailed(scope, mail.id, refusal.message, isGivenUp ? null : new Date(scope.now.getTime() + delay * minute));
  log.warn({mailId: mail.id, kind: mail.kind, reason: refusal.message, isGivenUp}, 'a mail was not taken');
  // Who refused one refuses the next: a moment's rest.
  if (!refusal.isFinal) await sleep(50);
  return true;
}

/** Null when it was taken. A mail that can't even be made waits like one that was refused, and holds up no other. */
async function handOver(mailer: Mailer, makeLetter: () => Promise<Letter>): Promise<RefusedMail | null> {
  try {
    await mailer.send(await makeLetter());
    return null;
  } catch (error) {
    if (error instanceof RefusedMail) return error;
    const {code, name} = error as Error & {code?: unknown};
    return new RefusedMail(typeof code === 'string' ? code : name, false, {cause: error});
  }
}

type Sending = {from: string; date: Date};

async function letterOf(mail: DueMail, community: CommunityRow, {from, date}: Sending): Promise<Letter> {
  const {text, html, links} = await renderMail(mail.content, community, mail.language);
  return {
    id: mail.id,
    from: {name: community.name, address: from},
    to: mail.recipient,
    replyTo: mail.content.replyTo ?? community.contact?.email ?? null,
    subject: mail.content.subject,
    text,
    html,
    attachments: mail.attachments ?? [],
    language: mail.language,
    date,
    links,
  };
}
