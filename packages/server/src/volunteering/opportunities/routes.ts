import {
  changeOpportunity as changeOpportunityRoute,
  createOpportunity as createOpportunityRoute,
  getOpportunity as getOpportunityRoute,
  listOpportunities as listOpportunitiesRoute,
} from '@buurtkit/contract';
import {created, ok, route} from '../../http/bind-route.ts';
import {nextPageLink} from '../../http/links.ts';
import {changeOpportunity} from './change-opportunity.ts';
import {createOpportunity} from './create-opportunity.ts';
import {getOpportunity, listOpportunities, opportunityQueryFaults, readOpportunity} from './list-opportunities.ts';

export const opportunityRoutes = [
  route(
    listOpportunitiesRoute,
    async (scope, {query}) => {
      const page = await listOpportunities(scope, query);
      return ok(page, {headers: nextPageLink(scope.publicUrl, `/communities/${scope.community.slug}/opportunities`, query, page.next)});
    },
    opportunityQueryFaults,
  ),

  route(getOpportunityRoute, async (scope, {params}) => {
    const {opportunity, revision} = await getOpportunity(scope, params.id);
    return ok(opportunity, {revision});
  }),

  route(createOpportunityRoute, async (scope, {body}) => {
    const {id} = await createOpportunity(scope, body);
    const {opportunity, revision} = await readOpportunity(scope, id);
    return created(opportunity, `${scope.publicUrl}/v1/communities/${scope.community.slug}/opportunities/${id}`, {revision});
  }),

  route(changeOpportunityRoute, async (scope, {params, body, ifMatch}) => {
    await changeOpportunity(scope, params.id, body, ifMatch);
    const {opportunity, revision} = await readOpportunity(scope, params.id);
    return ok(opportunity, {revision});
  }),
];
