import {findCommunityById} from '../communities/store.ts';
import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';
import type {Services} from '../services.ts';

/** The scope of the server itself in a community, when it is time for something there. */
export async function communityScope(
  {database, publicUrl}: Pick<Services, 'database' | 'publicUrl'>,
  communityId: string,
  now: Date,
): Promise<Scope> {
  const community = await findCommunityById(database, communityId);
  if (!community) throw new ProblemError('community.not-found');
  return {database, community, caller: {kind: 'server'}, language: 'nl', now, publicUrl};
}
