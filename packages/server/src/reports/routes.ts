import {reportFault as reportRoute} from '@buurtkit/contract';
import {accepted, route} from '../http/bind-route.ts';
import {reportFault} from './report-fault.ts';

export const reportRoutes = [route(reportRoute, async (scope, {body}) => accepted(await reportFault(scope, body)))];
