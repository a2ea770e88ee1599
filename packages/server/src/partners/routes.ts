import {
  changePartner as changePartnerRoute,
  createPartner as createPartnerRoute,
  getPartner as getPartnerRoute,
  listPartners as listPartnersRoute,
} from '@buurtkit/contract';
import {created, ok, route} from '../http/bind-route.ts';
import {nextPageLink} from '../http/links.ts';
import {openFaults} from '../opening/open-condition.ts';
import {changePartner} from './change-partner.ts';
import {createPartner} from './create-partner.ts';
import {getPartner} from './get-partner.ts';
import {listPartners} from './list-partners.ts';

export const partnerRoutes = [
  route(
    listPartnersRoute,
    async (scope, {query}) => {
      const page = await listPartners(scope, query);
      const headers = nextPageLink(scope.publicUrl, `/communities/${scope.community.slug}/partners`, query, page.next);
      return ok(page, {headers});
    },
    ({open}, now) => openFaults(open, now),
  ),

  route(getPartnerRoute, async (scope, {params}) => {
    const {partner, revision} = await getPartner(scope, params.slug);
    return ok(partner, {revision});
  }),

  route(createPartnerRoute, async (scope, {body}) => {
    const {slug} = await createPartner(scope, body);
    const {partner, revision} = await getPartner(scope, slug);
    return created(partner, `${scope.publicUrl}/v1/communities/${scope.community.slug}/partners/${slug}`, {revision});
  }),

  route(changePartnerRoute, async (scope, {params, body, ifMatch}) => {
    await changePartner(scope, params.slug, body, ifMatch);
    const {partner, revision} = await getPartner(scope, params.slug);
    return ok(partner, {revision});
  }),
];
