import ical, {ICalCalendarMethod, ICalEventStatus} from 'ical-generator';
import {timeZoneRules} from '../../calendars/time-zone.ts';
import {oneLine} from '../../mail/one-line.ts';
import {Temporal} from 'temporal-polyfill';
import type {MailAttachment} from '../../mail/queue-mail.ts';
import type {Scope, TrxScope} from '../../scope.ts';
import type {KnownSignup} from './store.ts';

const off = ['cancelled', 'declined', 'expired', 'refused'];

/**
 * The shifts of somebody as iCalendar (RFC 5545): the same UID for the same sign-up for ever, a higher SEQUENCE with each
 * change, and status CANCELLED for what doesn't go ahead.
 */
export function calendarOf(scope: Scope | TrxScope, signups: readonly KnownSignup[], method: ICalCalendarMethod): string {
  const {community, language, publicUrl} = scope;
  const calendar = ical({method, prodId: {company: 'Buurtkit', product: 'Vrijwilligerswerk', language}, name: oneLine(community.name)});
  calendar.timezone({name: community.timeZone, ...timeZoneRules});
  for (const {signup, shift, opportunity} of signups) {
    if (!shift) continue;
    const isOff = off.includes(signup.state) || shift.cancelled_at !== null;
    calendar.createEvent({
      id: `${signup.id}@${new URL(publicUrl).hostname}`,
      sequence: shift.sequence + (isOff && shift.cancelled_at === null ? 1 : 0),
      stamp: scope.now,
      start: there(shift.starts_at, community.timeZone),
      end: there(shift.ends_at, community.timeZone),
      timezone: community.timeZone,
      summary: opportunity.title[language] ?? opportunity.title.nl,
      location: opportunity.city,
      url: `${publicUrl}/${community.slug}/vrijwilligerswerk/${opportunity.id}`,
      status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

/** A moment as people there call it: of a bare `Date` the library takes the time of the machine's own zone. */
function there(moment: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);
}

/** To put in an agenda, or to take out of it again. */
export function calendarAttachment(scope: TrxScope, known: KnownSignup): MailAttachment[] {
  if (!known.shift) return [];
  const isOff = off.includes(known.signup.state) || known.shift.cancelled_at !== null;
  const method = isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  return [
    {
      name: isOff ? 'afgezegd.ics' : 'afspraak.ics',
      contentType: `text/calendar; charset=utf-8; method=${method}`,
      content: calendarOf(scope, [known], method),
    },
  ];
}
