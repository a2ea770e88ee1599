import {CompiledQuery} from 'kysely';
import {RateLimiterPostgres, RateLimiterRes} from 'rate-limiter-flexible';
import type {Database} from '../db/database.ts';
import {ProblemError} from '../problem-error.ts';
import {keyedHash} from './server-secret.ts';

/** What a network may write without a key; a school or an office behind one address still gets its work done. */
export const writesPerMinute = 30;
export const writesPerDay = 300;

const limitersOf = new WeakMap<Database, readonly RateLimiterPostgres[]>();

/**
 * Counts a write of this network, shared by all servers on the database. Once over the limit it is refused from memory:
 * whoever knocks ten thousand times costs no query.
 */
export async function consumeAnonymousWrite(database: Database, network: string, weight = 1): Promise<void> {
  const limiters = limitersOf.get(database) ?? makeLimiters(database);
  limitersOf.set(database, limiters);
  const key = (await keyedHash(database, 'client-address', network)).toString('base64url');
  for (const limiter of limiters) {
    try {
      await limiter.consume(key, weight);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new ProblemError('request.rate-limited', {headers: {'Retry-After': String(seconds)}});
    }
  }
}

function makeLimiters(database: Database): readonly RateLimiterPostgres[] {
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      storeClient: {
        query: async ({text, values}: {text: string; values: unknown[]}) => database.app.executeQuery(CompiledQuery.raw(text, values)),
      },
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration,
      inMemoryBlockOnConsumed: points,
    });
  return [limiter('write-minute', writesPerMinute, 60), limiter('write-day', writesPerDay, 86_400)];
}
