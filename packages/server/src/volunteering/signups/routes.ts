import {
  approveSignup as approveSignupRoute,
  cancelSignup as cancelSignupRoute,
  createSignup as createSignupRoute,
  getSignup as getSignupRoute,
  holdPlace as holdPlaceRoute,
  listSignups as listSignupsRoute,
  planIntro as planIntroRoute,
  refuseSignup as refuseSignupRoute,
  type Signup,
} from '@buurtkit/contract';
import {isAnybody} from '../../doors/open-door.ts';
import {created, ok, route} from '../../http/bind-route.ts';
import {nextPageLink} from '../../http/links.ts';
import {inTransaction, type Scope, type TrxScope} from '../../scope.ts';
import {cancelSignup} from './cancel-signup.ts';
import {holdPlace} from './hold-place.ts';
import {listSignups} from './list-signups.ts';
import {representSignup} from './represent-signup.ts';
import {requireSignup} from './require-signup.ts';
import {approveSignup, planIntro, refuseSignup} from './review-signup.ts';
import {signUp} from './sign-up.ts';
import type {KnownSignup} from './store.ts';

/** Does something with a sign-up that this caller may see, and tells how it stands then. */
function decided(scope: Scope, id: string, decide: (scope: TrxScope) => Promise<KnownSignup>): Promise<Signup> {
  return inTransaction(scope, async (trxScope) => {
    await requireSignup(trxScope, id);
    return representSignup(trxScope, await decide(trxScope));
  });
}

export const signupRoutes = [
  route(holdPlaceRoute, async (scope, {params, body, network}) => {
    const hold = await holdPlace(scope, params.id, body.role, isAnybody(scope.caller) ? await network() : null);
    return created(hold, `${scope.publicUrl}/v1/communities/${scope.community.slug}/shifts/${params.id}`);
  }),

  route(createSignupRoute, async (scope, {body}) => {
    const receipt = await signUp(scope, body);
    return created(receipt, `${scope.publicUrl}/v1/communities/${scope.community.slug}/signups/${receipt.id}`);
  }),

  route(listSignupsRoute, async (scope, {query}) => {
    const page = await listSignups(scope, query);
    return ok(page, {headers: nextPageLink(scope.publicUrl, `/communities/${scope.community.slug}/signups`, query, page.next)});
  }),

  route(getSignupRoute, async (scope, {params}) =>
    ok(await inTransaction(scope, async (trxScope) => representSignup(trxScope, await requireSignup(trxScope, params.id)))),
  ),

  route(cancelSignupRoute, async (scope, {params, body}) =>
    ok(await decided(scope, params.id, (trxScope) => cancelSignup(trxScope, params.id, 'organiser', body.reason))),
  ),

  route(approveSignupRoute, async (scope, {params}) =>
    ok(await decided(scope, params.id, (trxScope) => approveSignup(trxScope, params.id))),
  ),

  route(refuseSignupRoute, async (scope, {params, body}) =>
    ok(await decided(scope, params.id, (trxScope) => refuseSignup(trxScope, params.id, body.reason))),
  ),

  route(planIntroRoute, async (scope, {params, body}) =>
    ok(await decided(scope, params.id, (trxScope) => planIntro(trxScope, params.id, new Date(body.at)))),
  ),
];
