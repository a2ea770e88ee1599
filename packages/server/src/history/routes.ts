import {listInitiativeHistory as listInitiativeHistoryRoute} from '@buurtkit/contract';
import {ok, route} from '../http/bind-route.ts';
import {nextPageLink} from '../http/links.ts';
import {listInitiativeHistory} from './list-initiative-history.ts';

export const historyRoutes = [
  route(listInitiativeHistoryRoute, async (scope, {params, query}) => {
    const page = await listInitiativeHistory(scope, params.slug, query);
    const path = `/communities/${scope.community.slug}/initiatives/${params.slug}/history`;
    return ok({...page, facets: {}}, {headers: nextPageLink(scope.publicUrl, path, query, page.next)});
  }),
];
