import type {Database} from '../db/database.ts';

/** Tells what moment it is. A request asks once. */
export type Clock = () => Promise<Date>;

export const realClock: Clock = async () => new Date();

/** A clock that stands still where somebody put it, for every process on the database; the real one until then. */
export function testClock({public: db}: Pick<Database, 'public'>): Clock {
  return async () => {
    const row = await db.selectFrom('test_clock').select('stands_at').executeTakeFirst();
    return row?.stands_at ?? new Date();
  };
}
