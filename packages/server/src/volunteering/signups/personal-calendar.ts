import {sql} from 'kysely';
import {ICalCalendarMethod} from 'ical-generator';
import {findCommunityById} from '../../communities/store.ts';
import {hashLinkToken, makeLinkToken} from '../../links/link-token.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import type {Services} from '../../services.ts';
import {calendarOf} from './signup-calendar.ts';
import {findVolunteersAt, readStanding, type KnownSignup} from './store.ts';

/** An address of one's own for a calendar that keeps itself up to date; a new one ends the one before. */
export async function calendarAddress(scope: TrxScope, volunteerId: string): Promise<string> {
  const token = makeLinkToken();
  const hash = hashLinkToken(token);
  await scope.trx
    .updateTable('volunteers')
    .set({calendar_hash: hash})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', volunteerId)
    .execute();
  await sql`select remember_link(${hash})`.execute(scope.trx);
  return `${scope.publicUrl}/calendar/${token}.ics`;
}

/** All shifts of whose calendar this is, past ones of the last months too; null when there is no such calendar. */
export async function readCalendar({database, publicUrl}: Services, token: string, now: Date): Promise<string | null> {
  const hash = hashLinkToken(token);
  const {rows} = await sql<{community_id: string}>`select community_id from find_calendar(${hash})`.execute(database.app);
  const community = rows[0] ? await findCommunityById(database, rows[0].community_id) : null;
  if (!community) return null;
  const scope: Scope = {database, community, caller: {kind: 'anonymous'}, language: 'nl', now, publicUrl};
  return inTransaction(scope, async (trx) => {
    const volunteer = await trx.trx
      .selectFrom('volunteers')
      .select(['id', 'email', 'language'])
      .where('community_id', '=', community.id)
      .where('calendar_hash', '=', hash)
      .executeTakeFirst();
    if (!volunteer) return null;
    return calendarOf({...trx, language: volunteer.language}, await listShiftsOf(trx, volunteer), ICalCalendarMethod.PUBLISH);
  });
}

const keptDays = 92;

async function listShiftsOf(scope: TrxScope, {id, email}: {id: string; email: string | null}): Promise<KnownSignup[]> {
  const same = email === null ? [] : await findVolunteersAt(scope, email);
  const rows = await scope.trx
    .selectFrom('signups as s')
    .innerJoin('shifts as t', (join) => join.onRef('t.community_id', '=', 's.community_id').onRef('t.id', '=', 's.shift_id'))
    .select('s.id')
    .where('s.community_id', '=', scope.community.id)
    .where('s.state', 'in', ['confirmed', 'checked-in', 'done', 'cancelled'])
    .where('t.ends_at', '>', new Date(scope.now.getTime() - keptDays * 86_400_000))
    .where('s.volunteer_id', 'in', [id, ...same.map((volunteer) => volunteer.id)])
    .orderBy('s.id')
    .limit(500)
    .execute();
  return readStanding(
    scope,
    rows.map((row) => row.id),
  );
}
