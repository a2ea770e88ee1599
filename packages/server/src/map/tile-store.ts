import {randomUUID} from 'node:crypto';
import {mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';

type StoredTile = {content: Uint8Array; isFresh: boolean};

const month = 30 * 24 * 3600 * 1000;
/** How many tiles are added between two looks at how much there is. */
const additionsBetweenLooks = 200;

/** Tiles on disk, shared by all processes on the folder: whole or not there, and never much more than `mostBytes` of them. */
export function createTileStore(folder: string, {mostBytes = 512 * 1024 * 1024}: {mostBytes?: number} = {}) {
  let additions = 0;

  async function tidy(): Promise<void> {
    const entries = await readdir(folder, {recursive: true, withFileTypes: true});
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const files = await Promise.all(
      paths.map(async (path) => {
        const found = await stat(path).catch(() => null);
        return {path, size: found?.size ?? 0, at: found?.mtimeMs ?? 0};
      }),
    );
    let size = files.reduce((sum, file) => sum + file.size, 0);
    if (size <= mostBytes) return;
    for (const file of files.sort((one, other) => one.at - other.at)) {
      if (size <= mostBytes * 0.8) return;
      await rm(file.path, {force: true});
      size -= file.size;
    }
  }

  return {
    async read(name: string): Promise<StoredTile | null> {
      const path = join(folder, name);
      try {
        const [content, {mtimeMs}] = await Promise.all([readFile(path), stat(path)]);
        return {content, isFresh: Date.now() - mtimeMs < month};
      } catch {
        return null;
      }
    },

    /** A disk that is full or may not be written to is no reason to show no map. */
    async write(name: string, content: Uint8Array): Promise<void> {
      const path = join(folder, name);
      const draft = join(folder, `.${randomUUID()}`);
      try {
        await mkdir(dirname(path), {recursive: true});
        await writeFile(draft, content);
        await rename(draft, path);
        additions += 1;
        if (additions % additionsBetweenLooks === 1) await tidy();
      } catch {
        await rm(draft, {force: true}).catch(() => undefined);
      }
    },

    /** An old tile that upstream couldn't renew is good for another day. */
    async postpone(name: string): Promise<void> {
      const tomorrow = new Date(Date.now() - month + 24 * 3600 * 1000);
      await utimes(join(folder, name), tomorrow, tomorrow).catch(() => undefined);
    },
  };
}
