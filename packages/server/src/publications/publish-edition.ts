import type {Edition, NewEdition} from '@buurtkit/contract';
import {recordChanges} from '../events/outbox.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {chooseInitiatives} from './choose-initiatives.ts';
import {collectStories} from './collect-stories.ts';
import {makeBooks} from './make-book.ts';
import {readPhotos} from './read-photos.ts';
import {findEditionRow, insertBook, insertEdition, lockPublication, setPublication} from './publication-store.ts';
import {representEdition} from './represent-publication.ts';
import {isNothingNew, tellNews} from './tell-news.ts';

/** Publishes the next edition: the stories as they are now, what is new in them, and the book of it. */
export async function publishEdition(scope: Scope, slug: string, {note, initiatives, isForced}: NewEdition): Promise<Edition> {
  return inTransaction(scope, async (trxScope) => {
    const publication = await lockPublication(trxScope, slug);
    if (!publication) throw new ProblemError('publication.not-found');
    const selection = initiatives ? await chooseInitiatives(trxScope, initiatives) : initiatives === null ? null : publication.selection;

    const before = await findEditionRow(trxScope.trx, publication, publication.last_number);
    const stories = await collectStories(trxScope, selection);
    const news = tellNews(stories, before?.stories ?? []);
    if (isNothingNew(news) && !isForced) throw new ProblemError('edition.nothing-new');

    const number = publication.last_number + 1;
    const row = await insertEdition(trxScope, {publication, number, note: note ?? null, stories, news});
    await setPublication(trxScope, publication.id, {number, selection});
    const edition = representEdition(row, publication, scope.publicUrl);
    const photos = await readPhotos(trxScope, edition);
    for (const {language, content} of await makeBooks(edition, scope.community, photos))
      await insertBook(trxScope, row.id, language, content);
    await recordChanges(trxScope, [{type: 'nl.buurtkit.publication.updated', id: publication.id, slug, fields: ['editions']}]);
    return edition;
  });
}
