import {getAltchaChallenge} from '@buurtkit/contract';
import {ok, route} from '../http/bind-route.ts';
import {makeChallenge} from './proof.ts';

export const doorRoutes = [route(getAltchaChallenge, async ({database}) => ok(await makeChallenge(database)))];
