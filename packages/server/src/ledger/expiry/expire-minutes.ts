import {sql} from 'kysely';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {findAccountRow} from '../accounts/account-row.ts';
import {systemAccount} from '../accounts/system-account.ts';
import {isWritten} from '../entries/is-written.ts';
import {tellExpiring} from '../ledger-mails.ts';
import {ownRequest} from '../own-request.ts';
import {recordEntry} from '../entries/record-entry.ts';
import {announcements, expiringOn, expiryTerm, firstsWithin, newlyExpiringOn, todayOf, type Expiring} from './expiring.ts';

/**
 * Moves what was received too long ago and not given since to the fund, on the first of a month, where a community wants that. It is
 * announced twice, and never more goes than was announced.
 */
export async function expireMinutes(scope: Scope): Promise<void> {
  const months = await inTransaction(scope, expiryTerm);
  if (months === null) return;
  const today = todayOf(scope);
  const first = today.with({day: 1});
  await forEach(
    scope,
    (trxScope) => expiringOn(trxScope, months, first),
    (trxScope, expiring) => moveToFund(trxScope, expiring, first.toString()),
  );
  for (const {daysAhead, until} of announcements)
    for (const on of firstsWithin(today, daysAhead).filter((day) => today.until(day).days >= until))
      await forEach(
        scope,
        (trxScope) => newlyExpiringOn(trxScope, months, on),
        (trxScope, expiring) => announce(trxScope, expiring, {months, daysAhead, on: on.toString()}),
      );
}

/** Each account in a transaction of its own, so that one that stands in the way stops no other. */
async function forEach(
  scope: Scope,
  find: (scope: TrxScope) => Promise<Expiring[]>,
  act: (scope: TrxScope, expiring: Expiring) => Promise<void>,
): Promise<void> {
  for (const expiring of await inTransaction(scope, find)) await inTransaction(scope, (trxScope) => act(trxScope, expiring));
}

type Announcement = {months: number; daysAhead: number; on: string};

async function announce(scope: TrxScope, {accountId, minutes}: Expiring, {months, daysAhead, on}: Announcement): Promise<void> {
  const {rows} = await sql`
    insert into expiry_announcements (community_id, account_id, expires_on, days_ahead, minutes, announced_at)
    values (${scope.community.id}, ${accountId}, ${on}, ${daysAhead}, ${minutes}, ${scope.now})
    on conflict do nothing returning account_id`.execute(scope.trx);
  const account = rows.length === 0 ? undefined : await findAccountRow(scope, accountId);
  if (account) await tellExpiring(scope, account, {minutes, on, months, daysAhead});
}

async function moveToFund(scope: TrxScope, {accountId, minutes}: Expiring, on: string): Promise<void> {
  const announced = await announcedFor(scope, accountId, on);
  const request = ownRequest('expiry', accountId, on);
  if (announced === 0 || (await isWritten(scope, request.id))) return;
  const moved = Math.min(minutes, announced);
  await recordEntry(scope, {
    request,
    kind: 'expiry',
    lines: [
      {accountId, minutes: -moved},
      {accountId: await systemAccount(scope, 'fund'), minutes: moved},
    ],
    reference: `expiry:${on}`,
  });
}

/** The least that was told, when it was told as often as it should be. */
async function announcedFor({trx, community}: TrxScope, accountId: string, on: string): Promise<number> {
  const {rows} = await sql<{minutes: string | null; times: string}>`
    select min(minutes) as minutes, count(*) as times from expiry_announcements
    where community_id = ${community.id} and account_id = ${accountId} and expires_on = ${on}`.execute(trx);
  return Number(rows[0]?.times) === announcements.length ? Number(rows[0]?.minutes ?? 0) : 0;
}
