import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import PostalMime, {type Email} from 'postal-mime';
import {SMTPServer} from 'smtp-server';
import {onTestFinished} from 'vitest';

export type ReceivedMail = Email & {envelopeTo: string[]; receivedAt: number; raw: string};

export type MailServer = {
  url: string;
  received: ReceivedMail[];
  /** What it says to the recipient of each next mail; null takes it. */
  refuseWith(refusal: {code: number; text: string} | null): void;
  /** Called when a mail has arrived whole, before it says that it took it. */
  beforeTaking(work: () => Promise<void>): void;
};

/** A real mail server on this machine. */
export async function mailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let refusal: {code: number; text: string} | null = null;
  let work = async () => {};
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo(address, _session, callback) {
      if (refusal) callback(Object.assign(new Error(`${refusal.text} ${address.address}`), {responseCode: refusal.code}));
      else callback();
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => void parts.push(part));
      const take = async () => {
        const raw = Buffer.concat(parts);
        received.push({
          ...(await PostalMime.parse(raw)),
          raw: raw.toString('utf8'),
          envelopeTo: session.envelope.rcptTo.map(({address}) => address),
          receivedAt: performance.now(),
        });
        await work();
        callback();
      };
      stream.on('end', () => void take());
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  );
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    refuseWith: (next) => {
      refusal = next;
    },
    beforeTaking: (next) => {
      work = next;
    },
  };
}
