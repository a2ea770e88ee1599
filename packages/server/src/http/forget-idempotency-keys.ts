import type {Sweeper} from '../jobs/sweeper.ts';

const day = 86_400_000;
/** Long enough for a phone that was off, or for a sync that runs once a night. */
const keptFor = 3 * day;

/** Stored answers that nobody comes back for. */
export const idempotencySweeper: Sweeper = {
  name: 'idempotency-keys',
  everyMinutes: 60,
  async sweep({database}, now) {
    await database.owner
      .deleteFrom('idempotency_keys')
      .where('created_at', '<', new Date(now.getTime() - keptFor))
      .execute();
  },
};
