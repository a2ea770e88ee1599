import {
  getInitiativePeople as getPeopleRoute,
  replaceInitiativePeople as replacePeopleRoute,
  sendMessage as sendRoute,
} from '@buurtkit/contract';
import {accepted, ok, route} from '../http/bind-route.ts';
import {getPeople} from './get-people.ts';
import {replacePeople} from './replace-people.ts';
import {sendMessage} from './send-message.ts';

export const peopleRoutes = [
  route(getPeopleRoute, async (scope, {params}) => ok(await getPeople(scope, params.slug))),
  route(replacePeopleRoute, async (scope, {params, body, ifMatch}) => ok(await replacePeople(scope, params.slug, body, ifMatch))),
  route(sendRoute, async (scope, {params, body}) => accepted(await sendMessage(scope, params.slug, body))),
];
