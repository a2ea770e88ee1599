import type {TrxScope} from '../../scope.ts';
import {lockSignup, type KnownSignup, type Target} from './store.ts';

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
  const row = await scope.trx
    .selectFrom('signups as s')
    .innerJoin('volunteers as v', (join) => join.onRef('v.community_id', '=', 's.community_id').onRef('v.id', '=', 's.volunteer_id'))
    .select('s.id')
    .where('s.community_id', '=', scope.community.id)
    .where('s.opportunity_id', '=', target.opportunity.id)
    .where('s.shift_id', target.shift ? '=' : 'is', target.shift?.id ?? null)
    .where('s.state', 'in', standing)
    .where((eb) => eb(eb.fn<string>('lower', ['v.email']), '=', email.toLowerCase()))
    .where((eb) => eb(eb.fn<string>('lower', ['v.name']), '=', name.toLowerCase()))
    .executeTakeFirst();
  return row ? lockSignup(scope, row.id) : null;
}
