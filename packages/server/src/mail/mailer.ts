import type {MailAttachment} from './queue-mail.ts';

/** A mail with all that stands in it. */
export type Letter = {
  /** Makes its Message-ID, so that one that is sent twice is recognised as one. */
  id: string;
  from: {name: string; address: string};
  to: string;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  attachments: readonly MailAttachment[];
  language: string;
  date: Date;
  /** Every address in it that the reader can press. */
  links: readonly string[];
};

/** Hands letters over: it resolves when somebody else has taken care of it. */
export type Mailer = {send(letter: Letter): Promise<void>; close(): void};

/** Why a letter was not taken, without whom it was for. */
export class RefusedMail extends Error {
  /** Nobody will ever take it. */
  readonly isFinal: boolean;

  constructor(reason: string, isFinal: boolean, options?: ErrorOptions) {
    super(reason, options);
    this.isFinal = isFinal;
  }
}
