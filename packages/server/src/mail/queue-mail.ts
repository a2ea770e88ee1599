import type {Language} from '@buurtkit/contract';
import {wake} from '../jobs/wake.ts';
import type {TrxScope} from '../scope.ts';
import {insertMail} from './mail-store.ts';

/** A link on a line of its own, a list, or a paragraph of text. */
export type MailParagraph = string | {link: string; label: string} | {list: readonly string[]};

export type MailContent = {subject: string; paragraphs: readonly MailParagraph[]};

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

/** Puts a mail in the outbox, in the transaction of what it is about; it leaves within seconds after that. */
export async function queueMail(scope: TrxScope, mail: Mail): Promise<void> {
  if (await insertMail(scope, mail)) await wake(scope, 'mails');
}
