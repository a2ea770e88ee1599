import {readdir, readFile} from 'node:fs/promises';
import pg from 'pg';

/** The process that a PostgreSQL began with. */
export async function postmasterOf(databaseUrl: string): Promise<number> {
  const client = new pg.Client({connectionString: databaseUrl});
  await client.connect();
  const {rows} = await client.query<{file: string}>(`select pg_read_file('postmaster.pid') as file`);
  await client.end();
  return Number(rows[0]?.file.split('\n')[0]);
}

/** It, and all that it started. */
export async function databaseProcesses(postmaster: number): Promise<number[]> {
  const children = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
        return Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]) === postmaster ? [Number(name)] : [];
      }),
  );
  return [postmaster, ...children.flat()];
}

/** What can't be caught; a process that is gone already is as good. */
export function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
