import type {VolunteeringReport} from '@buurtkit/contract';
import {sql} from 'kysely';
import {inTransaction, type Scope} from '../../scope.ts';

/** Whether everyone who offered help got an answer, and how much was done this year: counts, and nothing about anybody. */
export async function getReport(scope: Scope): Promise<VolunteeringReport> {
  return inTransaction(scope, async ({trx, community, now}) => {
    const yearStart = sql`date_trunc('year', ${now}::timestamptz at time zone ${community.timeZone}) at time zone ${community.timeZone}`;
    const {rows} = await sql<Record<keyof VolunteeringReport, string>>`
      select
        (select count(*) from signups where community_id = ${community.id} and state = 'awaiting-review' and escalated_at is null
          and updated_at <= ${now}::timestamptz - interval '7 days') as "unansweredAfterSevenDays",
        (select count(*) from signups where community_id = ${community.id} and state = 'awaiting-review') as "awaitingAnswer",
        (select count(*) from signups where community_id = ${community.id} and state = 'awaiting-review' and escalated_at is not null) as "escalated",
        (select count(*) from signups where community_id = ${community.id} and state <> 'held' and volunteer_id is not null
          and created_at >= ${yearStart}) as "signupsThisYear",
        (select coalesce(sum(minutes), 0) from hours where community_id = ${community.id} and state = 'approved'
          and decided_at >= ${yearStart}) as "minutesApprovedThisYear"`.execute(trx);
    const [row] = rows;
    return {
      unansweredAfterSevenDays: Number(row?.unansweredAfterSevenDays ?? 0),
      awaitingAnswer: Number(row?.awaitingAnswer ?? 0),
      escalated: Number(row?.escalated ?? 0),
      signupsThisYear: Number(row?.signupsThisYear ?? 0),
      minutesApprovedThisYear: Number(row?.minutesApprovedThisYear ?? 0),
    };
  });
}
