import {onTestFinished} from 'vitest';
import type {Role} from '@buurtkit/contract';
import {createCommunity, type NewCommunity} from '../communities/create-community.ts';
import type {Community} from '../communities/community.ts';
import {findCommunity} from '../communities/store.ts';
import {createApp} from '../http/app.ts';
import {createLog} from '../http/log.ts';
import {runSweepers} from '../jobs/run-sweepers.ts';
import {createKey} from '../keys/manage-keys.ts';
import type {Letter} from '../mail/mailer.ts';
import type {Scope} from '../scope.ts';
import type {Services} from '../services.ts';
import {testServices} from './test-services.ts';
import {createTestDatabase, type TestDatabase} from './test-database.ts';

export const publicUrl = 'http://localhost:8787';

export type TestApp = TestDatabase & {
  /** Answers as a process would, without a port. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** What was logged so far. */
  logged: string[];
  /** Moves the clock of the app; null is the real one. */
  setNow(now: Date | null): void;
  /** Does all that is due, as the jobs of a server do. */
  sweep(): Promise<void>;
  /** Every mail that left, oldest first; `sweep` sends them. */
  mails: Letter[];
  services: Services;
};

/** The whole app on a database of its own; close it when done. */
export async function createTestApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const opened = await createTestDatabase();
  const logged: string[] = [];
  let fixedNow: Date | null = null;
  const log = createLog('info', {write: (line: string) => void logged.push(line)});
  const mails: Letter[] = [];
  const services = testServices(opened.database, {
    environment,
    log,
    now: async () => fixedNow ?? new Date(),
    publicUrl,
    mailer: {send: async (letter) => void mails.push(letter), close: () => undefined},
  });
  const app = createApp(services);
  return {
    ...opened,
    logged,
    setNow: (now) => {
      fixedNow = now;
    },
    sweep: async () => runSweepers(services, await services.now()),
    mails,
    services,
    request: async (path, init) => app.request(path.startsWith('http') ? path : `${publicUrl}${path}`, init),
  };
}

/** The same, gone when the test is over. */
export async function testApp(environment?: Record<string, string>): Promise<TestApp> {
  const app = await createTestApp(environment);
  onTestFinished(app.close);
  return app;
}

export async function aCommunity({database}: TestDatabase, community: Partial<NewCommunity> & {slug: string}): Promise<Community> {
  await createCommunity(database.owner, {name: community.slug, kind: 'municipality', ...community});
  const found = await findCommunity(database, community.slug);
  if (!found) throw new Error(`The community ${community.slug} was not made.`);
  return found;
}

export async function aKey({database}: TestDatabase, community: Community, role: Role, target: string | null = null): Promise<string> {
  const {key} = await createKey(database.owner, {communityId: community.id, role, target});
  return key;
}

export function aScope({database}: TestDatabase, community: Community): Scope {
  return {database, community, caller: {kind: 'command'}, language: 'nl', now: new Date(), publicUrl};
}

/** A write as an integrator sends it. */
export function write(method: string, key: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method,
    body: JSON.stringify(body),
    headers: {'Content-Type': 'application/json', Authorization: `Bearer ${key}`, 'Idempotency-Key': crypto.randomUUID(), ...headers},
  };
}
