import type {TrxScope} from '../scope.ts';
import type {Vouched} from './verify-id-token.ts';

/** Uses the token up; whether it was still to be used. */
export async function claimToken({trx, community}: TrxScope, {hash, expiresAt}: Vouched): Promise<boolean> {
  // A token stays good for the tolerance of clocks after it expired.
  const keptUntil = new Date(expiresAt.getTime() + 60_000);
  const {numInsertedOrUpdatedRows} = await trx
    .insertInto('exchanged_tokens')
    .values({community_id: community.id, hash, expires_at: keptUntil})
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) === 1;
}

/** Who this is here, when they came before. */
export async function findSubject({trx, community}: TrxScope, {issuer, subject}: Vouched): Promise<string | undefined> {
  const row = await trx
    .selectFrom('member_subjects')
    .select('member_id')
    .where('community_id', '=', community.id)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.member_id;
}

export async function linkSubject({trx, community}: TrxScope, {issuer, subject}: Vouched, memberId: string): Promise<void> {
  await trx
    .insertInto('member_subjects')
    .values({community_id: community.id, issuer, subject, member_id: memberId})
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
