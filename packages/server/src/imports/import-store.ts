import {sql, type RawBuilder} from 'kysely';
import type {TrxScope} from '../scope.ts';
import type {ResourceName} from './import-record.ts';
import type {ImportReport} from './import-report.ts';
import type {Resource, Row} from './resource.ts';

type ExternalName = {source: string; id: string};

/** One import or undo at a time in a community: two of the same file would each find what the other is about to add missing. */
export async function lockImports(scope: TrxScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('import ' || ${scope.community.id}, 0))`.execute(scope.trx);
}

/** Which thing each of these names elsewhere belongs to. */
export async function findByExternalIds(
  scope: TrxScope,
  resource: ResourceName,
  names: readonly ExternalName[],
): Promise<(ExternalName & {targetId: string})[]> {
  if (names.length === 0) return [];
  const {rows} = await sql<ExternalName & {targetId: string}>`
    select e.source, e.external_id as id, e.target_id as "targetId"
    from external_ids e join json_to_recordset(${JSON.stringify(names)}) as n (source text, id text) on n.source = e.source and n.id = e.external_id
    where e.community_id = ${scope.community.id} and e.resource = ${resource}`.execute(scope.trx);
  return rows;
}

const refs = (columns: readonly string[], table?: string): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(table ? `${table}.${column}` : column)));

const hasSlug = ({table}: Resource) => table !== 'services';

/** The things with one of these ids or slugs; locked in the order of their ids, so that two who lock some don't wait for each other. */
export async function findRows(
  scope: TrxScope,
  resource: Resource,
  ids: readonly string[],
  slugs: readonly string[],
  {isLocked}: {isLocked: boolean},
): Promise<Row[]> {
  const columns = ['id', 'revision', ...(hasSlug(resource) ? ['slug'] : []), ...resource.columns];
  const {rows} = await sql<Row>`
    select ${refs(columns)} from ${sql.table(resource.table)}
    where community_id = ${scope.community.id}
      and (id = any(${ids}::uuid[])${hasSlug(resource) ? sql` or slug = any(${slugs}::text[])` : sql``})
    order by id ${isLocked ? sql`for update` : sql``}`.execute(scope.trx);
  return rows;
}

/** Ids for new things, in the order in which they will stand. */
export async function newIds(scope: TrxScope, count: number): Promise<string[]> {
  if (count === 0) return [];
  const {rows} = await sql<{id: string}>`select uuidv7() as id from generate_series(1, ${count})`.execute(scope.trx);
  return rows.map((row) => row.id);
}

export type WrittenColumns = Record<string, unknown> & {id: string};

export async function insertRows(scope: TrxScope, resource: Resource, rows: readonly WrittenColumns[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = ['id', ...(hasSlug(resource) ? ['slug'] : []), ...resource.columns];
  await sql`
    insert into ${sql.table(resource.table)} (community_id, ${refs(columns)}, created_at, updated_at)
    select ${scope.community.id}::uuid, ${refs(columns, 'r')}, ${scope.now}::timestamptz, ${scope.now}::timestamptz
    from json_populate_recordset(null::${sql.table(resource.table)}, ${JSON.stringify(rows)}) r`.execute(scope.trx);
}

export async function updateRows(scope: TrxScope, resource: Resource, rows: readonly WrittenColumns[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update ${sql.table(resource.table)} t
    set (${refs(resource.columns)}) = row(${refs(resource.columns, 'r')}), revision = t.revision + 1, updated_at = ${scope.now}::timestamptz
    from json_populate_recordset(null::${sql.table(resource.table)}, ${JSON.stringify(rows)}) r
    where t.community_id = ${scope.community.id} and t.id = r.id`.execute(scope.trx);
}

/** Keeps the look-up from other systems' names in step with these things' own lists. */
export async function renewExternalIds(scope: TrxScope, resource: Resource, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || !resource.columns.includes('external_ids')) return;
  await deleteExternalIds(scope, resource, ids);
  await sql`
    insert into external_ids (community_id, resource, source, external_id, target_id)
    select t.community_id, ${resource.name}, elsewhere.name ->> 'source', elsewhere.name ->> 'id', t.id
    from ${sql.table(resource.table)} t cross join lateral jsonb_array_elements(t.external_ids) elsewhere (name)
    where t.community_id = ${scope.community.id} and t.id = any(${ids}::uuid[])`.execute(scope.trx);
}

async function deleteExternalIds(scope: TrxScope, {name}: Resource, ids: readonly string[]): Promise<void> {
  await sql`
    delete from external_ids
    where community_id = ${scope.community.id} and resource = ${name} and target_id = any(${ids}::uuid[])`.execute(scope.trx);
}

