import type {Language, LanguageMap, SignupState} from '@buurtkit/contract';
import {sql, type Selectable, type Updateable} from 'kysely';
import type {Tables} from '../../db/tables.ts';
import type {TrxScope} from '../../scope.ts';
import {requireTransition, stateAt, type SignupAct} from './signup-states.ts';

export type SignupRow = Selectable<Tables['signups']>;
export type VolunteerRow = Selectable<Tables['volunteers']>;
export type ShiftRow = Selectable<Tables['shifts']>;
export type OpportunityRow = Pick<
  Selectable<Tables['opportunities']>,
  | 'id'
  | 'initiative_id'
  | 'partner_id'
  | 'title'
  | 'kind'
  | 'city'
  | 'precision'
  | 'min_age'
  | 'minors'
  | 'vog'
  | 'contact'
  | 'approval'
  | 'questions'
  | 'earns_credits'
  | 'is_for_children'
  | 'is_closed'
  | 'visible_from'
  | 'visible_until'
> & {building: Pick<Selectable<Tables['places']>, 'name' | 'street' | 'postcode' | 'city'> | null};

/** What somebody signs up for: work, and one shift of it where it has shifts. */
export type Target = {opportunity: OpportunityRow; shift: ShiftRow | null};

/** A sign-up with all that a decision or a mail about it needs. */
export type KnownSignup = Target & {signup: SignupRow; volunteer: VolunteerRow};

const opportunityColumns = [
  'id',
  'initiative_id',
  'partner_id',
  'title',
  'kind',
  'city',
  'precision',
  'min_age',
  'minors',
  'vog',
  'contact',
  'approval',
  'questions',
  'earns_credits',
  'is_for_children',
  'is_closed',
  'visible_from',
  'visible_until',
] as const;

