import {sql} from 'kysely';
import type {Scope} from '../scope.ts';

export type KnownWord = {word: string; term: string};

const mostWords = 2000;

function ofOurs({community}: Scope) {
  return sql`community_id = any(${community.readableIds}::uuid[])`;
}

/** The words that are worth looking for, in small and without accents; null when there is no word in it at all. */
export async function readWords(scope: Scope, text: string): Promise<string[] | null> {
  const {rows} = await sql<{hasWords: boolean; words: string[]}>`
    select plain_text(text) ~ '[^ ]' as "hasWords",
      array(select lexeme from unnest(to_tsvector('plain_words', plain_text(text))) order by positions[1]) as words
    from (values (${text})) typed (text)`.execute(scope.database.public);
  return rows[0]?.hasWords ? rows[0].words : null;
}

/** Words of our communities with one of these parts, the shortest first; and areas whose name has a word that begins so. */
export async function findWordsWith(scope: Scope, parts: readonly string[], beginnings: readonly string[]): Promise<KnownWord[]> {
  const {rows} = await sql<KnownWord>`
    (select distinct word, term from search_words
      where ${ofOurs(scope)} and word like any(${parts.map((part) => `%${part}%`)}::text[])
      order by word limit ${mostWords})
    union
    (select word, term from search_words
      where ${ofOurs(scope)} and term <> word and word like any(${beginnings.map((beginning) => `${beginning}%`)}::text[])
      order by word limit ${mostWords})`.execute(scope.database.public);
  return rows;
}

export async function findWords(scope: Scope, words: readonly string[]): Promise<KnownWord[]> {
  const {rows} = await sql<KnownWord>`
    select distinct word, term from search_words where word = any(${words}::text[]) and ${ofOurs(scope)}`.execute(scope.database.public);
  return rows;
}

/** Words that look like it (three letters in a row in common, often enough). */
export async function findWordsLike(scope: Scope, word: string): Promise<KnownWord[]> {
  const {rows} = await sql<KnownWord>`
    select distinct word, term from search_words where word % ${word} and ${ofOurs(scope)} limit ${mostWords}`.execute(
    scope.database.public,
  );
  return rows;
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
export async function findAnything(scope: Scope, queries: readonly string[]): Promise<boolean[]> {
  if (queries.length === 0) return [];
  const found = queries.map((query) => sql`exists (select from initiatives where ${ofOurs(scope)} and search_terms @@ ${query}::tsquery)`);
  const {rows} = await sql<{found: boolean[]}>`select array[${sql.join(found)}] as found`.execute(scope.database.public);
  return rows[0]?.found ?? [];
}
