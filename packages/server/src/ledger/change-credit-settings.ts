import type {CommunityChanges} from '@buurtkit/contract';
import {ProblemError} from '../problem-error.ts';
import type {TrxScope} from '../scope.ts';

/** In which transaction, of which community; a scope is one. */
type Where = Pick<TrxScope, 'trx'> & {community: {id: string}};

/** Changes what credits are called and what one can do with them; what stands on accounts stays as it is. */
export async function changeCreditSettings({trx, community}: Where, changes: NonNullable<CommunityChanges['credits']>): Promise<void> {
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
  const {numUpdatedRows} = await trx
    .updateTable('credit_settings')
    .set(columns)
    .where('community_id', '=', community.id)
    .executeTakeFirstOrThrow();
  // A region has no ledger of its own.
  if (numUpdatedRows === 0n) throw new ProblemError('request.invalid', {faults: [{pointer: '#/credits', code: 'not-allowed'}]});
}
