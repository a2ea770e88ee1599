import type {CommunityChanges} from '@buurtkit/contract';
import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';

/** Changes what credits are called and what one can do with them; what stands on accounts stays as it is. */
export async function changeCreditSettings(scope: TrxScope, changes: NonNullable<CommunityChanges['credits']>): Promise<void> {
  const columns = {
    ...(changes.name !== undefined && {name: JSON.stringify(changes.name)}),
    ...(changes.minutesPerCredit !== undefined && {minutes_per_credit: changes.minutesPerCredit}),
    ...(changes.stepMinutes !== undefined && {step_minutes: changes.stepMinutes}),
    ...(changes.allowsBelowZero !== undefined && {allows_below_zero: changes.allowsBelowZero}),
    ...(changes.hoursMint !== undefined && {hours_mint: changes.hoursMint}),
    ...(changes.partnersRedeem !== undefined && {partners_redeem: changes.partnersRedeem}),
    ...(changes.memberMin !== undefined && {member_min: changes.memberMin}),
    ...(changes.memberMax !== undefined && {member_max: changes.memberMax}),
    ...(changes.welcomeGift !== undefined && {welcome_gift: changes.welcomeGift}),
    ...(changes.expiresAfterMonths !== undefined && {expires_after_months: changes.expiresAfterMonths}),
    ...(changes.deskDailyCap !== undefined && {desk_daily_cap: changes.deskDailyCap}),
  };
  if (Object.keys(columns).length === 0) return;
  const {numUpdatedRows} = await scope.trx
    .updateTable('credit_settings')
    .set(columns)
    .where('community_id', '=', scope.community.id)
    .executeTakeFirstOrThrow();
  // A region has no ledger of its own.
  if (numUpdatedRows === 0n) throw new ProblemError('request.invalid', {faults: [{pointer: '#/credits', code: 'not-allowed'}]});
}
