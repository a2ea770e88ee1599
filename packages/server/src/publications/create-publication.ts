import type {NewPublication, Publication} from '@buurtkit/contract';
import {recordChanges} from '../events/outbox.ts';
import {slugOf} from '../initiatives/slug.ts';
import {ProblemError} from '../problem-error.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {chooseInitiatives} from './choose-initiatives.ts';
import {insertPublication, readOwnPublication} from './publication-store.ts';
import {representPublication} from './represent-publication.ts';

/** Begins a publication; its first edition still has to be published. */
export async function createPublication(scope: Scope, publication: NewPublication): Promise<Publication> {
  const slug = publication.slug ?? slugOf(publication.title.nl);
  return inTransaction(scope, async (trxScope) => {
    const selection = publication.initiatives ? await chooseInitiatives(trxScope, publication.initiatives) : null;
    const id = await insertPublication(trxScope, {...publication, slug}, selection);
    const row = id === null ? null : await readOwnPublication(trxScope, slug);
    if (!row) throw new ProblemError('slug.taken', {faults: [{pointer: '#/slug', code: 'not-allowed'}]});
    await recordChanges(trxScope, [{type: 'nl.buurtkit.publication.created', id: row.id, slug}]);
    return representPublication(row, [], scope.publicUrl);
  });
}
