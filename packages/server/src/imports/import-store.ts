import {sql, type RawBuilder} from 'kysely';
import {initiativeColumns, type ChapterRow, type InitiativeRow} from '../initiatives/initiative-row.ts';
import {renewOpenings} from '../opening/renew-openings.ts';
import type {TrxScope} from '../scope.ts';
import type {ImportFormat} from './formats.ts';

type ExternalName = {source: string; id: string};

/** One import or undo at a time in a community: two of the same file would each find what the other is about to add missing. */
export async function lockImports(scope: TrxScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('import ' || ${scope.community.id}, 0))`.execute(scope.trx);
}

/** Which initiative each of these names elsewhere belongs to. */
export async function findByExternalIds(scope: TrxScope, names: readonly ExternalName[]): Promise<(ExternalName & {targetId: string})[]> {
  if (names.length === 0) return [];
  const {rows} = await sql<ExternalName & {targetId: string}>`
    select e.source, e.external_id as id, e.target_id as "targetId"
    from external_ids e join json_to_recordset(${JSON.stringify(names)}) as n (source text, id text) on n.source = e.source and n.id = e.external_id
    where e.community_id = ${scope.community.id} and e.resource = 'initiative'`.execute(scope.trx);
  return rows;
}

/** The initiatives with one of these ids or slugs; locked in the order of their ids, so that two who lock some don't wait for each other. */
export async function findInitiatives(
  scope: TrxScope,
  ids: readonly string[],
  slugs: readonly string[],
  {isLocked}: {isLocked: boolean},
): Promise<InitiativeRow[]> {
  const rows = await scope.trx
    .selectFrom('initiatives')
    .select(initiativeColumns)
    .where('community_id', '=', scope.community.id)
    .where((eb) => eb.or([eb('id', '=', sql<string>`any(${ids}::uuid[])`), eb('slug', '=', sql<string>`any(${slugs}::text[])`)]))
    .orderBy('id')
    .$if(isLocked, (query) => query.forUpdate())
    .execute();
  return rows.map((row) => ({...row, community: scope.community.slug}));
}

export async function findChapters(scope: TrxScope, initiativeIds: readonly string[]): Promise<ChapterRow[]> {
  if (initiativeIds.length === 0) return [];
  return scope.trx
    .selectFrom('chapters')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('initiative_id', '=', sql<string>`any(${initiativeIds}::uuid[])`)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function findSlugsLike(scope: TrxScope, base: string): Promise<string[]> {
  const rows = await scope.trx
    .selectFrom('initiatives')
    .select('slug')
    .where('community_id', '=', scope.community.id)
    .where('slug', 'like', `${base}-%`)
    .execute();
  return rows.map((row) => row.slug);
}

export type WrittenColumns = Record<string, unknown>;

const writtenColumns = [
  'name',
  'kind',
  'stage',
  'themes',
  'context',
  'scale',
  'since',
  'summary',
  'city',
  'area_code',
  'area_year',
  'precision',
  'longitude',
  'latitude',
  'areas',
  'area_codes',
  'accessibility',
  'contact',
  'opening_hours',
  'looking_for',
  'external_ids',
] as const;

const refs = (columns: readonly string[], table?: string): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.ref(table ? `${table}.${column}` : column)));

/** Adds initiatives; those without an id get one, in the order in which they stand. */
export async function insertInitiatives(scope: TrxScope, initiatives: readonly WrittenColumns[]): Promise<Map<string, string>> {
  if (initiatives.length === 0) return new Map();
  const {rows} = await sql<{id: string; slug: string}>`
    insert into initiatives (community_id, id, slug, ${refs(writtenColumns)}, created_at, updated_at)
    select ${scope.community.id}::uuid, coalesce(r.id, uuidv7()), r.slug, ${refs(writtenColumns, 'r')}, ${scope.now}::timestamptz, ${scope.now}::timestamptz
    from json_populate_recordset(null::initiatives, ${JSON.stringify(initiatives)}) r
    returning id, slug`.execute(scope.trx);
  return new Map(rows.map((row) => [row.slug, row.id]));
}

export async function updateInitiatives(scope: TrxScope, initiatives: readonly WrittenColumns[]): Promise<void> {
  if (initiatives.length === 0) return;
  await sql`
    update initiatives i set (${refs(writtenColumns)}) = row(${refs(writtenColumns, 'r')}), revision = i.revision + 1, updated_at = ${scope.now}::timestamptz
    from json_populate_recordset(null::initiatives, ${JSON.stringify(initiatives)}) r
    where i.community_id = ${scope.community.id} and i.id = r.id`.execute(scope.trx);
}

/** Keeps the look-up from other systems' names in step with these initiatives' own lists. */
export async function renewExternalIds(scope: TrxScope, initiativeIds: readonly string[]): Promise<void> {
  if (initiativeIds.length === 0) return;
  await deleteExternalIds(scope, initiativeIds);
  await sql`
    insert into external_ids (community_id, resource, source, external_id, target_id)
    select i.community_id, 'initiative', elsewhere.name ->> 'source', elsewhere.name ->> 'id', i.id
    from initiatives i cross join lateral jsonb_array_elements(i.external_ids) elsewhere (name)
    where i.community_id = ${scope.community.id} and i.id = any(${initiativeIds}::uuid[])`.execute(scope.trx);
}

async function deleteExternalIds(scope: TrxScope, initiativeIds: readonly string[]): Promise<void> {
  await sql`
    delete from external_ids
    where community_id = ${scope.community.id} and resource = 'initiative' and target_id = any(${initiativeIds}::uuid[])`.execute(
    scope.trx,
  );
}

export async function insertImport(scope: TrxScope, format: ImportFormat | 'demo', fileHash: Buffer): Promise<string> {
  const {id} = await scope.trx
    .insertInto('imports')
    .values({community_id: scope.community.id, format, file_hash: fileHash, state: 'committing', created_at: scope.now, finished_at: null})
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function lockImport(scope: TrxScope, importId: string): Promise<{state: 'committing' | 'committed' | 'undone'} | null> {
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
  changes: {state?: 'committed' | 'undone'; committedLine?: number},
): Promise<void> {
  await scope.trx
    .updateTable('imports')
    .set({
      ...(changes.state && {state: changes.state, finished_at: scope.now}),
      ...(changes.committedLine !== undefined && {committed_line: changes.committedLine}),
    })
    .where('community_id', '=', scope.community.id)
    .where('id', '=', importId)
    .execute();
}

export type ImportedRow = {line: number; id: string};

export async function logCreated(scope: TrxScope, importId: string, rows: readonly ImportedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into import_rows (community_id, import_id, line, action, target_id, revision)
    select ${scope.community.id}::uuid, ${importId}::uuid, r.line, 'created', r.id, 1
    from json_to_recordset(${JSON.stringify(rows)}) as r (line integer, id uuid)`.execute(scope.trx);
}

