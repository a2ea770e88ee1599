import {sql, type RawBuilder} from 'kysely';

/** Every word stands in the text of the item `i`, or something much like it. */
export function wordsCondition(q: string | undefined): RawBuilder<boolean> {
  const words = (q ?? '').split(/\s+/).filter((word) => word !== '');
  const each = words.map((word) => {
    const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    return sql<boolean>`(i.search like fold(${pattern}) or word_similarity(fold(${word}), i.search) >= 0.6)`;
  });
  return each.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(each, sql` and `)})`;
}
