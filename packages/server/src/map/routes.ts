import {listInitiativeClusters} from '@buurtkit/contract';
import {ok, route} from '../http/bind-route.ts';
import {queryFaults} from '../initiatives/query-faults.ts';
import {listClusters} from './list-clusters.ts';

export const mapRoutes = [route(listInitiativeClusters, async (scope, {query}) => ok(await listClusters(scope, query)), queryFaults)];