/** The shift for whoever is about to give or free a place: all who do come one after the other. */
export async function lockShift(scope: TrxScope, id: string): Promise<ShiftRow | null> {
  const row = await scope.trx
    .selectFrom('shifts')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function findOpportunity(scope: TrxScope, id: string): Promise<OpportunityRow | null> {
  return (await readOpportunities(scope, [id])).get(id) ?? null;
}

export async function readOpportunities(scope: TrxScope, ids: readonly string[]): Promise<Map<string, OpportunityRow>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.trx
    .selectFrom('opportunities as o')
    .select(opportunityColumns.map((column) => `o.${column}` as const))
    .select(
      sql<OpportunityRow['building']>`(select json_build_object('name', l.name, 'street', l.street, 'postcode', l.postcode, 'city', l.city)
        from places l where l.community_id = o.community_id and l.id = o.place_id)`.as('building'),
    )
    .where('o.community_id', '=', scope.community.id)
    .where('o.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export type PlacesOfRole = {key: string; label: LanguageMap; capacity: number; taken: number; waiting: number};

/** How each role of a shift stands at this moment. */
export async function countPlaces(scope: TrxScope, shift: ShiftRow): Promise<PlacesOfRole[]> {
  const {rows} = await sql<{role: string; taken: string; waiting: string}>`
    select * from shift_counts(${scope.community.id}::uuid, ${shift.id}::uuid, ${scope.now}::timestamptz)`.execute(scope.trx);
  return shift.roles.map(({key, label, capacity}) => {
    const counts = rows.find(({role}) => role === key);
    return {key, label, capacity, taken: Number(counts?.taken ?? 0), waiting: Number(counts?.waiting ?? 0)};
  });
}

/**
 * A sign-up with its shift locked first, as everyone does who gives or frees a place, so that two can't wait for each other.
 */
export async function lockSignup(scope: TrxScope, id: string): Promise<KnownSignup | null> {
  const found = await scope.trx
    .selectFrom('signups')
    .select(['shift_id', 'opportunity_id'])
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) return null;
  const shift = found.shift_id === null ? null : await lockShift(scope, found.shift_id);
  const signup = await scope.trx
    .selectFrom('signups')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const opportunity = await findOpportunity(scope, found.opportunity_id);
  if (!signup || !opportunity || signup.volunteer_id === null) return null;
  return {signup, shift, opportunity, volunteer: await readVolunteer(scope, signup.volunteer_id)};
}

/** Sign-ups as they stand at this moment, whatever their rows still say, for who only looks: nobody waits for it. */
export async function readStanding(scope: TrxScope, ids: readonly string[]): Promise<KnownSignup[]> {
  const rows = await readSignups(scope, ids);
  return rows.map((known) => ({...known, signup: {...known.signup, state: stateAt(scope.now, known.signup, known.shift)}}));
}

/** Sign-ups with all about them, in the order in which they came. */
export async function readSignups(scope: TrxScope, ids: readonly string[]): Promise<KnownSignup[]> {
  if (ids.length === 0) return [];
  const signups = await scope.trx
    .selectFrom('signups')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('id', 'in', ids)
    .where('volunteer_id', 'is not', null)
    .orderBy('id')
    .execute();
  const shifts = await readShifts(scope, idsOf(signups.map(({shift_id: id}) => id)));
  const opportunities = await readOpportunities(scope, idsOf(signups.map(({opportunity_id: id}) => id)));
  const volunteers = await readVolunteers(scope, idsOf(signups.map(({volunteer_id: id}) => id)));
  return signups.flatMap((signup) => {
    const shift = shifts.get(signup.shift_id ?? '') ?? null;
    const opportunity = opportunities.get(signup.opportunity_id);
    const volunteer = volunteers.get(signup.volunteer_id ?? '');
    if (!opportunity || !volunteer) return [];
    return [{signup, shift, opportunity, volunteer}];
  });
}

function idsOf(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

async function readShifts(scope: TrxScope, ids: readonly string[]): Promise<Map<string, ShiftRow>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.trx
    .selectFrom('shifts')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function readVolunteer(scope: TrxScope, id: string): Promise<VolunteerRow> {
  return scope.trx
    .selectFrom('volunteers')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

export async function readVolunteers(scope: TrxScope, ids: readonly string[]): Promise<Map<string, VolunteerRow>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.trx
    .selectFrom('volunteers')
    .selectAll()
    .where('community_id', '=', scope.community.id)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everyone who signed up with this address, in whatever case it was written. */
export async function findVolunteersAt(scope: TrxScope, email: string): Promise<Pick<VolunteerRow, 'id' | 'name'>[]> {
  return scope.trx
    .selectFrom('volunteers')
    .select(['id', 'name'])
    .where('community_id', '=', scope.community.id)
    .where('email_key', '=', email.toLowerCase())
    .execute();
}

type NewVolunteer = {
  name: string;
  email: string | null;
  phone: string | null;
  ageBand: VolunteerRow['age_band'];
  guardianEmail: string | null;
  language: Language;
};

export async function insertVolunteer(scope: TrxScope, volunteer: NewVolunteer): Promise<VolunteerRow> {
  return scope.trx
    .insertInto('volunteers')
    .values({
      community_id: scope.community.id,
      name: volunteer.name,
      email: volunteer.email,
      phone: volunteer.phone,
      age_band: volunteer.ageBand,
      guardian_email: volunteer.guardianEmail,
      language: volunteer.language,
      created_at: scope.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

type NewSignupRow = {
  volunteerId: string | null;
  opportunityId: string;
  shiftId: string | null;
  role: string | null;
  state: SignupState;
  expiresAt: Date | null;
  waitingSince?: string | null;
  children?: number;
  answers?: Record<string, string>;
  heldBy?: Buffer;
};

export async function insertSignup(scope: TrxScope, signup: NewSignupRow): Promise<SignupRow> {
  return scope.trx
    .insertInto('signups')
    .values({
      community_id: scope.community.id,
      volunteer_id: signup.volunteerId,
      opportunity_id: signup.opportunityId,
      shift_id: signup.shiftId,
      role: signup.role,
      state: signup.state,
      expires_at: signup.expiresAt,
      waiting_since: signup.waitingSince ?? null,
      children: signup.children ?? 0,
      answers: JSON.stringify(signup.answers ?? {}),
      held_by: signup.heldBy ?? null,
      created_at: scope.now,
      updated_at: scope.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Brings a sign-up to its next state: the only way in which a state changes. */
export async function moveSignup(
  scope: TrxScope,
  signup: Pick<SignupRow, 'id' | 'state'>,
  act: SignupAct,
  to: SignupState,
  columns: Updateable<Tables['signups']> = {},
): Promise<SignupRow> {
  requireTransition(signup.state, act, to);
  return scope.trx
    .updateTable('signups')
    .set({expires_at: null, ...columns, state: to, revision: sql`revision + 1`, updated_at: scope.now})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', signup.id)
    .where('state', '=', signup.state)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The end of the row of those who wait for a shift. */
export async function lastWaitingSince(scope: TrxScope, shiftId: string): Promise<bigint> {
  const {last} = await scope.trx
    .selectFrom('signups')
    .select(({fn}) => fn.max('waiting_since').as('last'))
    .where('community_id', '=', scope.community.id)
    .where('shift_id', '=', shiftId)
    .executeTakeFirstOrThrow();
  return BigInt(last ?? 0);
}

/** How many wait before this one, itself included; null for who doesn't wait. */
export async function waitingPosition(scope: TrxScope, signup: SignupRow): Promise<number | null> {
  return (await waitingPositions(scope, [signup])).get(signup.id) ?? null;
}

/** The same for many at once; who doesn't wait is not among them. */
export async function waitingPositions(scope: TrxScope, signups: readonly SignupRow[]): Promise<Map<string, number>> {
  const ids = signups.filter(({state}) => state === 'waitlisted').map(({id}) => id);
  if (ids.length === 0) return new Map();
  const {rows} = await sql<{id: string; position: string}>`
    select s.id, (select count(*) from signups o where o.community_id = s.community_id and o.shift_id = s.shift_id
      and o.state = 'waitlisted' and o.role = s.role and o.waiting_since <= s.waiting_since) as position
    from signups s where s.community_id = ${scope.community.id} and s.id = any(${ids}::uuid[]) and s.state = 'waitlisted'`.execute(
    scope.trx,
  );
  return new Map(rows.map(({id, position}) => [id, Number(position)]));
}

/** Somebody who followed a link from a mail reads mail at that address. */
export async function confirmAddress(scope: TrxScope, volunteerId: string): Promise<void> {
  await scope.trx
    .updateTable('volunteers')
    .set({email_confirmed_at: scope.now})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', volunteerId)
    .where('email_confirmed_at', 'is', null)
    .execute();
}
