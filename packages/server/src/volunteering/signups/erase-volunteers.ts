import {sql} from 'kysely';
import {recordActs} from '../../audit/record-acts.ts';
import {revokeLinks} from '../../links/use-link.ts';
import type {TrxScope} from '../../scope.ts';
import {guardianPurpose, managePurpose, offerPurpose} from './signup-letter.ts';

/** Takes away all that says who somebody was: the rows stay for the counts, and nobody can tell whose they were. */
export async function eraseVolunteers(scope: TrxScope, volunteerIds: readonly string[]): Promise<void> {
  if (volunteerIds.length === 0) return;
  const {trx, community} = scope;
  await trx
    .updateTable('volunteers')
    .set({
      name: null,
      email: null,
      phone: null,
      guardian_email: null,
      vog_seen_on: null,
      vog_expires_on: null,
      calendar_hash: null,
      forgotten_at: scope.now,
    })
    .where('community_id', '=', community.id)
    .where('id', 'in', volunteerIds)
    .execute();
  const signups = await trx
    .updateTable('signups')
    .set({answers: '{}', reason: null})
    .where('community_id', '=', community.id)
    .where('volunteer_id', 'in', volunteerIds)
    .returning('id')
    .execute();
  const ids = signups.map(({id}) => id);
  await sql`update hours set reason = null where community_id = ${community.id} and signup_id = any(${ids}::uuid[])`.execute(trx);
  // Why a row was put in another order may say something of who stood in it.
  await sql`update waitlist_orders set reason = '' where community_id = ${community.id}
    and shift_id in (select shift_id from signups where community_id = ${community.id} and id = any(${ids}::uuid[]))`.execute(trx);
  for (const {id} of signups) {
    // The link to confirm stays: a late click finds its work again, and nobody in it.
    for (const purpose of [managePurpose, offerPurpose, guardianPurpose]) await revokeLinks(scope, purpose, id);
    // Answers to organisers that name somebody are kept with their Idempotency-Keys, mails until they are sent.
    await sql`delete from idempotency_keys where community_id = ${community.id} and position(${id} in body) > 0`.execute(trx);
    await sql`delete from mails where community_id = ${community.id} and recipient is not null and position(${id} in once) > 0`.execute(
      trx,
    );
  }
  for (const id of volunteerIds) await recordActs(scope, [{action: 'volunteer.forgotten', subjectId: id}]);
}
