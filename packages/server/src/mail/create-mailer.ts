import type {Config} from '../config.ts';
import type {Mailer} from './mailer.ts';
import {fileMailer, mailFolder} from './mail-folder.ts';
import {smtpMailer} from './smtp-mailer.ts';

export function createMailer({smtpUrl, dataFolder}: Config): Mailer {
  return smtpUrl === null ? fileMailer(mailFolder(dataFolder)) : smtpMailer(smtpUrl);
}