export async function insertImport(scope: TrxScope, format: string, fileHash: Buffer): Promise<string> {
  const {id} = await scope.trx
    .insertInto('imports')
    .values({community_id: scope.community.id, format, file_hash: fileHash, state: 'committing', created_at: scope.now, finished_at: null})
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export type ImportState = 'planned' | 'committing' | 'committed' | 'undone';

export async function lockImport(scope: TrxScope, importId: string): Promise<{state: ImportState} | null> {
  const row = await scope.trx
    .selectFrom('imports')
    .select('state')
    .where('community_id', '=', scope.community.id)
    .where('id', '=', importId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function setImportState(
  scope: TrxScope,
  importId: string,
  changes: {state?: 'committing' | 'committed' | 'undone'; committedLine?: number; reported?: Partial<ImportReport>},
): Promise<void> {
  await scope.trx
    .updateTable('imports')
    .set({
      ...(changes.state && {state: changes.state, finished_at: changes.state === 'committing' ? null : scope.now}),
      ...(changes.committedLine !== undefined && {committed_line: changes.committedLine}),
      ...(changes.reported && {
        report: sql<string>`coalesce(report, '{"rows": [], "warnings": []}') || ${JSON.stringify(changes.reported)}::jsonb`,
      }),
    })
    .where('community_id', '=', scope.community.id)
    .where('id', '=', importId)
    .execute();
}

export type ImportedRow = {line: number; id: string};

export async function logCreated(scope: TrxScope, importId: string, {name}: Resource, rows: readonly ImportedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into import_rows (community_id, import_id, line, action, resource, target_id, revision)
    select ${scope.community.id}::uuid, ${importId}::uuid, r.line, 'created', ${name}, r.id, 1
    from json_to_recordset(${JSON.stringify(rows)}) as r (line integer, id uuid)`.execute(scope.trx);
}

/** Writes down what stands there now, whole: call it before the update. A row that comes again keeps what stood there first. */
export async function logBeforeUpdate(scope: TrxScope, importId: string, resource: Resource, rows: readonly ImportedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const belongings = resource.belongings.flatMap(({table, owner}) => [
    sql.lit(table),
    sql`(select coalesce(jsonb_agg(to_jsonb(b)), '[]') from ${sql.table(table)} b where b.community_id = t.community_id and ${sql.ref(`b.${owner}`)} = t.id)`,
  ]);
  await sql`
    insert into import_rows (community_id, import_id, line, action, resource, target_id, revision, before)
    select t.community_id, ${importId}::uuid, r.line, 'updated', ${resource.name}, t.id, t.revision + 1,
      to_jsonb(t) - 'search_terms' || jsonb_build_object(${sql.join(belongings)})
    from json_to_recordset(${JSON.stringify(rows)}) as r (line integer, id uuid)
    join ${sql.table(resource.table)} t on t.community_id = ${scope.community.id} and t.id = r.id
    on conflict (community_id, import_id, line) do update set revision = excluded.revision`.execute(scope.trx);
}

export type UndoneRow = {line: number; action: 'created' | 'updated'; id: string; slug: string; isChangedSince: boolean};

/** What an import made or changed and is still there, locked; whether somebody changed it since. */
export async function lockImportedRows(scope: TrxScope, importId: string, resource: Resource): Promise<UndoneRow[]> {
  const {rows} = await sql<UndoneRow>`
    select r.line, r.action, t.id, ${slugOf(resource)} as slug, t.revision <> r.revision as "isChangedSince"
    from import_rows r join ${sql.table(resource.table)} t on t.community_id = r.community_id and t.id = r.target_id
    where r.community_id = ${scope.community.id} and r.import_id = ${importId} and r.resource = ${resource.name} and r.action in ('created', 'updated')
    order by t.id for update of t`.execute(scope.trx);
  return rows;
}

/** A service has no slug; it goes by its organisation's. */
function slugOf(resource: Resource): RawBuilder<string> {
  return hasSlug(resource) ? sql`t.slug` : sql`(select slug from partners p where p.community_id = t.community_id and p.id = t.partner_id)`;
}

export async function deleteRows(scope: TrxScope, resource: Resource, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await deleteExternalIds(scope, resource, ids);
  await sql`delete from ${sql.table(resource.table)} where community_id = ${scope.community.id} and id = any(${ids}::uuid[])`.execute(
    scope.trx,
  );
}

/** Puts back what stood there before the import, with what belongs to it; its names elsewhere come last, with `restoreNames`. */
export async function restoreRows(scope: TrxScope, importId: string, resource: Resource, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const {id: communityId} = scope.community;
  const restored = sql`import_rows r where r.community_id = ${communityId} and r.import_id = ${importId} and r.resource = ${resource.name} and r.target_id = any(${ids}::uuid[])`;
  await sql`
    update ${sql.table(resource.table)} t
    set (${refs(resource.columns)}) = row(${refs(resource.columns, 'b')}), revision = t.revision + 1, updated_at = ${scope.now}::timestamptz
    from (select (jsonb_populate_record(null::${sql.table(resource.table)}, r.before)).* from ${restored}) b
    where t.community_id = ${communityId} and t.id = b.id`.execute(scope.trx);
  for (const {table, owner} of resource.belongings) {
    await sql`delete from ${sql.table(table)} where community_id = ${communityId} and ${sql.ref(owner)} = any(${ids}::uuid[])`.execute(
      scope.trx,
    );
    await sql`
      insert into ${sql.table(table)}
      select b.* from import_rows r cross join lateral jsonb_populate_recordset(null::${sql.table(table)}, r.before -> ${sql.lit(table)}) b
      where r.community_id = ${communityId} and r.import_id = ${importId} and r.resource = ${resource.name} and r.target_id = any(${ids}::uuid[])`.execute(
      scope.trx,
    );
  }
  await resource.follow(scope, ids);
}

/** Gives things the names elsewhere that they had before, save those that another has by now. */
export async function restoreNames(scope: TrxScope, resource: Resource, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || !resource.columns.includes('external_ids')) return;
  await deleteExternalIds(scope, resource, ids);
  await sql`
    update ${sql.table(resource.table)} t set external_ids = (
      select coalesce(jsonb_agg(name order by place) filter (where taken.target_id is null), '[]')
      from jsonb_array_elements(t.external_ids) with ordinality told (name, place)
      left join external_ids taken on taken.community_id = t.community_id and taken.resource = ${resource.name}
        and taken.source = name ->> 'source' and taken.external_id = name ->> 'id')
    where t.community_id = ${scope.community.id} and t.id = any(${ids}::uuid[]) and t.external_ids <> '[]'`.execute(scope.trx);
  await renewExternalIds(scope, resource, ids);
}
