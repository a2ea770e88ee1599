import type {Initiative, Language, OpeningHours} from '@buurtkit/contract';
import type {OpeningCalendarMessages} from '@buurtkit/texts';
import ical, {ICalCalendarMethod, type ICalCalendar} from 'ical-generator';
import {Temporal} from 'temporal-polyfill';
import {namedId} from '../hsds/named-id.ts';
import {oneLine} from '../mail/one-line.ts';
import {openingsBetween} from '../opening/openings-between.ts';

type Exception = OpeningHours['exceptions'][number];
type Told = Pick<Initiative, 'id' | 'name' | 'url' | 'openingHours' | 'updatedAt' | 'place'>;
type Context = {timeZone: string; words: OpeningCalendarMessages; language: Language};

/** The days on which an initiative is open otherwise than its rules say, as a calendar (RFC 5545); times in UTC, so that no zone has to be told. */
export function openingCalendar(initiative: Told, context: Context): string {
  const {openingHours} = initiative;
  const calendar = ical({
    prodId: {company: 'Buurtkit', product: 'Opening', language: context.language.toUpperCase()},
    // The library writes a calendar's own name as it is: a line break in it would begin a property of its writer's choice.
    name: oneLine(initiative.name),
    method: ICalCalendarMethod.PUBLISH,
    url: initiative.url,
  });
  for (const exception of openingHours?.exceptions ?? []) addException(calendar, exception, initiative, context);
  return calendar.toString();
}

function addException(calendar: ICalCalendar, exception: Exception, initiative: Told, {timeZone, words, language}: Context): void {
  const {from, until, openings, note} = exception;
  const common = {
    stamp: new Date(initiative.updatedAt),
    url: initiative.url,
    ...(note && {description: note[language] ?? note.nl}),
    ...(initiative.place && {location: initiative.place.city}),
  };
  // The same exception keeps its name, so that a calendar that has it already replaces it.
  const uid = (start: string) => `${namedId('opening', initiative.id, from, until, start)}@buurtkit`;
  if (openings.length === 0) {
    const end = Temporal.PlainDate.from(until).add({days: 1}).toString();
    calendar.createEvent({
      ...common,
      id: uid(''),
      summary: words.closed(initiative.name),
      start: new Date(`${from}T00:00:00Z`),
      end: new Date(`${end}T00:00:00Z`),
      allDay: true,
    });
    return;
  }
  for (const {from: start, until: end} of momentsOf(exception, timeZone))
    calendar.createEvent({...common, id: uid(start.toISOString()), summary: words.otherHours(initiative.name), start, end});
}

const longestDays = 366;

/** When it is open on the days of an exception, clock changes and midnights worked out as everywhere else; at most a year of days. */
function momentsOf(exception: Exception, timeZone: string) {
  const first = Temporal.PlainDate.from(exception.from);
  const days = Math.min(first.until(exception.until, {largestUnit: 'days'}).days + 1, longestDays);
  const momentAt = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
  const onlyThis: OpeningHours = {rules: [], exceptions: [exception], isOpenOnHolidays: true, isByAppointment: false, note: null};
  return openingsBetween(onlyThis, {timeZone, from: momentAt(first), until: momentAt(first.add({days: days + 1}))});
}
