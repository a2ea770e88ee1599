import {recordActs} from '../audit/record-acts.ts';
import {tellModerators} from '../moderation/tell-moderators.ts';
import type {TrxScope} from '../scope.ts';
import {lockRevision, setPending, supersedeEarlier} from './store.ts';

/** Its author has pressed the link: from now on it waits for a moderator. False when it is no longer there. */
export async function confirmSubmission(scope: TrxScope, id: string): Promise<boolean> {
  const revision = await lockRevision(scope, id);
  if (!revision) return false;
  if (revision.state !== 'draft') return true;

  await setPending(scope, id);
  const superseded = revision.kind === 'initiative-change' ? await supersedeEarlier(scope, revision) : [];
  await recordActs(scope, [
    {action: 'submission.confirmed', subjectId: id},
    ...superseded.map((subjectId) => ({action: 'submission.superseded' as const, subjectId})),
  ]);
  await tellModerators(scope);
  return true;
}
