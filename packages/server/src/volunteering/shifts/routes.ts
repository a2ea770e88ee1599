import {
  changeShift as changeShiftRoute,
  createShift as createShiftRoute,
  getShift as getShiftRoute,
  listShifts as listShiftsRoute,
} from '@buurtkit/contract';
import {created, ok, route} from '../../http/bind-route.ts';
import {nextPageLink} from '../../http/links.ts';
import {changeShift} from './change-shift.ts';
import {createShift} from './create-shift.ts';
import {getShift, listShifts} from './list-shifts.ts';

export const shiftRoutes = [
  route(listShiftsRoute, async (scope, {query}) => {
    const page = await listShifts(scope, query);
    return ok(page, {headers: nextPageLink(scope.publicUrl, `/communities/${scope.community.slug}/shifts`, query, page.next)});
  }),

  route(getShiftRoute, async (scope, {params}) => {
    const {shift, revision} = await getShift(scope, params.id);
    return ok(shift, {revision});
  }),

  route(createShiftRoute, async (scope, {body}) => {
    const {id} = await createShift(scope, body);
    const {shift, revision} = await getShift(scope, id);
    return created(shift, `${scope.publicUrl}/v1/communities/${scope.community.slug}/shifts/${id}`, {revision});
  }),

  route(changeShiftRoute, async (scope, {params, body, ifMatch}) => {
    await changeShift(scope, params.id, body, ifMatch);
    const {shift, revision} = await getShift(scope, params.id);
    return ok(shift, {revision});
  }),
];