/** Writes down what stands there now, whole: call it before the update. */
export async function logBeforeUpdate(scope: TrxScope, importId: string, rows: readonly ImportedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into import_rows (community_id, import_id, line, action, target_id, revision, before)
    select i.community_id, ${importId}::uuid, r.line, 'updated', i.id, i.revision + 1, to_jsonb(i) - 'search_terms' || jsonb_build_object('chapters', (
      select coalesce(jsonb_agg(to_jsonb(c)), '[]') from chapters c where c.community_id = i.community_id and c.initiative_id = i.id))
    from json_to_recordset(${JSON.stringify(rows)}) as r (line integer, id uuid)
    join initiatives i on i.community_id = ${scope.community.id} and i.id = r.id`.execute(scope.trx);
}

export type UndoneRow = {line: number; action: 'created' | 'updated'; id: string; slug: string; isChangedSince: boolean};

/** What an import made or changed and is still there, locked; whether somebody changed it since. */
export async function lockImportedRows(scope: TrxScope, importId: string): Promise<UndoneRow[]> {
  const {rows} = await sql<UndoneRow>`
    select r.line, r.action, i.id, i.slug, i.revision <> r.revision as "isChangedSince"
    from import_rows r join initiatives i on i.community_id = r.community_id and i.id = r.target_id
    where r.community_id = ${scope.community.id} and r.import_id = ${importId} and r.action in ('created', 'updated')
    order by i.id for update of i`.execute(scope.trx);
  return rows;
}

export async function deleteInitiatives(scope: TrxScope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await deleteExternalIds(scope, ids);
  await sql`delete from initiatives where community_id = ${scope.community.id} and id = any(${ids}::uuid[])`.execute(scope.trx);
}

/** Puts back what stood there before the import, chapters and names elsewhere included. */
export async function restoreInitiatives(scope: TrxScope, importId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const {id: communityId} = scope.community;
  const restored = sql`import_rows r where r.community_id = ${communityId} and r.import_id = ${importId} and r.target_id = any(${ids}::uuid[])`;
  await sql`
    update initiatives i set (${refs(writtenColumns)}) = row(${refs(writtenColumns, 'b')}), revision = i.revision + 1, updated_at = ${scope.now}::timestamptz
    from (select (jsonb_populate_record(null::initiatives, r.before)).* from ${restored}) b
    where i.community_id = ${communityId} and i.id = b.id`.execute(scope.trx);
  await sql`delete from chapters where community_id = ${communityId} and initiative_id = any(${ids}::uuid[])`.execute(scope.trx);
  await sql`
    insert into chapters
    select c.* from import_rows r cross join lateral jsonb_populate_recordset(null::chapters, r.before -> 'chapters') c
    where r.community_id = ${communityId} and r.import_id = ${importId} and r.target_id = any(${ids}::uuid[])`.execute(scope.trx);
  await renewExternalIds(scope, ids);
  await renewOpenings(scope, ids);
}
