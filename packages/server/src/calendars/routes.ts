import {getOpeningCalendar} from '@buurtkit/contract';
import {openingCalendarMessages} from '@buurtkit/texts';
import {ok, route} from '../http/bind-route.ts';
import {getInitiative} from '../initiatives/get-initiative.ts';
import {openingCalendar} from './opening-calendar.ts';

export const calendarRoutes = [
  route(getOpeningCalendar, async (scope, {params}) => {
    const {initiative} = await getInitiative(scope, params.slug);
    const {timeZone, addressForm} = scope.community;
    const words = openingCalendarMessages[scope.language](addressForm);
    const content = openingCalendar(initiative, {timeZone, words, language: scope.language});
    return ok(null, {file: {contentType: 'text/calendar; charset=utf-8', content}});
  }),
];
