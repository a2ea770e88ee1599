import type {InitiativeListItem} from '@buurtkit/sdk';
import {formatOpenings, type DetailMessages} from '@buurtkit/texts';
import {html} from 'lit';
import {writtenByPeople} from '../vocabulary/written-by-people.ts';
import {openingLine, type TimeContext} from './opening-line.ts';

type Opening = NonNullable<InitiativeListItem['opening']>;

const daysShown = 7;
// The server tells fourteen days ahead; without a gap until about then, it does not shut.
const tellsAhead = 13 * 86_400_000;

/** When it is open: now or next, day by day, and what else is to be known about it. */
export function openingFacts({openings, isByAppointment, note}: Opening, context: TimeContext & {messages: DetailMessages}): unknown[] {
  const {messages, language, timeZone} = context;
  const now = Date.now();
  const coming = openings.filter(({until}) => Date.parse(until) > now);
  const isAlwaysOpen = coming.some(({from, until}) => Date.parse(from) <= now && Date.parse(until) - now > tellsAhead);
  const listed = new Intl.ListFormat(language);
  const line = openingLine(coming, context);
  const days = formatOpenings(coming, language, timeZone)
    .slice(0, daysShown)
    .map(({day, hours}) => `${day}, ${listed.format(hours)}`);
  return [
    line && html`<strong>${isAlwaysOpen ? messages.alwaysOpen : line}</strong>`,
    !line && !isByAppointment ? messages.notOpenSoon : null,
    // What is days ahead is told by its day already.
    ...(isAlwaysOpen ? [] : days.filter((day) => day !== line)),
    isByAppointment ? messages.byAppointment : null,
    note && writtenByPeople(note, language),
  ];
}
