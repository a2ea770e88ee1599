import type pg from 'pg';

export type TableShape = {name: string; columns: string[]; orderBy: string};

// `migrations` is made by migrating, not by copying. What the doors keep is of today and of this database.
const left = ['migrations', 'rate_limits', 'server_secrets', 'used_proofs'];

/** All tables, those that others point to first, so that each can be filled while its foreign keys are checked. */
export async function readTables(client: pg.ClientBase): Promise<TableShape[]> {
  const {rows} = await client.query<TableShape & {pointsTo: string[]}>(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.position)
         from pg_index i cross join lateral unnest(i.indkey::smallint[]) with ordinality k (attnum, position)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary) as "orderBy",
       array(select t.relname::text from pg_constraint f join pg_class t on t.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as "pointsTo"
     from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
     order by c.relname collate "C"`,
    [left],
  );
  const ordered: typeof rows = [];
  while (ordered.length < rows.length) {
    const next = rows.find(
      (table) => !ordered.includes(table) && table.pointsTo.every((name) => ordered.some((done) => done.name === name)),
    );
    if (!next) throw new Error('Tables that point to each other in a circle can’t be put in an order.');
    ordered.push(next);
  }
  return ordered.map(({name, columns, orderBy}) => ({name, columns, orderBy}));
}

export async function readMigrations(client: pg.ClientBase): Promise<string[]> {
  const {rows: found} = await client.query<{isThere: boolean}>(`select to_regclass('migrations') is not null as "isThere"`);
  if (!found[0]?.isThere) return [];
  const {rows} = await client.query<{name: string}>('select name from migrations order by name collate "C"');
  return rows.map((row) => row.name);
}

/** A table's rows in the order of its key: the same rows give the same bytes, wherever they lie on disk. */
export function copyOut({name, columns, orderBy}: TableShape): string {
  return `copy (select ${columns.map(quote).join(', ')} from ${quote(name)} order by ${orderBy}) to stdout (format binary)`;
}

export function copyIn({name, columns}: Pick<TableShape, 'name' | 'columns'>): string {
  return `copy ${quote(name)} (${columns.map(quote).join(', ')}) from stdin (format binary)`;
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
