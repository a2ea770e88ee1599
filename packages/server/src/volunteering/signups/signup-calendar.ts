import ical, {ICalCalendarMethod, ICalEventStatus} from 'ical-generator';
import {timeZoneRules} from '../../calendars/time-zone.ts';
import {oneLine} from '../../mail/one-line.ts';
import type {Temporal} from 'temporal-polyfill';
import {inTimeZone} from '../../clock/in-time-zone.ts';
import type {MailAttachment} from '../../mail/queue-mail.ts';
import type {TrxScope} from '../../scope.ts';
import {communityContact} from './organisers-of.ts';
import type {KnownSignup} from './store.ts';
import {whereToBe} from './where-to-be.ts';

const off = ['cancelled', 'declined', 'expired', 'refused'];

/**
 * The shifts of somebody as iCalendar (RFC 5545): the same UID for the same sign-up for ever, a higher SEQUENCE with each
 * change, and status CANCELLED for what doesn't go ahead.
 */
export async function calendarOf(scope: TrxScope, signups: readonly KnownSignup[], method: ICalCalendarMethod): Promise<string> {
  const {community, language, publicUrl} = scope;
  const {hostname} = new URL(publicUrl);
  // RFC 5546 wants an organizer: the community and its desk, never a person.
  const organizer = {name: oneLine(community.name), email: (await communityContact(scope)).email ?? `no-reply@${hostname}`};
  const calendar = ical({method, prodId: {company: 'Buurtkit', product: 'Vrijwilligerswerk', language}, name: oneLine(community.name)});
  // A zone of the calendar itself would take DTSTAMP out of UTC.
  calendar.timezone({name: null, ...timeZoneRules});
  calendar.x('X-WR-TIMEZONE', community.timeZone);
  for (const {signup, shift, opportunity} of signups) {
    if (!shift) continue;
    const isOff = off.includes(signup.state) || shift.cancelled_at !== null;
    // Of a bare `Date` the library takes the time of the machine's own zone.
    const [start, end] = [inTimeZone(shift.starts_at, community.timeZone), inTimeZone(shift.ends_at, community.timeZone)];
    calendar.createEvent({
      id: `${signup.id}@${hostname}`,
      sequence: shift.sequence + (isOff && shift.cancelled_at === null ? 1 : 0),
      stamp: scope.now,
      start,
      end,
      timezone: isCalledTwice(start) || isCalledTwice(end) ? 'UTC' : community.timeZone,
      organizer,
      summary: opportunity.title[language] ?? opportunity.title.nl,
      location: whereToBe(opportunity),
      url: `${publicUrl}/${community.slug}/vrijwilligerswerk/${opportunity.id}`,
      status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

/** Whether there are two moments of that name, in the night that the clock goes back: then only UTC tells which is meant. */
function isCalledTwice(moment: Temporal.ZonedDateTime): boolean {
  const called = moment.toPlainDateTime();
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    called.toZonedDateTime(moment.timeZoneId, {disambiguation}),
  );
  return earlier?.epochMilliseconds !== later?.epochMilliseconds;
}

/** To put in an agenda, or to take out of it again. */
export async function calendarAttachment(scope: TrxScope, known: KnownSignup): Promise<MailAttachment[]> {
  if (!known.shift) return [];
  const isOff = off.includes(known.signup.state) || known.shift.cancelled_at !== null;
  const method = isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  return [
    {
      name: isOff ? 'afgezegd.ics' : 'afspraak.ics',
      contentType: `text/calendar; charset=utf-8; method=${method}`,
      content: await calendarOf(scope, [known], method),
    },
  ];
}
