import MailComposer from 'nodemailer/lib/mail-composer';
import type {SendMailOptions} from 'nodemailer/lib/mailer';
import type {Letter} from './mailer.ts';
import {oneLine} from './one-line.ts';

/** A letter in the words of the library; what people wrote can't end a header or bring a second recipient. */
export function messageOf(letter: Letter): SendMailOptions {
  const [, domain = 'localhost'] = letter.from.address.split('@');
  return {
    messageId: `<${letter.id}@${domain}>`,
    date: letter.date,
    from: {name: oneLine(letter.from.name, 100), address: letter.from.address},
    to: {name: '', address: letter.to},
    ...(letter.replyTo !== null && {replyTo: {name: '', address: letter.replyTo}}),
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    attachments: letter.attachments.map(({name, contentType, content}) => ({filename: oneLine(name, 100), contentType, content})),
    // RFC 3834: no machine answers a machine.
    headers: {'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language},
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

export async function composed(letter: Letter): Promise<Buffer> {
  return new MailComposer(messageOf(letter)).compile().build();
}
