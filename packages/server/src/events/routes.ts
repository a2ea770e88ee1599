import {listEvents as listEventsRoute} from '@buurtkit/contract';
import {ok, route} from '../http/bind-route.ts';
import {listEvents} from './list-events.ts';

export const eventRoutes = [route(listEventsRoute, async (scope, {query}) => ok(await listEvents(scope, query)))];
