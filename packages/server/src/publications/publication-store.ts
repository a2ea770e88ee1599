import type {EditionNews, EditionStory, Language, LanguageMap, NewPublication} from '@buurtkit/contract';
import {sql, type Kysely, type RawBuilder, type Selectable} from 'kysely';
import type {Tables} from '../db/tables.ts';
import type {Address} from '../lists/address.ts';
import type {Scope, TrxScope} from '../scope.ts';

export type Selection = readonly {communityId: string; id: string}[] | null;

export type EditionReferenceRow = {number: number; published_at: Date; note: LanguageMap | null};
export type EditionRow = Selectable<Tables['editions']>;
export type PublicationRow = Pick<
  Selectable<Tables['publications']>,
  'community_id' | 'id' | 'slug' | 'title' | 'summary' | 'selection' | 'last_number' | 'updated_at'
> & {
  community: string;
  initiatives: string[] | null;
  latest: {number: number; published_at: string; note: LanguageMap | null} | null;
};

/** Its own publications, and for a region those of its members too. */
function readableIds({community}: Scope): string[] {
  return [...new Set([community.id, ...community.readableIds])];
}

const columns = sql`p.community_id, p.id, p.slug, p.title, p.summary, p.selection, p.last_number, p.updated_at, c.slug as community,
  case when p.selection is not null then coalesce((
    select jsonb_agg(case when i.community_id = p.community_id then i.slug else home.slug || '~' || i.slug end order by chosen.place)
    from jsonb_array_elements(p.selection) with ordinality chosen (value, place)
    join initiatives i on i.community_id = (chosen.value ->> 'communityId')::uuid and i.id = (chosen.value ->> 'id')::uuid
    join communities home on home.community_id = i.community_id), '[]') end as initiatives,
  (select jsonb_build_object('number', e.number, 'published_at', e.published_at, 'note', e.note) from editions e
    where e.community_id = p.community_id and e.publication_id = p.id and e.number = p.last_number) as latest`;

export type PublicationPosition = {title: string; id: string};

/** Publications by title, from a position on, and how many there are. */
export async function listPublicationRows(
  scope: Scope,
  after: PublicationPosition | null,
  limit: number,
): Promise<{rows: PublicationRow[]; total: number}> {
  const from = sql`from publications p join communities c using (community_id) where p.community_id = any(${readableIds(scope)}::uuid[])`;
  const isAfter: RawBuilder<boolean> = after
    ? sql`((p.title ->> 'nl') collate dutch, p.id) > (${after.title} collate dutch, ${after.id}::uuid)`
    : sql`true`;
  const {rows} = await sql<PublicationRow>`
    select ${columns} ${from} and ${isAfter} order by (p.title ->> 'nl') collate dutch, p.id limit ${limit}`.execute(scope.database.public);
  const counted = await sql<{total: string}>`select count(*) as total ${from}`.execute(scope.database.public);
  return {rows, total: Number(counted.rows[0]?.total ?? 0)};
}

/** Those that go by this address. */
export async function findPublicationRows(scope: Scope, {slug, community}: Address): Promise<PublicationRow[]> {
  const {rows} = await sql<PublicationRow>`
    select ${columns} from publications p join communities c using (community_id)
    where p.community_id = any(${readableIds(scope)}::uuid[]) and p.slug = ${slug} and (${community}::text is null or c.slug = ${community})
    order by c.slug`.execute(scope.database.public);
  return rows;
}

/** The publication for whoever is about to add to it: who comes next waits, and sees what was added. */
export async function lockPublication(scope: TrxScope, slug: string): Promise<PublicationRow | null> {
  await scope.trx
    .selectFrom('publications')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('slug', '=', slug)
    .forUpdate()
    .execute();
  return readOwnPublication(scope, slug);
}

/** The publication as this transaction sees it. */
export async function readOwnPublication(scope: TrxScope, slug: string): Promise<PublicationRow | null> {
  const {rows} = await sql<PublicationRow>`
    select ${columns} from publications p join communities c using (community_id)
    where p.community_id = ${scope.community.id} and p.slug = ${slug}`.execute(scope.trx);
  return rows[0] ?? null;
}

