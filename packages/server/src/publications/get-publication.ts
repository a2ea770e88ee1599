import type {Edition, Language, Publication} from '@buurtkit/contract';
import {readAddress, theOnly} from '../lists/address.ts';
import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';
import {findBook, findEditionRow, findPublicationRows, listEditionRows, type EditionRow, type PublicationRow} from './publication-store.ts';
import {withRemainingPhotos} from './remaining-photos.ts';
import {representEdition, representPublication} from './represent-publication.ts';

/** Its own publication of this name comes before one of a member's; several members' need `{community}~{slug}`. */
async function findPublication(scope: Scope, address: string): Promise<PublicationRow> {
  const rows = await findPublicationRows(scope, readAddress(address));
  const own = rows.find((row) => row.community_id === scope.community.id);
  return own ?? theOnly(rows, 'publication.not-found');
}

export async function getPublication(scope: Scope, address: string): Promise<Publication> {
  const row = await findPublication(scope, address);
  return representPublication(row, await listEditionRows(scope.database.public, row), scope.publicUrl);
}

async function findEdition(scope: Scope, address: string, number: number): Promise<{publication: PublicationRow; row: EditionRow}> {
  const publication = await findPublication(scope, address);
  const row = await findEditionRow(scope.database.public, publication, number);
  if (!row) throw new ProblemError('edition.not-found');
  return {publication, row};
}

export async function getEdition(scope: Scope, address: string, number: number): Promise<Edition> {
  const {publication, row} = await findEdition(scope, address, number);
  const stories = await withRemainingPhotos(scope, row.stories);
  return representEdition({...row, stories}, publication, scope.publicUrl);
}

/** The edition as a book, and what to call it. */
export async function getBook(
  scope: Scope,
  address: string,
  {number, language}: {number: number; language: Language},
): Promise<{name: string; content: Buffer}> {
  const {publication, row} = await findEdition(scope, address, number);
  const content = await findBook(scope, row, language);
  if (!content) throw new ProblemError('edition.not-found');
  return {name: `${publication.slug}-${number}.epub`, content};
}
