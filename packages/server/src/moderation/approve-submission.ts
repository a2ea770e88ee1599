import {newInitiativeSchema} from '@buurtkit/contract';
import {moderationMailMessages} from '@buurtkit/texts';
import {recordActs} from '../audit/record-acts.ts';
import {changeInitiative} from '../initiatives/change-initiative.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {getInitiative} from '../initiatives/get-initiative.ts';
import type {InitiativeRow} from '../initiatives/initiative-row.ts';
import {addPerson} from '../people/store.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {findAuthor, setDecided} from '../submissions/store.ts';
import {decisionOf, type Decided} from './decision-of.ts';
import type {ItemRow} from './item-row.ts';
import {lockWaitingItem} from './lock-waiting-item.ts';
import {tellAuthor} from './tell-author.ts';

/**
 * Publishes what was sent in, word for word: a new initiative, or the fields of a change and no others. An address that nobody
 * could look up was for whoever approves to read.
 */
export async function approveSubmission(scope: Scope, id: string, ifMatch: string): Promise<Decided> {
  return inTransaction(scope, async (trxScope) => {
    const item = await lockWaitingItem(trxScope, id, ifMatch, ['new-initiative', 'initiative-change']);
    const author = await findAuthor(trxScope, id);
    const initiative = await publish(trxScope, item);
    if (author && item.kind === 'new-initiative') await addPerson(trxScope, initiative.id, author);
    await setDecided(trxScope, id, {state: 'approved', initiativeId: initiative.id, reason: null});
    await recordActs(trxScope, [{action: 'submission.approved', subjectId: id}]);

    if (author) {
      const words = moderationMailMessages[author.language](scope.community.addressForm);
      const link = `${scope.publicUrl}/${scope.community.slug}/initiatieven/${initiative.slug}`;
      const isNew = item.kind === 'new-initiative';
      await tellAuthor(trxScope, author, 'approved', {
        subject: words.approvedSubject,
        paragraphs: [
          isNew ? words.approvedNew(initiative.name) : words.approvedChange(initiative.name),
          {link, label: words.approvedLink},
          ...(isNew ? [words.approvedPerson] : []),
        ],
      });
    }
    return decisionOf(trxScope, id);
  });
}

async function publish(scope: TrxScope, {content, subject_slug}: ItemRow): Promise<Pick<InitiativeRow, 'id' | 'slug' | 'name'>> {
  const {address: _address, ...published} = content ?? {};
  if (subject_slug === null) return createInitiative(scope, newInitiativeSchema.parse(published));
  if (Object.keys(published).length === 0) return (await getInitiative(scope, subject_slug)).initiative;
  // Whoever approves saw how it stands now: the item's own ETag counts the initiative's changes too.
  return changeInitiative(scope, subject_slug, published, '*');
}
