import {STATUS_CODES} from 'node:http';
import type {Duplex} from 'node:stream';
import type {ProblemCode} from '@buurtkit/contract';

/** Node gives up on what isn't HTTP, or is too much of it; whoever sent it hears why as from any other refusal. */
export async function answerBrokenRequest(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  refuse: (code: ProblemCode) => Promise<Response>,
): Promise<void> {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const response = await refuse(error.code === 'HPE_HEADER_OVERFLOW' ? 'request.too-large' : 'request.malformed');
  const body = await response.text();
  const headers = [...response.headers, ['Content-Length', Buffer.byteLength(body)], ['Connection', 'close']].map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.end([`HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}`, ...headers, '', body].join('\r\n'));
}
