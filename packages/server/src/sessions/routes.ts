import {
  createSession as createSessionRoute,
  createSignInCode as createSignInCodeRoute,
  endSession as endSessionRoute,
  exchangeSession as exchangeSessionRoute,
  listSessions as listSessionsRoute,
  type OpenedSession,
} from '@buurtkit/contract';
import {accepted, created, ok, refused, route, type Reply} from '../http/bind-route.ts';
import {requirePerson} from '../keys/require-person.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {endSession} from './end-session.ts';
import {exchangeSession} from './exchange-session.ts';
import {sendSignInCode} from './send-sign-in-code.ts';
import {listOpenSessions, representSession} from './session-store.ts';
import {signIn} from './sign-in.ts';

function signedIn({publicUrl, community}: Scope, session: OpenedSession): Reply {
  return created(session, `${publicUrl}/v1/communities/${community.slug}/sessions`);
}

export const sessionRoutes = [
  route(createSignInCodeRoute, async (scope, {body}) => {
    await sendSignInCode(scope, body);
    return accepted({state: 'sent'});
  }),

  route(createSessionRoute, async (scope, {body}) => {
    const session = await inTransaction(scope, (trxScope) => signIn(trxScope, body));
    return typeof session === 'string' ? refused(session) : signedIn(scope, session);
  }),

  route(exchangeSessionRoute, async (scope, {body}) =>
    signedIn(scope, await inTransaction(scope, (trxScope) => exchangeSession(trxScope, body.token))),
  ),

  route(listSessionsRoute, async (scope) => {
    const rows = await inTransaction(scope, (trxScope) => listOpenSessions(trxScope, requirePerson(trxScope).id));
    return ok({data: rows.map((row) => representSession(scope, row)), total: rows.length, next: null, facets: {}});
  }),

  route(endSessionRoute, async (scope, {params}) => ok(await endSession(scope, params.id))),
];
