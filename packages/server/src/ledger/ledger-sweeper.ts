import {sql} from 'kysely';
import {communityScope} from '../jobs/community-scope.ts';
import type {Sweeper} from '../jobs/sweeper.ts';
import {inTransaction, type Scope} from '../scope.ts';
import type {Services} from '../services.ts';
import {expireMinutes} from './expiry/expire-minutes.ts';
import {giveGifts} from './gifts/give-gifts.ts';

/** What happens in a ledger by itself: gifts of every month, expiry where it is on, the checkpoint of a day, tidying up. */
export const ledgerSweeper: Sweeper = {
  name: 'ledger',
  everyMinutes: 15,
  async sweep(services, now) {
    await tidy(services, now);
    const {rows} = await sql<{community_id: string}>`
      select h.community_id from ledger_heads h
      where h.sequence > 0 or exists (select from recurring_gifts g where g.community_id = h.community_id and g.ended_at is null)`.execute(
      services.database.owner,
    );
    for (const {community_id} of rows) {
      const scope = await communityScope(services, community_id, now);
      await giveGifts(scope);
      await expireMinutes(scope);
      await keepCheckpoint(scope);
    }
  },
};

/** What lapsed is written down as such; it counted as lapsed since its moment. */
async function tidy({database: {owner}}: Services, now: Date): Promise<void> {
  await sql`update payment_requests set state = 'expired', decided_at = ${now} where state = 'pending' and expires_at <= ${now}`.execute(
    owner,
  );
  await sql`delete from redemption_codes where expires_at <= ${now}::timestamptz - interval '1 day' and used_at is null`.execute(owner);
}

/** The end of the ledger at the end of yesterday's work, once a day: with it anybody sees whether an end was cut off. */
async function keepCheckpoint(scope: Scope): Promise<void> {
  await inTransaction(scope, async ({trx, community, now}) => {
    await sql`select expire_holds(${now}::timestamptz)`.execute(trx);
    await sql`select keep_checkpoint((${now}::timestamptz at time zone ${community.timeZone})::date, ${now}::timestamptz)`.execute(trx);
  });
}
