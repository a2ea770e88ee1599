import {CommandError} from '../command-error.ts';
import type {Community} from '../communities/community.ts';
import {findCommunity} from '../communities/store.ts';
import type {Database} from '../db/database.ts';

/** The community that a command names. */
export async function requireCommunity(database: Database, slug: string): Promise<Community> {
  const community = await findCommunity(database, slug);
  if (!community)
    throw new CommandError('community.not-found', `There is no community "${slug}": "buurtkit communities list" shows those there are.`);
  return community;
}
