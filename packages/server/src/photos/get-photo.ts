import type {Photo} from '@buurtkit/contract';
import {readPublished} from '../db/read-published.ts';
import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';
import {representPhoto} from './photo-row.ts';
import {findPhoto} from './photo-store.ts';

export async function getPhoto(scope: Scope, id: string): Promise<{photo: Photo; revision: string}> {
  const found = await readPublished(scope, (db) => findPhoto(db, scope, id));
  if (!found) throw new ProblemError('photo.not-found');
  return {photo: representPhoto(found.photo, scope.publicUrl), revision: found.revision};
}
