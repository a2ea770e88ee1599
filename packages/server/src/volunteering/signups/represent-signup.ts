import type {Signup} from '@buurtkit/contract';
import {waitingPosition, type KnownSignup} from './store.ts';
import type {TrxScope} from '../../scope.ts';

/** A sign-up as its organisers see it; personal. */
export async function representSignup(scope: TrxScope, {signup, volunteer}: Pick<KnownSignup, 'signup' | 'volunteer'>): Promise<Signup> {
  return {
    id: signup.id,
    state: signup.state,
    position: await waitingPosition(scope, signup),
    shiftId: signup.shift_id,
    opportunityId: signup.opportunity_id,
    role: signup.role,
    name: volunteer.name ?? '',
    email: volunteer.email,
    phone: volunteer.phone,
    ageBand: volunteer.age_band,
    children: signup.children,
    answers: signup.answers,
    introAt: signup.intro_at?.toISOString() ?? null,
    vogSeenOn: volunteer.vog_seen_on,
    vogExpiresOn: volunteer.vog_expires_on,
    checkedInAt: signup.checked_in_at?.toISOString() ?? null,
    signedUpAt: signup.created_at.toISOString(),
  };
}
