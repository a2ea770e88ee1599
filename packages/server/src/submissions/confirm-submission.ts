import {recordActs} from '../audit/record-acts.ts';
import {tellModerators} from '../moderation/tell-moderators.ts';
import type {TrxScope} from '../scope.ts';
import {joinChanges} from './join-changes.ts';
import {lockRevision, setPending, supersedeOthers} from './store.ts';

/** `joined`: what they sent in before about the same initiative, and nobody decided on, is part of it from now on. */
export type Confirmed = 'gone' | 'confirmed' | 'joined';

/** Its author has pressed the link: from now on it waits for a moderator. */
export async function confirmSubmission(scope: TrxScope, id: string): Promise<Confirmed> {
  const revision = await lockRevision(scope, id);
  if (!revision) return 'gone';
  if (revision.state !== 'draft') return 'confirmed';

  const others = revision.kind === 'initiative-change' ? await supersedeOthers(scope, revision) : [];
  const changes = [revision, ...others].toSorted(
    (one, other) => Number(one.submitted_at) - Number(other.submitted_at) || (one.id < other.id ? -1 : 1),
  );
  await setPending(scope, id, changes.map(({content, base}) => ({content, base})).reduce(joinChanges));
  await recordActs(scope, [
    {action: 'submission.confirmed', subjectId: id},
    ...others.map((other) => ({action: 'submission.superseded' as const, subjectId: other.id})),
  ]);
  await tellModerators(scope);
  return others.length > 0 ? 'joined' : 'confirmed';
}
