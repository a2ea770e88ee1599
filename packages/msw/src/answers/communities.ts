import {changeCommunity, getCommunity, listCommunities, type Community, type CommunitySettings} from '@buurtkit/contract';
import {communityOf} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';

function publicCommunity(settings: CommunitySettings): Community {
  const {allowedOrigins: _, ...community} = settings;
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
    const {look, ...changes} = body;
    Object.assign(community, changes, {look: {...community.look, ...look}, updatedAt: new Date().toISOString()});
    return {status: 200, content: community, version: publicCommunity(community)};
  }),
];
