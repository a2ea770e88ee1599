import {createTransport} from 'nodemailer';
import {messageOf} from './compose.ts';
import {RefusedMail, type Mailer} from './mailer.ts';

type SmtpError = Error & {code?: string; responseCode?: number};

/** Sends over SMTP, with a few connections that stay open. */
export function smtpMailer(url: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    // It is sent again by its row in the outbox, not from memory.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    dnsTimeout: 10_000,
  });
  // A connection that breaks while nobody sends is no reason to end.
  transport.on('error', () => undefined);
  return {
    async send(letter) {
      try {
        await transport.sendMail(messageOf(letter));
      } catch (error) {
        throw refusalOf(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

/** The words of the other server repeat the address: its code is enough. */
function refusalOf({code = 'ERROR', responseCode}: SmtpError): RefusedMail {
  const isUnknownAddress = code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 550 && responseCode <= 553;
  return new RefusedMail(responseCode === undefined ? code : `${code} ${responseCode}`, isUnknownAddress);
}
