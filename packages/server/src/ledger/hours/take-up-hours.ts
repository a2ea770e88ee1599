import {sql} from 'kysely';
import type {TrxScope} from '../../scope.ts';
import {systemAccount} from '../accounts/system-account.ts';
import type {EntryRequest, PostingLine} from '../entries/post-entry.ts';
import {ownRequest} from '../own-request.ts';
import {recordEntry} from '../entries/record-entry.ts';

type EarnedRow = {id: string; minutes: number; account_id: string};

/**
 * Hands out credits for approved hours, to the minute and once. Who has no account yet gets them the day they have one,
 * or the day it no longer stands still. In a community whose hours hand out nothing, and for work that earns none, they are only counted.
 */
export async function takeUpHours(scope: TrxScope, hoursIds: readonly string[]): Promise<void> {
  for (const hours of await earned(scope, sql`h.id = any(${[...hoursIds]}::uuid[])`))
    await mint(scope, [hours], {...ownRequest('hours', hours.id), id: hours.id}, `hours:${hours.id}`);
}

/** The same for many at once, in one entry: all of them or none. */
export async function takeUpHoursTogether(scope: TrxScope, hoursIds: readonly string[], shiftId: string): Promise<void> {
  const all = await earned(scope, sql`h.id = any(${[...hoursIds]}::uuid[])`);
  if (all.length > 0) await mint(scope, all, ownRequest('shift-hours', shiftId, ...all.map(({id}) => id)), `shift:${shiftId}`);
}

/** What somebody worked before they had an account. */
export async function takeUpHoursOf(scope: TrxScope, memberId: string): Promise<void> {
  for (const hours of await earned(scope, sql`m.id = ${memberId}`))
    await mint(scope, [hours], {...ownRequest('hours', hours.id), id: hours.id}, `hours:${hours.id}`);
}

/** Approved hours that no entry was written for, of people whose confirmed address is a member's. */
async function earned(scope: TrxScope, condition: ReturnType<typeof sql>): Promise<EarnedRow[]> {
  const {rows} = await sql<EarnedRow>`
    select h.id, h.minutes, a.id as account_id
    from hours h
      join signups s on s.community_id = h.community_id and s.id = h.signup_id
      join opportunities o on o.community_id = s.community_id and o.id = s.opportunity_id and o.earns_credits
      join volunteers v on v.community_id = s.community_id and v.id = s.volunteer_id and v.email_confirmed_at is not null
      join members m on m.community_id = v.community_id and lower(m.email) = lower(v.email)
      join accounts a on a.community_id = m.community_id and a.kind = 'member' and a.owner_id = m.id and a.closed_at is null and not a.is_frozen
      join credit_settings c on c.community_id = h.community_id and c.hours_mint
    where h.community_id = ${scope.community.id} and h.state = 'approved' and h.entry_id is null and ${condition}
    order by h.id for update of h`.execute(scope.trx);
  return rows;
}

async function mint(scope: TrxScope, hours: readonly EarnedRow[], request: EntryRequest, reference: string): Promise<void> {
  const perAccount = Map.groupBy(hours, ({account_id}) => account_id);
  const received: PostingLine[] = [...perAccount].map(([accountId, rows]) => ({
    accountId,
    minutes: rows.reduce((sum, {minutes}) => sum + minutes, 0),
  }));
  const total = received.reduce((sum, {minutes}) => sum + minutes, 0);
  const {id} = await recordEntry(scope, {
    request,
    kind: 'hours',
    lines: [{accountId: await systemAccount(scope, 'issuance'), minutes: -total}, ...received],
    reference,
  });
  await sql`update hours set entry_id = ${id} where community_id = ${scope.community.id} and id = any(${hours.map((row) => row.id)}::uuid[])`.execute(
    scope.trx,
  );
}
