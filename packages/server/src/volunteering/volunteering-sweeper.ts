import {sql} from 'kysely';
import {communityScope} from '../jobs/community-scope.ts';
import type {Sweeper} from '../jobs/sweeper.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {eraseVolunteers} from './signups/erase-volunteers.ts';
import {communityContact} from './signups/organisers-of.ts';
import {lockSettled} from './signups/lock-settled.ts';
import {settleShift} from './signups/settle-shift.ts';
import {untilEnd, untilStart} from './signups/signup-states.ts';
import {escalate, remindOrganisers, tellReminder} from './signups/signup-mails.ts';
import {lockShift, lockSignup, moveSignup, type KnownSignup} from './signups/store.ts';
import {workingDaysBefore} from './signups/working-days.ts';

const hour = 3_600_000;
const day = 24 * hour;
const workingDaysToAnswer = 3;
const daysToEscalation = 7;
/** After it ended, a shift stays open this long for who forgot to check in. */
const finishAfter = 12 * hour;
const remindBefore = day;

/**
 * What happens to sign-ups by itself: terms that are over, places that are offered, reminders, everyone getting an answer,
 * shifts that are over, and forgetting. Each item in a transaction of its own.
 */
export const volunteeringSweeper: Sweeper = {
  name: 'volunteering',
  everyMinutes: 1,
  async sweep(services, now) {
    const {rows} = await sql<{community_id: string}>`
      select community_id from communities c where exists (select from signups s where s.community_id = c.community_id)`.execute(
      services.database.owner,
    );
    for (const {community_id: id} of rows) {
      const scope = await communityScope(services, id, now);
      await settleDue(scope);
      await finishShifts(scope);
      await remind(scope);
      await seeToAnswers(scope);
      await forget(scope);
    }
  },
};

type Id = {id: string};

async function each(
  scope: Scope,
  find: (trx: TrxScope) => Promise<Id[]>,
  act: (trx: TrxScope, id: string) => Promise<void>,
): Promise<void> {
  for (const {id} of await inTransaction(scope, find)) await inTransaction(scope, (trx) => act(trx, id));
}

async function settleDue(scope: Scope): Promise<void> {
  await each(
    scope,
    async ({trx, community, now}) => {
      const {rows} = await sql<Id>`
        select distinct s.shift_id as id from signups s join shifts t on t.community_id = s.community_id and t.id = s.shift_id
        where s.community_id = ${community.id} and ((s.expires_at <= ${now} and s.state in ('held', 'awaiting-email', 'awaiting-guardian', 'offered'))
          or (t.cancelled_at is null and ((t.starts_at <= ${now} and s.state = any(${untilStart}::text[]))
            or (t.ends_at <= ${now} and s.state = any(${untilEnd}::text[])))))`.execute(trx);
      return rows;
    },
    async (trx, id) => {
      const shift = await lockShift(trx, id);
      if (shift) await settleShift(trx, shift);
    },
  );
  await each(
    scope,
    ({trx, community, now}) =>
      trx
        .selectFrom('signups')
        .select('id')
        .where('community_id', '=', community.id)
        .where('shift_id', 'is', null)
        .where('expires_at', '<=', now)
        .where('state', 'in', ['awaiting-email', 'awaiting-guardian'])
        .execute(),
    async (trx, id) => void (await lockSettled(trx, id)),
  );
}

/** Who was there is done; who wasn't, where others checked in, did not come. */
async function finishShifts(scope: Scope): Promise<void> {
  await each(
    scope,
    async ({trx, community, now}) => {
      const {rows} = await sql<Id>`
        select distinct s.shift_id as id from signups s join shifts t on t.community_id = s.community_id and t.id = s.shift_id
        where s.community_id = ${community.id} and s.state in ('confirmed', 'checked-in')
          and t.ends_at <= ${new Date(now.getTime() - finishAfter)}`.execute(trx);
      return rows;
    },
    async (trx, shiftId) => {
      await lockShift(trx, shiftId);
      const rows = await trx.trx
        .selectFrom('signups')
        .select(['id', 'state'])
        .where('community_id', '=', trx.community.id)
        .where('shift_id', '=', shiftId)
        .where('state', 'in', ['confirmed', 'checked-in'])
        .execute();
      const wasUsed = rows.some(({state}) => state === 'checked-in');
      for (const row of rows) {
        if (row.state === 'confirmed' && wasUsed) await moveSignup(trx, row, 'miss', 'no-show');
        else await moveSignup(trx, row, 'finish', 'done');
      }
    },
  );
}

