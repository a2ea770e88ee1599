import {changeCommunity, getCommunity, listCommunities, type Community, type CommunitySettings} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {communityOf} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';

function publicCommunity(settings: CommunitySettings): Community {
  const {allowedOrigins: _, tokenIssuers: __, ...community} = settings;
  return community;
}

export const communityOperations = [
  operation(listCommunities, ({state, query, url}) => {
    const sorted = state.communities.map(publicCommunity).sort((one, other) => one.name.localeCompare(other.name, 'nl'));
    const {headers, ...page} = pageOf(sorted, query, url);
    return {status: 200, content: {...page, facets: {}}, headers};
  }),

  operation(getCommunity, ({state, params}) => ({status: 200, content: publicCommunity(communityOf(state, params.community))})),

  operation(changeCommunity, ({state, params, body, requireUnchanged}) => {
    const community = communityOf(state, params.community);
    requireUnchanged(publicCommunity(community));
    const {look, credits, ...changes} = body;
    if (credits && !community.credits) throw new MockProblem('request.invalid', {faults: [{pointer: '#/credits', code: 'not-allowed'}]});
    Object.assign(community, changes, {
      look: {...community.look, ...look},
      credits: community.credits && {...community.credits, ...credits},
      updatedAt: new Date().toISOString(),
    });
    return {status: 200, content: community, version: publicCommunity(community)};
  }),
];
