import {setTimeout as sleep} from 'node:timers/promises';
import type {Entry} from '@buurtkit/contract';
import {uuidv7} from '../../http/uuid.ts';

export type Answered = {status: number; code: string | null; isReplay: boolean; body: Partial<Entry>};
export type Send = (path: string, token: string, body: unknown, key?: string) => Promise<Answered>;

/** Writes to the ledger as a crowd does, through whatever carries a request to a server. */
export function sender(request: (path: string, init: RequestInit) => Promise<Response>): Send {
  return async (path, token, body, key = uuidv7()) => {
    const response = await request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Idempotency-Key': key},
    });
    const answer = (await response.json()) as Partial<Entry> & {code?: string};
    return {
      status: response.status,
      code: answer.code ?? null,
      isReplay: response.headers.get('Idempotency-Replayed') === 'true',
      body: answer,
    };
  };
}

/** The same over HTTP to one server after the other; who hears that it is too busy comes again with the same key, as the SDK does. */
export function persistentSender(servers: readonly string[], root: string): Send {
  let number = 0;
  return sender(async (path, init) => {
    const server = servers[(number += 1) % servers.length]!;
    for (;;) {
      const response = await fetch(`${server}${root}/${path}`, init);
      const seconds = Number(response.headers.get('Retry-After'));
      if (response.status !== 503 || seconds === 0) return response;
      await sleep(seconds * 1000);
    }
  });
}

/** How many got which answer: `{201: 10, 'transfer.limit-reached': 30}`. */
export function counted(answers: readonly Answered[]): Record<string, number> {
  const kinds = Map.groupBy(answers, ({status, code}) => code ?? String(status));
  return Object.fromEntries([...kinds].map(([kind, {length}]) => [kind, length]));
}