/** Once for each time that a shift has: moved, it is another time. */
async function remind(scope: Scope): Promise<void> {
  await each(
    scope,
    async ({trx, community, now}) => {
      const {rows} = await sql<Id>`
        select s.id from signups s join shifts t on t.community_id = s.community_id and t.id = s.shift_id
        where s.community_id = ${community.id} and s.state = 'confirmed' and s.reminded_sequence is distinct from t.sequence
          and t.starts_at > ${now} and t.starts_at <= ${new Date(now.getTime() + remindBefore)} and t.cancelled_at is null`.execute(trx);
      return rows;
    },
    async (trx, id) => {
      const known = await lockSignup(trx, id);
      if (!known?.shift || known.signup.state !== 'confirmed' || known.signup.reminded_sequence === known.shift.sequence) return;
      await mark(trx, known, {reminded_sequence: known.shift.sequence});
      // Who confirmed within the last day has just had a mail with the same words.
      if (known.shift.starts_at.getTime() - known.signup.updated_at.getTime() > remindBefore) await tellReminder(trx, known);
    },
  );
}

/** After three working days the organiser is reminded, after seven days the desk and the person hear it. */
async function seeToAnswers(scope: Scope): Promise<void> {
  const waiting = (before: Date, column: 'reminded_organiser_at' | 'escalated_at') => (trx: TrxScope) =>
    trx.trx
      .selectFrom('signups')
      .select('id')
      .where('community_id', '=', scope.community.id)
      .where('state', '=', 'awaiting-review')
      .where('updated_at', '<=', before)
      .where(column, 'is', null)
      .execute();
  await each(
    scope,
    waiting(workingDaysBefore(scope.now, workingDaysToAnswer, scope.community.timeZone), 'reminded_organiser_at'),
    async (trx, id) => {
      const known = await lockSignup(trx, id);
      if (known?.signup.state !== 'awaiting-review' || known.signup.reminded_organiser_at) return;
      await mark(trx, known, {reminded_organiser_at: trx.now});
      await remindOrganisers(trx, known);
    },
  );
  await each(scope, waiting(new Date(scope.now.getTime() - daysToEscalation * day), 'escalated_at'), async (trx, id) => {
    const known = await lockSignup(trx, id);
    if (known?.signup.state !== 'awaiting-review' || known.signup.escalated_at) return;
    await mark(trx, known, {escalated_at: trx.now});
    await escalate(trx, known, (await communityContact(trx)).email);
  });
}

/** Beside the state, which has its own way. */
async function mark(
  scope: TrxScope,
  {signup}: KnownSignup,
  columns: {reminded_sequence?: number; reminded_organiser_at?: Date; escalated_at?: Date},
): Promise<void> {
  await scope.trx.updateTable('signups').set(columns).where('community_id', '=', scope.community.id).where('id', '=', signup.id).execute();
}

/**
 * Whoever never confirmed an address, a day after and once told how it ended; and sign-ups that were over longer ago than the
 * community keeps them.
 */
async function forget(scope: Scope): Promise<void> {
  await each(
    scope,
    async ({trx, community, now}) => {
      const {rows} = await sql<Id>`
        select v.id from volunteers v
        where v.community_id = ${community.id} and v.forgotten_at is null
          and exists (select from signups s where s.community_id = v.community_id and s.volunteer_id = v.id)
          and not exists (
            select from signups s
            join communities c on c.community_id = s.community_id
            left join shifts t on t.community_id = s.community_id and t.id = s.shift_id
            where s.community_id = v.community_id and s.volunteer_id = v.id
              and not (s.state in ('declined', 'expired', 'refused', 'cancelled') and v.email is not null and v.email_confirmed_at is null
                and s.created_at <= ${new Date(now.getTime() - day)}
                and not exists (
                  select from mails m where m.community_id = s.community_id and m.recipient is not null and position(s.id::text in m.once) > 0))
              and not (s.state in ('done', 'no-show', 'declined', 'expired', 'refused', 'cancelled')
                and greatest(s.updated_at, t.ends_at) <= ${now}::timestamptz - make_interval(months => c.signup_retention_months)))
        limit 500`.execute(trx);
      return rows;
    },
    (trx, id) => eraseVolunteers(trx, [id]),
  );
  await inTransaction(scope, async ({trx, community, now}) => {
    await sql`delete from signups where community_id = ${community.id} and volunteer_id is null and state = 'expired'
      and updated_at <= ${new Date(now.getTime() - day)}`.execute(trx);
  });
}
