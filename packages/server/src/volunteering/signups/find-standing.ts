import type {TrxScope} from '../../scope.ts';
import {findVolunteersAt, lockSignup, type KnownSignup, type Target} from './store.ts';

const standing = [
  'awaiting-email',
  'awaiting-guardian',
  'awaiting-review',
  'intro-planned',
  'confirmed',
  'checked-in',
  'waitlisted',
  'offered',
] as const;

/** The same person for the same work: signed up once, however often the form is sent. */
export async function findStanding(
  scope: TrxScope,
  {email, name}: {email?: string | null | undefined; name: string | null},
  target: Target,
): Promise<KnownSignup | null> {
  if (!email || name === null) return null;
  const same = (await findVolunteersAt(scope, email)).filter((volunteer) => volunteer.name?.toLowerCase() === name.toLowerCase());
  if (same.length === 0) return null;
  const row = await scope.trx
    .selectFrom('signups')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where(
      'volunteer_id',
      'in',
      same.map(({id}) => id),
    )
    .where('opportunity_id', '=', target.opportunity.id)
    .where('shift_id', target.shift ? '=' : 'is', target.shift?.id ?? null)
    .where('state', 'in', standing)
    .executeTakeFirst();
  return row ? lockSignup(scope, row.id) : null;
}
