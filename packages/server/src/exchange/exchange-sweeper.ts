import {sql} from 'kysely';
import {communityScope} from '../jobs/community-scope.ts';
import type {Sweeper} from '../jobs/sweeper.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {wordsTerm} from './exchanges/exchange-terms.ts';
import {lapseIfDue} from './exchanges/lapse-exchange.ts';
import {lockExchange} from './exchanges/store.ts';
import {tellNews} from './listings/listing-news.ts';

/**
 * What happens to exchanges by itself: terms that are over, words that nobody needs any more, and mail about what fits. Each item
 * in a transaction of its own.
 */
export const exchangeSweeper: Sweeper = {
  name: 'exchange',
  everyMinutes: 5,
  async sweep(services, now) {
    const {rows} = await sql<{community_id: string}>`
      select community_id from communities c where exists (select from listings l where l.community_id = c.community_id)`.execute(
      services.database.owner,
    );
    for (const {community_id: id} of rows) {
      const scope = await communityScope(services, id, now);
      await lapse(scope);
      await forgetWords(scope);
      await tellNews(scope);
    }
  },
};

async function lapse(scope: Scope): Promise<void> {
  const due = await inTransaction(scope, ({trx, community, now}) =>
    trx.selectFrom('exchanges').select('id').where('community_id', '=', community.id).where('expires_at', '<=', now).execute(),
  );
  for (const {id} of due)
    await inTransaction(scope, async (trxScope) => {
      const known = await lockExchange(trxScope, id);
      if (known) await lapseIfDue(trxScope, known);
    });
}

async function forgetWords(scope: Scope): Promise<void> {
  const {community, now} = scope;
  await inTransaction(scope, async ({trx}) => {
    await sql`delete from exchange_words w using exchanges e
      where w.community_id = ${community.id} and e.community_id = w.community_id and e.id = w.exchange_id
        and e.ended_at <= ${new Date(now.getTime() - wordsTerm)}`.execute(trx);
  });
}
