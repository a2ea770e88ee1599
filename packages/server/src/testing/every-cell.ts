import {sql} from 'kysely';
import type {TestDatabase} from './test-database.ts';

/** Every row of every table as text, with the name of its table; files in it as the text that they hold. */
export async function everyCell({database: {owner}}: TestDatabase): Promise<string[]> {
  const {rows: tables} = await sql<{name: string}>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(owner);
  const cells: string[] = [];
  for (const {name} of tables) {
    const {rows} = await sql<{row: Record<string, unknown>; text: string}>`
      select t.*, t::text as "theWholeRow" from ${sql.table(name)} t`.execute(owner);
    for (const row of rows) {
      const files = Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : ''));
      cells.push(`${name}: ${JSON.stringify(row)} ${files.join(' ')}`);
    }
  }
  return cells;
}
