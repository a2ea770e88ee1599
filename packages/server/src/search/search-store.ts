import {sql} from 'kysely';
import type {Scope} from '../scope.ts';

/** A word of our communities, or the name of an area and the term that stands for it. */
export type KnownWord = {word: string; term: string};

/** What is looked for: each has words of its own. */
export type Searched = 'initiative' | 'partner' | 'service' | 'place';
export type SearchScope = Scope & {searched: Searched};

const mostWords = 1000;
const findsAny = {
  initiative: sql.ref('finds_anything'),
  partner: sql.ref('finds_any_partner'),
  service: sql.ref('finds_any_service'),
  place: sql.ref('finds_any_place'),
} as const satisfies Record<Searched, unknown>;

/** The words that are worth looking for, in small and without accents; null when there is no word in it at all. */
export async function readWords(scope: Scope, text: string): Promise<string[] | null> {
  const {rows} = await sql<{hasWords: boolean; words: string[]}>`
    select plain_text(text) ~ '[^ ]' as "hasWords",
      array(select lexeme from unnest(to_tsvector('plain_words', plain_text(text))) order by positions[1]) as words
    from (values (${text})) typed (text)`.execute(scope.database.public);
  return rows[0]?.hasWords ? rows[0].words : null;
}

/** Words of our communities with one of these parts, the shortest first. */
export async function findWordsWith(scope: SearchScope, parts: readonly string[]): Promise<string[]> {
  if (parts.length === 0) return [];
  const {rows} = await sql<{word: string}>`
    select word from words_with(${scope.community.readableIds}::uuid[], ${scope.searched}, ${parts.map((part) => `%${part}%`)}::text[], ${mostWords}) word`.execute(
    scope.database.public,
  );
  return rows.map(({word}) => word);
}

/** Areas of our communities with a word in their name that begins so or has it as a part. */
export async function findAreasWith(scope: Scope, parts: readonly string[], beginnings: readonly string[]): Promise<KnownWord[]> {
  const patterns = [...parts.map((part) => `%${part}%`), ...beginnings.map((beginning) => `${beginning}%`)];
  if (patterns.length === 0) return [];
  const {rows} = await sql<KnownWord>`
    select distinct word, term from search_words
    where community_id = any(${scope.community.readableIds}::uuid[]) and term <> word and word like any(${patterns}::text[])
    limit ${mostWords}`.execute(scope.database.public);
  return rows;
}

/** Those of these words that are there. */
export async function findWords(scope: SearchScope, words: readonly string[]): Promise<string[]> {
  const {rows} = await sql<{word: string}>`
    select distinct word from search_words
    where word = any(${words}::text[]) and community_id = any(${scope.community.readableIds}::uuid[]) and resource in (${scope.searched}, 'area')`.execute(
    scope.database.public,
  );
  return rows.map(({word}) => word);
}

/** Words that look like it, the likest first. */
export async function findWordsLike(scope: SearchScope, typed: string): Promise<string[]> {
  const {rows} = await sql<{word: string}>`
    select word from words_like(${scope.community.readableIds}::uuid[], ${scope.searched}, ${typed}, ${mostWords}) word`.execute(
    scope.database.public,
  );
  return rows.map(({word}) => word);
}

/** Whether one of these is a word that a text has and nobody looks for. */
export async function hasWordToLeaveOut(scope: Scope, words: readonly string[]): Promise<boolean> {
  const {rows} = await sql<{isThere: boolean}>`
    select exists (select from unnest(${words}::text[]) word where ts_lexize('plain_words', word) = '{}') as "isThere"`.execute(
    scope.database.public,
  );
  return rows[0]?.isThere ?? false;
}

/** Which of these queries find anything. */
export async function findAnything(scope: SearchScope, queries: readonly string[]): Promise<boolean[]> {
  if (queries.length === 0) return [];
  const {rows} = await sql<{found: boolean[]}>`
    select array(
      select ${findsAny[scope.searched]}(${scope.community.readableIds}::uuid[], query::tsquery)
      from unnest(${queries}::text[]) with ordinality asked (query, position) order by position
    ) as found`.execute(scope.database.public);
  return rows[0]?.found ?? [];
}
