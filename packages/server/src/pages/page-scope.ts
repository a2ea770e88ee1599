import {slugSchema} from '@buurtkit/contract';
import {findCommunity} from '../communities/store.ts';
import {ProblemError} from '../problem-error.ts';
import type {RequestContext} from '../http/request-context.ts';
import type {Scope} from '../scope.ts';

/** The scope of a page of a community, for anybody. */
export async function pageScope(c: RequestContext, slug: string): Promise<Scope> {
  const {database, now, publicUrl} = c.get('services');
  const community = slugSchema.safeParse(slug).success ? await findCommunity(database, slug) : null;
  if (!community) throw new ProblemError('community.not-found');
  return {database, community, caller: {kind: 'anonymous'}, language: c.get('language'), now: await now(), publicUrl};
}
