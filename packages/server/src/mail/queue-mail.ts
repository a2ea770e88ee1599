import {emailSchema, type Language} from '@buurtkit/contract';
import {keyedHash} from '../doors/server-secret.ts';
import {wake} from '../jobs/wake.ts';
import type {TrxScope} from '../scope.ts';
import {countForAddress, deleteMail, insertMail} from './mail-store.ts';

/** A link on a line of its own, a list, or a paragraph of text. */
export type MailParagraph = string | {link: string; label: string} | {list: readonly string[]};

export type MailContent = {
  subject: string;
  paragraphs: readonly MailParagraph[];
  /** Where an answer goes, when that isn't the community. */
  replyTo?: string;
};

export type MailAttachment = {name: string; contentType: string; content: string};

export type Mail = {
  /** For the log and the figures: `submission.confirm`. */
  kind: string;
  to: string;
  language: Language;
  /** Names this very mail in its community: it is queued once, whatever runs again. Ids only, since it is kept. */
  once: string;
  content: MailContent;
  attachments?: readonly MailAttachment[];
  /** Not before; at once when left out. */
  after?: Date;
};

/** How many mails a day an address gets of one community because of people whom we don't know. */
export const mailsPerAddressAndDay = 20;

/**
 * Puts a mail in the outbox, in the transaction of what it is about; it leaves within seconds after that. Where nobody in
 * particular asks for it, an address gets no more than its share of a day: then it is left out, and the answer is false.
 */
export async function queueMail(scope: TrxScope, mail: Mail): Promise<boolean> {
  if (!emailSchema.safeParse(mail.to).success) throw new Error(`a mail of kind ${mail.kind} goes to no address`);
  const id = await insertMail(scope, mail);
  if (id === null) return true;
  if (scope.caller.kind === 'anonymous') {
    const addressKey = await keyedHash(scope.database, 'mail-counts', mailboxOf(mail.to));
    if (!(await countForAddress(scope, addressKey, mailsPerAddressAndDay))) {
      await deleteMail(scope, id);
      return false;
    }
  }
  await wake(scope, 'mails');
  return true;
}

/** The mailbox that an address reaches: case and what stands behind a plus make no other. */
function mailboxOf(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*(?=@)/, '');
}
