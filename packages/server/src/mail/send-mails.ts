import {setTimeout as sleep} from 'node:timers/promises';
import {readCommunity} from '../communities/store.ts';
import {communityScope} from '../jobs/community-scope.ts';
import type {Sweeper} from '../jobs/sweeper.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import type {Services} from '../services.ts';
import {communitiesWithDueMail, lockDueMail, markFailed, markSent, type DueMail} from './mail-store.ts';
import {RefusedMail, type Letter} from './mailer.ts';
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
  try {
    await mailer.send(await letterOf(scope, mail, config.mailFrom));
    await markSent(scope, mail.id);
  } catch (error) {
    if (!(error instanceof RefusedMail)) throw error;
    const delay = delays[mail.attempts];
    const isGivenUp = error.isFinal || delay === undefined;
    await markFailed(scope, mail.id, error.message, isGivenUp ? null : new Date(scope.now.getTime() + delay * minute));
    log.warn({mailId: mail.id, kind: mail.kind, reason: error.message, isGivenUp}, 'a mail was not taken');
    // Who refused one refuses the next: a moment's rest.
    if (!error.isFinal) await sleep(50);
  }
  return true;
}

async function letterOf(scope: TrxScope, mail: DueMail, from: string): Promise<Letter> {
  const community = await readCommunity(scope.database.public, scope.community.id);
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
    date: scope.now,
    links,
  };
}
