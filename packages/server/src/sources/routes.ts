import {
  bulkUpsert as bulkUpsertRoute,
  putInitiativeByExternalId as putInitiativeRoute,
  putPartnerByExternalId as putPartnerRoute,
} from '@buurtkit/contract';
import {created, ok, route} from '../http/bind-route.ts';
import {getInitiative} from '../initiatives/get-initiative.ts';
import {getPartner} from '../partners/get-partner.ts';
import type {Scope} from '../scope.ts';
import {findSlug} from './find-slug.ts';
import {putRecord} from './put-record.ts';
import {upsertRecords} from './upsert-records.ts';

const location = ({publicUrl, community}: Scope, path: string) => `${publicUrl}/v1/communities/${community.slug}/${path}`;

export const sourceRoutes = [
  route(putInitiativeRoute, async (scope, {params: {source, id: externalId}, body}) => {
    const {id, isNew} = await putRecord(scope, {resource: 'initiative', source, id: externalId, record: body});
    const slug = await findSlug(scope, 'initiatives', id);
    const {initiative, revision} = await getInitiative(scope, slug);
    return isNew ? created(initiative, location(scope, `initiatives/${slug}`), {revision}) : ok(initiative, {revision});
  }),

  route(putPartnerRoute, async (scope, {params: {source, id: externalId}, body}) => {
    const {id, isNew} = await putRecord(scope, {resource: 'partner', source, id: externalId, record: body});
    const slug = await findSlug(scope, 'partners', id);
    const {partner, revision} = await getPartner(scope, slug);
    return isNew ? created(partner, location(scope, `partners/${slug}`), {revision}) : ok(partner, {revision});
  }),

  route(bulkUpsertRoute, async (scope, {body}) => ok({data: await upsertRecords(scope, body)})),
];
