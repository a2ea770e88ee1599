import type {LanguageMap} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {Scope} from '../scope.ts';

export type NewsRow = {id: string; at: Date; community: string; slug: string} & (
  | {kind: 'initiative'; name: string; summary: LanguageMap}
  | {kind: 'chapter'; name: string; title: LanguageMap; text: LanguageMap}
  | {kind: 'edition'; number: number; title: LanguageMap; summary: LanguageMap; note: LanguageMap | null}
);

/** The last initiatives, chapters and editions, the newest first. A chapter was added when its id was made. */
export async function listNews({database, community}: Scope, limit: number): Promise<NewsRow[]> {
  const read = community.readableIds;
  const own = [...new Set([community.id, ...read])];
  const {rows} = await sql<{news: NewsRow; at: Date}>`
    select news.*, at from (
      (select i.created_at as at, jsonb_build_object('kind', 'initiative', 'id', i.id, 'community', c.slug, 'slug', i.slug, 'name', i.name, 'summary', i.summary) as news
        from initiatives i join communities c using (community_id)
        where i.community_id = any(${read}::uuid[]) order by i.created_at desc, i.id limit ${limit})
      union all
      (select uuid_extract_timestamp(ch.id), jsonb_build_object('kind', 'chapter', 'id', ch.id, 'community', c.slug, 'slug', i.slug, 'name', i.name, 'title', ch.title, 'text', ch.text)
        from chapters ch join initiatives i on i.community_id = ch.community_id and i.id = ch.initiative_id
        join communities c on c.community_id = ch.community_id
        where ch.community_id = any(${read}::uuid[]) order by ch.id desc limit ${limit})
      union all
      (select e.published_at, jsonb_build_object('kind', 'edition', 'id', e.id, 'community', c.slug, 'slug', p.slug, 'number', e.number, 'title', e.title, 'summary', e.summary, 'note', e.note)
        from editions e join publications p on p.community_id = e.community_id and p.id = e.publication_id
        join communities c on c.community_id = e.community_id
        where e.community_id = any(${own}::uuid[]) order by e.published_at desc, e.id limit ${limit})
    ) news (at, news)
    order by at desc, news ->> 'id' limit ${limit}`.execute(database.public);
  return rows.map(({news, at}) => ({...news, at}));
}