export async function insertPublication(
  scope: TrxScope,
  {slug, title, summary}: Pick<NewPublication, 'title' | 'summary'> & {slug: string},
  selection: Selection,
): Promise<string | null> {
  const row = await scope.trx
    .insertInto('publications')
    .values({
      community_id: scope.community.id,
      slug,
      title: JSON.stringify(title),
      summary: JSON.stringify(summary),
      selection: selection && JSON.stringify(selection),
      created_at: scope.now,
      updated_at: scope.now,
    })
    .onConflict((conflict) => conflict.columns(['community_id', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function setPublication(
  scope: TrxScope,
  id: string,
  {number, selection}: {number: number; selection: Selection},
): Promise<void> {
  await scope.trx
    .updateTable('publications')
    .set({last_number: number, selection: selection && JSON.stringify(selection), updated_at: scope.now})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .execute();
}

export type SnapshotStory = Omit<EditionStory, 'url'>;

type NewEditionRow = {
  publication: PublicationRow;
  number: number;
  note: LanguageMap | null;
  stories: readonly SnapshotStory[];
  news: EditionNews;
};

export async function insertEdition(scope: TrxScope, {publication, number, note, stories, news}: NewEditionRow): Promise<EditionRow> {
  return scope.trx
    .insertInto('editions')
    .values({
      community_id: scope.community.id,
      publication_id: publication.id,
      number,
      title: JSON.stringify(publication.title),
      summary: JSON.stringify(publication.summary),
      note: note && JSON.stringify(note),
      stories: JSON.stringify(stories),
      news: JSON.stringify(news),
      published_at: scope.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function insertBook(scope: TrxScope, editionId: string, language: Language, content: Buffer): Promise<void> {
  await scope.trx
    .insertInto('edition_books')
    .values({community_id: scope.community.id, edition_id: editionId, language, content})
    .execute();
}

/** The editions of a publication, the last one first. */
export async function listEditionRows(db: Kysely<Tables>, {community_id, id}: PublicationRow): Promise<EditionReferenceRow[]> {
  return db
    .selectFrom('editions')
    .select(['number', 'published_at', 'note'])
    .where('community_id', '=', community_id)
    .where('publication_id', '=', id)
    .orderBy('number', 'desc')
    .execute();
}

export async function findEditionRow(db: Kysely<Tables>, publication: PublicationRow, number: number): Promise<EditionRow | null> {
  const row = await db
    .selectFrom('editions')
    .selectAll()
    .where('community_id', '=', publication.community_id)
    .where('publication_id', '=', publication.id)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

/** The edition as a book in this language; in Dutch where nobody wrote anything in it. */
export async function findBook({database}: Scope, edition: EditionRow, language: Language): Promise<Buffer | null> {
  const books = await database.public
    .selectFrom('edition_books')
    .select(['language', 'content'])
    .where('community_id', '=', edition.community_id)
    .where('edition_id', '=', edition.id)
    .where('language', 'in', [language, 'nl'])
    .execute();
  return (books.find((book) => book.language === language) ?? books[0])?.content ?? null;
}

/** The addresses of all initiatives that tell a story, by name. */
export async function listStorytellers(db: Kysely<Tables>, {community}: Scope): Promise<string[]> {
  const {rows} = await sql<{address: string}>`
    select c.slug || '~' || i.slug as address from initiatives i join communities c using (community_id)
    where i.community_id = any(${community.readableIds}::uuid[])
      and exists (select from chapters ch where ch.community_id = i.community_id and ch.initiative_id = i.id)
    order by i.name collate dutch, i.id`.execute(db);
  return rows.map(({address}) => address);
}

/** The addresses of the chosen ones that are still there, in the order in which they were chosen. */
export async function listChosen(db: Kysely<Tables>, {community}: Scope, selection: NonNullable<Selection>): Promise<string[]> {
  const {rows} = await sql<{address: string}>`
    select c.slug || '~' || i.slug as address
    from jsonb_array_elements(${JSON.stringify(selection)}::jsonb) with ordinality chosen (value, place)
    join initiatives i on i.community_id = (chosen.value ->> 'communityId')::uuid and i.id = (chosen.value ->> 'id')::uuid
    join communities c on c.community_id = i.community_id
    where i.community_id = any(${community.readableIds}::uuid[])
    order by chosen.place`.execute(db);
  return rows.map(({address}) => address);
}
