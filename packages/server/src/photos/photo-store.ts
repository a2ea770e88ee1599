import {sql, type Kysely, type RawBuilder} from 'kysely';
import type {Tables} from '../db/tables.ts';
import {ProblemError} from '../problem-error.ts';
import type {Scope, TrxScope} from '../scope.ts';
import {photoObject, photosWithFiles, type ToldPhoto} from './photo-row.ts';
import type {PhotoFile} from './re-encode.ts';

export type FoundPhoto = {photo: ToldPhoto; revision: string};

export async function findPhoto(db: Kysely<Tables>, {community}: Scope, id: string): Promise<FoundPhoto | null> {
  const {rows} = await sql<FoundPhoto>`
    select ${photoObject} as photo, p.revision from ${photosWithFiles}
    where p.community_id = any(${community.readableIds}::uuid[]) and p.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export type OwnPhoto = {id: string; revision: string; initiative: {id: string; slug: string}};

/**
 * A photo for whoever is about to change it. Its initiative is locked, so that its photos stay as many and in the order that
 * they are seen here.
 */
export async function lockPhoto({trx, community}: TrxScope, id: string): Promise<OwnPhoto> {
  const initiative = await trx
    .selectFrom('initiatives')
    .select(['id', 'slug'])
    .where('community_id', '=', community.id)
    .where('id', '=', (eb) => eb.selectFrom('photos').select('initiative_id').where('community_id', '=', community.id).where('id', '=', id))
    .forUpdate()
    .executeTakeFirst();
  const photo = await trx
    .selectFrom('photos')
    .select(['id', 'revision'])
    .where('community_id', '=', community.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!initiative || !photo) throw new ProblemError('photo.not-found');
  return {...photo, initiative};
}

export async function listPhotoIds({trx, community}: TrxScope, initiativeId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('photos')
    .select('id')
    .where('community_id', '=', community.id)
    .where('initiative_id', '=', initiativeId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({id}) => id);
}

export async function orderPhotos({trx, community}: TrxScope, ids: readonly string[]): Promise<void> {
  await sql`update photos p set position = o.number - 1 from unnest(${ids}::uuid[]) with ordinality o (id, number)
    where p.community_id = ${community.id} and p.id = o.id`.execute(trx);
}

/** Keeps a file, once however often it is added. */
export async function keepFile({trx, community}: TrxScope, {hash, content, width, height}: PhotoFile): Promise<void> {
  await trx
    .insertInto('photo_files')
    .values({community_id: community.id, hash, content, width, height})
    .onConflict((conflict) => conflict.columns(['community_id', 'hash']).doUpdateSet({width}))
    .execute();
}

/** The content of any file that is shown somewhere. */
export async function findFile(db: Kysely<Tables>, hash: string): Promise<Buffer | null> {
  const {rows} = await sql<{content: Buffer | null}>`select find_file(decode(${hash}, 'hex')) as content`.execute(db);
  return rows[0]?.content ?? null;
}

/** These files of these communities, by their hashes. */
export async function listFiles(db: Kysely<Tables>, {community}: Scope, hashes: readonly string[]): Promise<Map<string, Buffer>> {
  const {rows} = await sql<{hash: string; content: Buffer}>`select encode(f.hash, 'hex') as hash, f.content from photo_files f
    where ${areTheseFiles(community, hashes)}`.execute(db);
  return new Map(rows.map(({hash, content}) => [hash, content]));
}

/** Which of these files these communities have. */
export async function listHashes(db: Kysely<Tables>, {community}: Scope, hashes: readonly string[]): Promise<Set<string>> {
  const {rows} = await sql<{hash: string}>`select encode(f.hash, 'hex') as hash from photo_files f
    where ${areTheseFiles(community, hashes)}`.execute(db);
  return new Set(rows.map(({hash}) => hash));
}

function areTheseFiles({readableIds}: Scope['community'], hashes: readonly string[]): RawBuilder<boolean> {
  return sql`f.community_id = any(${readableIds}::uuid[]) and f.hash = any(array(select decode(h, 'hex') from unnest(${hashes}::text[]) h))`;
}
