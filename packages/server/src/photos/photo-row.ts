import type {LanguageMap, Photo} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';

type ToldFile = {hash: string; width: number; height: number};

/** A photo as the database tells it: its files by their hashes. */
export type ToldPhoto = {id: string; alt: LanguageMap; credit: string; large: ToldFile; small: ToldFile};

/** Where a file is, on whatever server it is asked for. */
function pathOf(hash: string): string {
  return `/v1/files/${hash}.jpg`;
}

export function hashIn(url: string): string {
  return url.slice(-68, -4);
}

export function representPhoto({id, alt, credit, large, small}: ToldPhoto, publicUrl: string): Photo {
  return {
    id,
    url: publicUrl + pathOf(large.hash),
    alt,
    credit,
    width: large.width,
    height: large.height,
    small: {url: publicUrl + pathOf(small.hash), width: small.width, height: small.height},
  };
}

/** The same photo as another server shows it. */
export function photoFrom(photo: Photo, publicUrl: string, newUrl: string): Photo {
  const moved = (url: string) => newUrl + url.slice(publicUrl.length);
  return {...photo, url: moved(photo.url), small: {...photo.small, url: moved(photo.small.url)}};
}

function file(table: string): RawBuilder<unknown> {
  return sql`json_build_object('hash', encode(${sql.ref(`${table}.hash`)}, 'hex'), 'width', ${sql.ref(`${table}.width`)}, 'height', ${sql.ref(`${table}.height`)})`;
}

/** A photo `p` with its files `large` and `small`. */
export const photoObject = sql<ToldPhoto>`json_build_object('id', p.id, 'alt', p.alt, 'credit', p.credit, 'large', ${file('large')}, 'small', ${file('small')})`;

export const photosWithFiles = sql`photos p
  join photo_files large on large.community_id = p.community_id and large.hash = p.hash
  join photo_files small on small.community_id = p.community_id and small.hash = p.small_hash`;

/** The photos of the initiative that a row of this table or subquery is, in its own order. */
export function toldPhotos(table: string): RawBuilder<ToldPhoto[]> {
  return sql`(select coalesce(json_agg(${photoObject} order by p.position, p.id), '[]') from ${photosWithFiles}
    where p.community_id = ${sql.ref(`${table}.community_id`)} and p.initiative_id = ${sql.ref(`${table}.id`)})`;
}
