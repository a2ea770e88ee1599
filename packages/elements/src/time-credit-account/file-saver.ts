import type {Announcer} from '../status/announcer.ts';

/** Offers a file to keep, once per press. It is asked for with a token, so that no address holds one. */
export class FileSaver {
  readonly #announcer: Announcer;
  readonly #onFailed: (error: unknown) => void;
  #isSaving = false;

  constructor(announcer: Announcer, onFailed: (error: unknown) => void) {
    this.#announcer = announcer;
    this.#onFailed = onFailed;
  }

  async save(name: string, words: {downloadFailed: string}, load: () => Promise<Blob>): Promise<void> {
    if (this.#isSaving) return;
    this.#isSaving = true;
    try {
      offer(await load(), name);
    } catch (error) {
      this.#onFailed(error);
      this.#announcer.say(words.downloadFailed);
    } finally {
      this.#isSaving = false;
    }
  }
}

function offer(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // A browser may begin to read it only after this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
