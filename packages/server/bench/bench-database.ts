import {chmod, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {readConfig, type Config} from '../src/config.ts';
import {openDatabaseOf, type OpenedDatabase} from '../src/db/open-database.ts';

/** A PostgreSQL of its own, migrated and empty; gone when it is closed. */
export async function benchDatabase(): Promise<OpenedDatabase & {config: Config}> {
  const folder = await mkdtemp(join(tmpdir(), 'buurtkit-bench-'));
  // As root PostgreSQL runs as another user, who has to reach it.
  await chmod(folder, 0o755);
  const config = readConfig({BUURTKIT_DATA: join(folder, 'data')});
  const opened = await openDatabaseOf(config, {mode: 'serve', say: () => undefined, onError: () => undefined});
  return {
    ...opened,
    config,
    close: async () => {
      await opened.close('fast');
      await rm(folder, {recursive: true});
    },
  };
}
