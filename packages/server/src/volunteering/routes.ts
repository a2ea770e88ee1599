import {
  approveHours as approveHoursRoute,
  approveShiftHours,
  checkIn as checkInRoute,
  getHours as getHoursRoute,
  getRoster as getRosterRoute,
  getVolunteeringReport,
  listHours as listHoursRoute,
  recordVog as recordVogRoute,
  refuseHours as refuseHoursRoute,
  reorderWaitlist as reorderWaitlistRoute,
  submitHours as submitHoursRoute,
} from '@buurtkit/contract';
import {created, ok, route} from '../http/bind-route.ts';
import {nextPageLink} from '../http/links.ts';
import {inTransaction} from '../scope.ts';
import {approveHours, approveHoursOfShift, refuseHours} from './hours/decide-hours.ts';
import {getHours} from './hours/get-hours.ts';
import {listHours} from './hours/list-hours.ts';
import {representHours} from './hours/store.ts';
import {submitHours} from './hours/submit-hours.ts';
import {opportunityRoutes} from './opportunities/routes.ts';
import {getReport} from './report/get-report.ts';
import {checkIn} from './roster/check-in.ts';
import {getRoster} from './roster/get-roster.ts';
import {recordVog} from './roster/record-vog.ts';
import {reorderWaitlist} from './roster/reorder-waitlist.ts';
import {shiftRoutes} from './shifts/routes.ts';
import {representSignup} from './signups/represent-signup.ts';
import {requireSignup} from './signups/require-signup.ts';
import {signupRoutes} from './signups/routes.ts';

/** All routes of voluntary work. */
export const volunteeringRoutes = [
  ...opportunityRoutes,
  ...shiftRoutes,
  ...signupRoutes,

  route(getRosterRoute, async (scope, {params}) => ok(await getRoster(scope, params.id))),

  route(reorderWaitlistRoute, async (scope, {params, body}) => ok(await reorderWaitlist(scope, params.id, body.signupIds, body.reason))),

  route(checkInRoute, async (scope, {params, body}) =>
    ok(await inTransaction(scope, async (trxScope) => representSignup(trxScope, await checkIn(trxScope, params.id, body.code)))),
  ),

  route(recordVogRoute, async (scope, {params, body}) =>
    ok(
      await inTransaction(scope, async (trxScope) =>
        representSignup(trxScope, await recordVog(trxScope, params.id, body.seenOn, body.expiresOn)),
      ),
    ),
  ),

  route(listHoursRoute, async (scope, {query}) => {
    const page = await listHours(scope, query);
    return ok(page, {headers: nextPageLink(scope.publicUrl, `/communities/${scope.community.slug}/hours`, query, page.next)});
  }),

  route(submitHoursRoute, async (scope, {body}) =>
    inTransaction(scope, async (trxScope) => {
      const hours = representHours(await submitHours(trxScope, await requireSignup(trxScope, body.signupId), body));
      return created(hours, `${scope.publicUrl}/v1/communities/${scope.community.slug}/hours/${hours.id}`);
    }),
  ),

  route(getHoursRoute, async (scope, {params}) =>
    ok(representHours(await inTransaction(scope, (trxScope) => getHours(trxScope, params.id)))),
  ),

  route(approveHoursRoute, async (scope, {params}) =>
    inTransaction(scope, async (trxScope) => ok(representHours(await approveHours(trxScope, params.id)))),
  ),

  route(approveShiftHours, async (scope, {params}) =>
    inTransaction(scope, async (trxScope) => {
      const data = (await approveHoursOfShift(trxScope, params.id)).map(representHours);
      return ok({data, total: data.length, next: null, facets: {}});
    }),
  ),

  route(refuseHoursRoute, async (scope, {params, body}) =>
    inTransaction(scope, async (trxScope) => ok(representHours(await refuseHours(trxScope, params.id, body.reason)))),
  ),

  route(getVolunteeringReport, async (scope) => ok(await getReport(scope))),
];
