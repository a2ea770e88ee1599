import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {onTestFinished} from 'vitest';

export type LocalService = {url: string; asked: string[]; answerWith(answer: Answer): void; stop(): Promise<void>};
type Answer = (path: string, response: ServerResponse, request: IncomingMessage) => void | Promise<void>;

/** Stands in for a service on the internet: answers as a test says, and remembers what was asked. */
export async function localService(first: Answer): Promise<LocalService> {
  let answer = first;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    void answer(request.url ?? '', response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(stop);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answerWith: (next) => {
      answer = next;
    },
    stop,
  };
}
