import type {Sweeper} from '../jobs/sweeper.ts';

const twoDays = 2 * 86_400_000;

/** What the doors kept of yesterday. */
export const doorSweeper: Sweeper = {
  name: 'doors',
  everyMinutes: 60,
  async sweep({database: {owner}}, now) {
    const realNow = Date.now();
    await owner.deleteFrom('used_proofs').where('expires_at', '<', new Date(realNow)).execute();
    await owner.deleteFrom('rate_limits').where('expire', '<', String(realNow)).execute();
    const before = new Date(now.getTime() - twoDays).toISOString().slice(0, 10);
    await owner.deleteFrom('mail_counts').where('day', '<', before).execute();
  },
};
