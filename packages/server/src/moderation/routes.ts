import {
  approveSubmission as approveRoute,
  closeReport as closeRoute,
  getModerationItem as getRoute,
  listModerationItems as listRoute,
  refuseSubmission as refuseRoute,
} from '@buurtkit/contract';
import {ok, route, type Reply} from '../http/bind-route.ts';
import {nextPageLink} from '../http/links.ts';
import {approveSubmission} from './approve-submission.ts';
import {closeReport} from './close-report.ts';
import type {Decided} from './decision-of.ts';
import {getItem} from './get-item.ts';
import {listItems} from './list-items.ts';
import {refuseSubmission} from './refuse-submission.ts';

const decided = ({decision, revision}: Decided): Reply => ok(decision, {revision});

export const moderationRoutes = [
  route(listRoute, async (scope, {query}) => {
    const {data, total, next} = await listItems(scope, query);
    const headers = nextPageLink(scope.publicUrl, `/communities/${scope.community.slug}/moderation-items`, query, next);
    return ok({data, total, next, facets: {}}, {headers});
  }),
  route(getRoute, async (scope, {params}) => {
    const {item, revision} = await getItem(scope, params.id);
    return ok(item, {revision});
  }),
  route(approveRoute, async (scope, {params, ifMatch}) => decided(await approveSubmission(scope, params.id, ifMatch))),
  route(refuseRoute, async (scope, {params, body, ifMatch}) => decided(await refuseSubmission(scope, params.id, body, ifMatch))),
  route(closeRoute, async (scope, {params, ifMatch}) => decided(await closeReport(scope, params.id, ifMatch))),
];
