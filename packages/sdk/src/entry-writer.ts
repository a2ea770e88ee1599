import type {ClientOptions} from './client.ts';
import type {Entry} from './generated/types.ts';
import type {Http, WriteOptions} from './http.ts';
import {createIntents} from './intents.ts';
import {isReplay} from './replays.ts';
import {uuidv7} from './uuid.ts';

/** Settings of a call that moves minutes. */
export type EntryWriteOptions = Omit<WriteOptions, 'idempotencyKey'> & {
  /** Names this change: a UUIDv7, which becomes the entry's id. Each call makes its own, or resumes the one of its `intent`. */
  idempotencyKey?: string | undefined;
  /**
   * Names the form that this comes from, anew each time it begins afresh: `crypto.randomUUID()`. From one form the same happens
   * once, however often it is pressed. What nobody knows the outcome of, after a lost answer or a reload, is resumed when the
   * same is asked again, from whichever form. Left out, each call stands by itself.
   */
  intent?: string | undefined;
};

/** An entry as it stands in the ledger now. */
export type WrittenEntry = Entry & {
  /** An earlier call or visit had done this already, and nothing more has moved: “al gedaan”. */
  isReplay: boolean;
};

export type WriteEntry = (path: string, body: object, options?: EntryWriteOptions) => Promise<WrittenEntry>;

/** Writes an entry under a key that is kept before it is sent. */
export function entryWriter(http: Http, settings: Pick<ClientOptions, 'intents' | 'sha256'>): WriteEntry {
  const intents = createIntents(settings);
  return async (path, body, {intent, idempotencyKey, ...options} = {}) => {
    // A replay of what this very call sent is no news: its first answer was lost.
    const send = async (key: string, isResumed: boolean): Promise<WrittenEntry> => {
      const entry = await http.post<Entry>(path, body, {...options, idempotencyKey: key});
      return {...entry, isReplay: isResumed && isReplay(entry)};
    };
    if (idempotencyKey !== undefined) return send(idempotencyKey, true);
    if (intent === undefined) return send(uuidv7(), false);
    return intents.once(JSON.stringify([http.addressOf(path), body]), intent, send);
  };
}
