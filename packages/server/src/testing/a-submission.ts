import type {Community} from '../communities/community.ts';
import {inTransaction} from '../scope.ts';
import {confirmSubmission} from '../submissions/confirm-submission.ts';
import {submitInitiative} from '../submissions/submit-initiative.ts';
import {aScope} from './test-app.ts';
import type {TestDatabase} from './test-database.ts';

/** An initiative that a resident sent in and confirmed: it waits for a moderator. */
export async function aSubmission(opened: TestDatabase, community: Community): Promise<string> {
  const scope = aScope(opened, community);
  const content = {name: `Ingestuurd ${crypto.randomUUID()}`, kind: 'other' as const, summary: {nl: 'Van bewoners.'}};
  const {id} = await submitInitiative(scope, {content, email: 'bewoner@example.nl'});
  await inTransaction(scope, (trxScope) => confirmSubmission(trxScope, id));
  return id;
}
