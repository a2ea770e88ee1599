import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import {join, relative, sep} from 'node:path';
import {sql} from 'kysely';
import type {Database} from '../db/database.ts';

type BuiltFile = {name: string; sha384: string; content: Buffer};

async function readBuild(folder: string): Promise<BuiltFile[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const paths = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async (path) => {
      const content = await readFile(path);
      return {name: relative(folder, path).split(sep).join('/'), sha384: createHash('sha384').update(content).digest('base64'), content};
    }),
  );
}

/**
 * Keeps the files of the installed build, by content, so that everything that was ever served stays. What stands under a
 * version never changes once a production server has served it; in development each build takes the place of the last.
 */
export async function storeEmbedBuild(
  database: Database,
  {folder, version, isReplaceable}: {folder: string; version: string; isReplaceable: boolean},
): Promise<number> {
  const files = await readBuild(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (files.length === 0) return 0;
  await database.owner.transaction().execute(async (trx) => {
    // Several processes start at once: one stores, the others find it done.
    await sql`select pg_advisory_xact_lock(7208872)`.execute(trx);
    const kept = await trx
      .selectFrom('embed_files')
      .select('sha384')
      .where(
        'sha384',
        'in',
        files.map((file) => file.sha384),
      )
      .execute();
    const known = new Set(kept.map((row) => row.sha384));
    const fresh = files.filter((file) => !known.has(file.sha384));
    if (fresh.length > 0)
      await trx
        .insertInto('embed_files')
        .values(fresh.map(({sha384, content}) => ({sha384, content})))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await trx
      .insertInto('embed_versions')
      .values(files.map(({name, sha384}) => ({version, name, sha384})))
      .onConflict((conflict) => {
        const same = conflict.columns(['version', 'name']);
        return isReplaceable ? same.doUpdateSet((eb) => ({sha384: eb.ref('excluded.sha384')})) : same.doNothing();
      })
      .execute();
  });
  return files.length;
}
