import {ApiError} from './errors.ts';
import {hexOf, subtleSha256, type Sha256} from './sha256.ts';
import {uuidv7} from './uuid.ts';

/**
 * Where the key of a write is kept from before it is sent until its outcome is certain, so that a reload or another press
 * resumes it. It holds random keys under hashed names: nothing about anybody. A `Map` is one.
 */
export type IntentStore = {
  get(name: string): string | null | undefined | Promise<string | null | undefined>;
  set(name: string, key: string): unknown;
  delete(name: string): unknown;
};

/** What is under way from this page, and what it has done. */
type OfPage = {claims: Map<string, Promise<Claim>>; done: Map<string, string>};
type Claim = {name: string; key: string; isResumed: boolean};

export type Intents = {
  /**
   * Sends something under one key until its outcome is certain.
   *
   * @param meaning - All that is meant, in clear; only its hash is kept.
   * @param intent - Names the form that it comes from: the same form never does the same twice.
   * @param send - Sends it; `isResumed` when an earlier call may have done so.
   */
  once<Answer>(meaning: string, intent: string, send: (key: string, isResumed: boolean) => Promise<Answer>): Promise<Answer>;
};

const pages = new WeakMap<IntentStore, OfPage>();
const inMemory: IntentStore = new Map<string, string>();

/** A browser's own, for as long as the tab is open. A sandboxed frame has one that throws when it is looked at. */
function sessionStore(): IntentStore {
  try {
    const {sessionStorage} = globalThis;
    sessionStorage.getItem('');
    return ofSession;
  } catch {
    return inMemory;
  }
}

const ofSession: IntentStore = {
  get: (name) => sessionStorage.getItem(name),
  set: (name, key) => sessionStorage.setItem(name, key),
  delete: (name) => sessionStorage.removeItem(name),
};

/** Not known to be over: nobody answered, or the answer says nothing of an earlier attempt. */
const uncertain = [401, 403, 408, 429];

function isCertain(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.status < 500 && !uncertain.includes(error.status) && error.code !== 'idempotency.in-flight';
}

export function createIntents({
  intents: given,
  sha256 = subtleSha256(),
}: {
  intents?: IntentStore | undefined;
  sha256?: Sha256 | undefined;
}): Intents {
  // What can't be hashed is kept nowhere but in memory.
  const store = sha256 ? (given ?? sessionStore()) : inMemory;
  const page = pages.get(store) ?? {claims: new Map(), done: new Map()};
  pages.set(store, page);

  async function nameOf(meaning: string): Promise<string> {
    if (!sha256) return meaning;
    return `buurtkit-intent-${hexOf(new Uint8Array(await sha256(new TextEncoder().encode(meaning))))}`;
  }

  async function claim(meaning: string): Promise<Claim> {
    const name = await nameOf(meaning);
    const kept = await store.get(name);
    if (kept) return {name, key: kept, isResumed: true};
    const key = uuidv7();
    await store.set(name, key);
    return {name, key, isResumed: false};
  }

  async function forget({name, key}: Claim): Promise<void> {
    if ((await store.get(name)) === key) await store.delete(name);
  }

  return {
    async once(meaning, intent, send) {
      const form = JSON.stringify([meaning, intent]);
      const done = page.done.get(form);
      if (done !== undefined) return send(done, true);

      const earlier = page.claims.get(meaning);
      const claiming = earlier ?? claim(meaning);
      page.claims.set(meaning, claiming);
      try {
        const claimed = await claiming;
        const sent = send(claimed.key, claimed.isResumed || earlier !== undefined);
        await sent.then(
          () => forget(claimed),
          (error: unknown) => (isCertain(error) ? forget(claimed) : undefined),
        );
        const answer = await sent;
        page.done.set(form, claimed.key);
        return answer;
      } finally {
        if (page.claims.get(meaning) === claiming) page.claims.delete(meaning);
      }
    },
  };
}
