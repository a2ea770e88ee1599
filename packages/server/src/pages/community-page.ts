import type {Community} from '@buurtkit/contract';
import {representCommunity} from '../communities/represent-community.ts';
import {readCommunity} from '../communities/store.ts';
import type {RequestContext} from '../http/request-context.ts';
import type {Scope} from '../scope.ts';
import {wordsFor, type Words} from './layout.ts';
import {pageScope} from './page-scope.ts';

export type OpenPage = {scope: Scope; community: Community; words: Words};

/** What every page of a community begins with: who asks, whose page it is, and in what words it speaks. */
export async function communityPage(c: RequestContext): Promise<OpenPage> {
  const scope = await pageScope(c, c.req.param('community') ?? '');
  const community = representCommunity(await readCommunity(scope.database.public, scope.community.id), scope.publicUrl);
  return {scope, community, words: wordsFor(scope.language, community.addressForm)};
}
