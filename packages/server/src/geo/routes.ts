import {nameLocation as nameLocationRoute, suggestPlaces as suggestPlacesRoute} from '@buurtkit/contract';
import {ok, route, type BoundRoute} from '../http/bind-route.ts';
import type {Geocoder} from './geocoder.ts';
import {nameLocation, suggestPlaces} from './suggest-places.ts';

export function geoRoutes(geocoder: Geocoder): BoundRoute[] {
  return [
    route(suggestPlacesRoute, async (scope, {body}) => ok(await suggestPlaces(scope, geocoder, body.q, body.limit))),
    route(nameLocationRoute, async (scope, {body}) => ok(await nameLocation(scope, geocoder, body.location.coordinates))),
  ];
}
