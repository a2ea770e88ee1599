import {problems, type ProblemCode} from '@buurtkit/contract';
import {ProblemError} from '../problem-error.ts';

/** Whatever the ledger's own functions refuse (`refuse()` in the database) as the problem that it is. */
export async function askLedger<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (error) {
    const {code, message} = error as {code?: unknown; message?: unknown};
    if (code === 'BK001' && typeof message === 'string' && message in problems)
      throw new ProblemError(message as ProblemCode, {cause: error});
    throw error;
  }
}
