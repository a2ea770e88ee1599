import type {Signup} from '@buurtkit/contract';
import type {TrxScope} from '../../scope.ts';
import {readVolunteers, waitingPositions, type KnownSignup, type SignupRow, type VolunteerRow} from './store.ts';

/** A sign-up as its organisers see it; personal. */
export async function representSignup(scope: TrxScope, {signup, volunteer}: Pick<KnownSignup, 'signup' | 'volunteer'>): Promise<Signup> {
  const positions = await waitingPositions(scope, [signup]);
  return represented(signup, volunteer, positions);
}

/** Many of them, with two questions however many they are. */
export async function representSignups(scope: TrxScope, signups: readonly SignupRow[]): Promise<Signup[]> {
  const volunteers = await readVolunteers(
    scope,
    signups.flatMap(({volunteer_id: id}) => id ?? []),
  );
  const positions = await waitingPositions(scope, signups);
  return signups.flatMap((signup) => {
    const volunteer = volunteers.get(signup.volunteer_id ?? '');
    return volunteer ? [represented(signup, volunteer, positions)] : [];
  });
}

function represented(signup: SignupRow, volunteer: VolunteerRow, positions: ReadonlyMap<string, number>): Signup {
  return {
    id: signup.id,
    state: signup.state,
    position: positions.get(signup.id) ?? null,
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
