import {sql} from 'kysely';
import {Temporal} from 'temporal-polyfill';
import {dateAt} from '../../clock/in-time-zone.ts';
import type {Scope, TrxScope} from '../../scope.ts';

/** How many days before a first of the month members hear what goes to the fund then, and until when it isn't too late to say so. */
export const announcements = [
  {daysAhead: 60, until: 15},
  {daysAhead: 14, until: 7},
] as const;

export function todayOf({now, community}: Scope): Temporal.PlainDate {
  return dateAt(now, community.timeZone);
}

/** The firsts of a month after today, at most so many days away. */
export function firstsWithin(today: Temporal.PlainDate, days: number): Temporal.PlainDate[] {
  const first = today.with({day: 1});
  return [1, 2, 3].map((months) => first.add({months})).filter((on) => today.until(on).days <= days);
}

/** After how many months credits go to the fund; null is never. */
export async function expiryTerm({trx, community}: TrxScope): Promise<number | null> {
  const row = await trx
    .selectFrom('credit_settings')
    .select('expires_after_months as months')
    .where('community_id', '=', community.id)
    .executeTakeFirst();
  return row?.months ?? null;
}

export type Expiring = {accountId: string; minutes: number};

/**
 * What goes to the fund on a day, as it stands now, per member's account; it only gets less by giving. What came first is given
 * first, so it is the balance less what came within the term.
 */
export async function expiringOn(scope: TrxScope, months: number, on: Temporal.PlainDate, accountId?: string): Promise<Expiring[]> {
  const since = new Date(on.subtract({months}).toZonedDateTime(scope.community.timeZone).epochMilliseconds);
  const {rows} = await sql<{id: string; minutes: string}>`
    select a.id, a.balance - a.held - r.received as minutes
    from accounts a cross join lateral (
      select coalesce(sum(p.minutes), 0) as received from postings p
      where p.community_id = a.community_id and p.account_id = a.id and p.occurred_at >= ${since} and p.minutes > 0
    ) r
    where a.community_id = ${scope.community.id} and a.kind = 'member' and a.closed_at is null and not a.is_frozen
      and a.balance > a.held and (${accountId ?? null}::uuid is null or a.id = ${accountId ?? null}::uuid) and a.balance - a.held > r.received
    order by a.id`.execute(scope.trx);
  return rows.map(({id, minutes}) => ({accountId: id, minutes: Number(minutes)}));
}

/** What goes on a first of the month and on none before it. */
export async function newlyExpiringOn(scope: TrxScope, months: number, on: Temporal.PlainDate): Promise<Expiring[]> {
  const before = on.subtract({months: 1});
  const isAhead = Temporal.PlainDate.compare(before, todayOf(scope)) > 0;
  const earlier = new Map((isAhead ? await expiringOn(scope, months, before) : []).map(({accountId, minutes}) => [accountId, minutes]));
  const all = (await expiringOn(scope, months, on)).map(({accountId, minutes}) => ({
    accountId,
    minutes: minutes - (earlier.get(accountId) ?? 0),
  }));
  return all.filter(({minutes}) => minutes > 0);
}

/** What of this account goes to the fund first, within the time that it is announced. */
export async function nextExpiring(scope: TrxScope, accountId: string): Promise<{on: string; minutes: number} | null> {
  const months = await expiryTerm(scope);
  if (months === null) return null;
  for (const on of firstsWithin(todayOf(scope), announcements[0].daysAhead)) {
    const [expiring] = await expiringOn(scope, months, on, accountId);
    if (expiring) return {on: on.toString(), minutes: expiring.minutes};
  }
  return null;
}
