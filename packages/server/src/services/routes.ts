import {
  changeService as changeServiceRoute,
  createService as createServiceRoute,
  getService as getServiceRoute,
  listServices as listServicesRoute,
} from '@buurtkit/contract';
import {created, ok, route} from '../http/bind-route.ts';
import {nextPageLink} from '../http/links.ts';
import {openFaults} from '../opening/open-condition.ts';
import {changeService} from './change-service.ts';
import {createService} from './create-service.ts';
import {getService} from './get-service.ts';
import {listServices} from './list-services.ts';

export const serviceRoutes = [
  route(
    listServicesRoute,
    async (scope, {query}) => {
      const page = await listServices(scope, query);
      const headers = nextPageLink(scope.publicUrl, `/communities/${scope.community.slug}/services`, query, page.next);
      return ok(page, {headers});
    },
    ({open}, now) => openFaults(open, now),
  ),

  route(getServiceRoute, async (scope, {params}) => {
    const {service, revision} = await getService(scope, params.id);
    return ok(service, {revision});
  }),

  route(createServiceRoute, async (scope, {body}) => {
    const id = await createService(scope, body);
    const {service, revision} = await getService(scope, id);
    return created(service, `${scope.publicUrl}/v1/communities/${scope.community.slug}/services/${id}`, {revision});
  }),

  route(changeServiceRoute, async (scope, {params, body, ifMatch}) => {
    await changeService(scope, params.id, body, ifMatch);
    const {service, revision} = await getService(scope, params.id);
    return ok(service, {revision});
  }),
];
