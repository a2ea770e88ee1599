import pLimit, {type LimitFunction} from 'p-limit';

/**
 * How many entries of one community this process writes at once. All of them wait for one lock in the database: forty that wait
 * there are three times slower than four, and would take the connections that others read by.
 */
const atOnce = 4;

const turns = new Map<string, LimitFunction>();

export async function inTurn<Result>(communityId: string, work: () => Promise<Result>): Promise<Result> {
  const turn = turns.get(communityId) ?? pLimit(atOnce);
  turns.set(communityId, turn);
  try {
    return await turn(work);
  } finally {
    if (turn.activeCount + turn.pendingCount === 0) turns.delete(communityId);
  }
}
