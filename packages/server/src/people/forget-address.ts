import {sql} from 'kysely';
import type {TrxScope} from '../scope.ts';
import {forgetVolunteer} from '../volunteering/signups/forget-volunteer.ts';
import {findVolunteersAt} from '../volunteering/signups/store.ts';
import {forgetPerson} from './forget-person.ts';

/** Removes whoever has this address from everything that is done without an account, and the mail that waits for them. */
export async function forgetAddress(scope: TrxScope, email: string): Promise<void> {
  await forgetPerson(scope, email);
  const [volunteer] = await findVolunteersAt(scope, email);
  if (volunteer) await forgetVolunteer(scope, volunteer.id);
  await sql`delete from mails where community_id = ${scope.community.id} and lower(recipient) = lower(${email})`.execute(scope.trx);
}
