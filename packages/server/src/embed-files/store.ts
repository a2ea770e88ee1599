import {sql} from 'kysely';
import type {Database} from '../db/database.ts';

export type EmbedFile = {sha384: string; content: Buffer};

/** A file of a version, or of the newest one with that major version. */
export async function findEmbedFile(database: Database, version: string, name: string): Promise<EmbedFile | null> {
  const isMajor = !version.includes('.');
  const {rows} = await sql<EmbedFile>`
    select f.sha384, f.content
    from embed_versions v join embed_files f using (sha384)
    where v.name = ${name} and ${isMajor ? sql`v.version like ${`${version}.%`}` : sql`v.version = ${version}`}
    order by string_to_array(v.version, '.')::int[] desc
    limit 1`.execute(database.public);
  return rows[0] ?? null;
}
