import {sql} from 'kysely';
import type {Sweeper} from '../jobs/sweeper.ts';

const keptFor = 90 * 86_400_000;

/** Links that are done with say so for a while; after that they were never there. */
export const linkSweeper: Sweeper = {
  name: 'links',
  everyMinutes: 1440,
  async sweep({database}, now) {
    const before = new Date(now.getTime() - keptFor);
    await sql`
      with gone as (
        delete from links where least(expires_at, used_at, revoked_at) < ${before} returning hash
      ) delete from token_lookup where hash in (select hash from gone)`.execute(database.owner);
  },
};
