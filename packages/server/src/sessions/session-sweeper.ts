import {sql} from 'kysely';
import type {Sweeper} from '../jobs/sweeper.ts';

const day = 86_400_000;

/** Codes, sessions and exchanged tokens of which nobody will ask again. */
export const sessionSweeper: Sweeper = {
  name: 'sessions',
  everyMinutes: 60,
  async sweep({database: {owner}}, now) {
    const yesterday = new Date(now.getTime() - day);
    await owner.deleteFrom('sign_in_codes').where('created_at', '<', yesterday).execute();
    await owner.deleteFrom('exchanged_tokens').where('expires_at', '<', now).execute();
    await sql`
      with gone as (delete from sessions where least(expires_at, revoked_at) < ${yesterday} returning hash)
      delete from token_lookup where hash in (select hash from gone)`.execute(owner);
  },
};
