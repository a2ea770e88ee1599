import {sql} from 'kysely';
import {inTransaction, type Scope} from '../scope.ts';

/**
 * Removes somebody from what was sent in, from initiatives' people and from reports. What they sent and is not public goes
 * altogether; of what was published only that it was sent in stays.
 */
export async function forgetPerson(scope: Scope, email: string): Promise<void> {
  const {id} = scope.community;
  await inTransaction(scope, async ({trx}) => {
    const theirs = sql`(select revision_id from revision_authors where community_id = ${id} and lower(email) = lower(${email}))`;
    // Answers to staff that tell what was sent in, and by whom, are kept with their Idempotency-Keys.
    await sql`delete from idempotency_keys k using revision_authors a where k.community_id = ${id} and a.community_id = ${id}
      and lower(a.email) = lower(${email}) and position(a.revision_id::text in k.body) > 0`.execute(trx);
    await sql`delete from revisions where community_id = ${id} and state <> 'approved' and id in ${theirs}`.execute(trx);
    await sql`update revisions set content = '{}', base = '{}' where community_id = ${id} and id in ${theirs}`.execute(trx);
    await sql`delete from revision_authors where community_id = ${id} and lower(email) = lower(${email})`.execute(trx);
    await sql`delete from initiative_people where community_id = ${id} and lower(email) = lower(${email})`.execute(trx);
    await sql`delete from reports where community_id = ${id} and lower(email) = lower(${email})`.execute(trx);
    // The answer of a list of people is kept with its Idempotency-Key.
    await sql`delete from idempotency_keys where community_id = ${id} and route = 'replaceInitiativePeople'
      and position(lower(${email}) in lower(body)) > 0`.execute(trx);
  });
}
