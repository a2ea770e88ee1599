import {
  changeSharedPlace as changeSharedPlaceRoute,
  createSharedPlace as createSharedPlaceRoute,
  getSharedPlace as getSharedPlaceRoute,
  listSharedPlaces as listSharedPlacesRoute,
} from '@buurtkit/contract';
import {created, ok, route} from '../http/bind-route.ts';
import {nextPageLink} from '../http/links.ts';
import {changePlace} from './change-place.ts';
import {createPlace} from './create-place.ts';
import {getPlace} from './get-place.ts';
import {listPlaces} from './list-places.ts';

export const placeRoutes = [
  route(listSharedPlacesRoute, async (scope, {query}) => {
    const page = await listPlaces(scope, query);
    // A flag in a query is its word.
    const asked = {...query, available: query.available?.toString()};
    const headers = nextPageLink(scope.publicUrl, `/communities/${scope.community.slug}/places`, asked, page.next);
    return ok(page, {headers});
  }),

  route(getSharedPlaceRoute, async (scope, {params}) => {
    const {place, revision} = await getPlace(scope, params.slug);
    return ok(place, {revision});
  }),

  route(createSharedPlaceRoute, async (scope, {body}) => {
    const {slug} = await createPlace(scope, body);
    const {place, revision} = await getPlace(scope, slug);
    return created(place, `${scope.publicUrl}/v1/communities/${scope.community.slug}/places/${slug}`, {revision});
  }),

  route(changeSharedPlaceRoute, async (scope, {params, body, ifMatch}) => {
    await changePlace(scope, params.slug, body, ifMatch);
    const {place, revision} = await getPlace(scope, params.slug);
    return ok(place, {revision});
  }),
];
