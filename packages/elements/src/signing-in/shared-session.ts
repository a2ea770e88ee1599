import type {AuthReason} from '../events/buurt-auth-required-event.ts';

/** Somebody who is signed in. The member is null where the page's own token was one of ours already. */
export type Opened = {token: string; expiresAt: string | null; member: {id: string; name: string | null} | null};

/**
 * Who is signed in at one community of one API, for all components on the page at once. It lives in memory, and in
 * `sessionStorage` only when the reader asked for that.
 */
export class SharedSession {
  /** Why nobody is signed in, when nobody is. */
  reason: AuthReason = 'signed-out';
  /** The last one that the API no longer took. */
  endedToken: string | null = null;

  readonly #name: string;
  readonly #watchers = new Set<() => void>();
  #opened: Opened | null;
  /** A token of the page that is being exchanged: it counts once, however many components have it. */
  #entering: {token: string; done: Promise<void>} | null = null;

  constructor(name: string) {
    this.#name = name;
    this.#opened = stored(name);
  }

  get opened(): Opened | null {
    return this.#opened;
  }

  open(opened: Opened, {isKept = false} = {}): void {
    this.#opened = opened;
    store(this.#name, isKept ? opened : null);
    this.#tell();
  }

  /** With the page's own token, which `exchange` turns into one of ours. The same token a second time does nothing. */
  async enter(token: string, exchange: (token: string) => Promise<Opened>): Promise<void> {
    if (this.#entering?.token !== token) this.#entering = {token, done: exchange(token).then((opened) => this.open(opened))};
    await this.#entering.done;
  }

  /** @param token - Whose end it is: an answer to an old token says nothing about a new one. */
  end(reason: AuthReason, token: string): void {
    if (this.#opened?.token !== token) return;
    this.#opened = null;
    this.reason = reason;
    if (reason === 'session-ended') this.endedToken = token;
    store(this.#name, null);
    this.#tell();
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}

const sessions = new Map<string, SharedSession>();

export function sessionAt({api, community}: {api: string; community: string}): SharedSession {
  const name = `buurtkit ${api} ${community}`;
  const known = sessions.get(name) ?? new SharedSession(name);
  sessions.set(name, known);
  return known;
}

function stored(name: string): Opened | null {
  try {
    const opened = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Opened | null;
    return opened?.expiresAt && Date.parse(opened.expiresAt) > Date.now() ? opened : null;
  } catch {
    return null;
  }
}

/** A frame in a sandbox has no storage, and then it simply isn't kept. */
function store(name: string, opened: Opened | null): void {
  try {
    if (opened) sessionStorage.setItem(name, JSON.stringify(opened));
    else if (sessionStorage.getItem(name) !== null) sessionStorage.removeItem(name);
  } catch {}
}

/** Nobody is signed in anywhere any more, as on a page that was just opened. */
export function forgetSessions(): void {
  sessions.clear();
}
