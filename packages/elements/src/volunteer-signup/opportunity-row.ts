import type {OpportunityListItem} from '@buurtkit/sdk';
import {labelOf, shiftStates} from '@buurtkit/sdk/vocabularies';
import {formatPeriod, type Language, type StatusMessages, type VolunteeringMessages} from '@buurtkit/texts';
import {whereIs} from '../initiative/where-is.ts';
import type {ResultRow} from '../list/result-row.ts';
import {inLanguage, writtenByPeople} from '../vocabulary/written-by-people.ts';

type Context = {words: VolunteeringMessages & StatusMessages; language: Language; timeZone: string; distance: string | null};

/** How work stands in the list. */
export function opportunityRow(opportunity: OpportunityListItem, context: Context): ResultRow {
  const {id, title, summary, url, nextShift, isSample} = opportunity;
  const {words, language, timeZone, distance} = context;
  const when = nextShift ? formatPeriod(nextShift.start, nextShift.end, language, timeZone) : words.inConsultation;
  return {
    slug: null,
    address: id,
    title: inLanguage(title, language).text,
    href: url,
    summary: writtenByPeople(summary, language),
    facts: [when, whereIs(opportunity), distance, placesOf(opportunity, context)].filter((fact) => fact !== null),
    badge: isSample ? words.sample : null,
  };
}

function placesOf({freePlaces, nextShift, isClosed}: OpportunityListItem, {words, language}: Context): string | null {
  if (isClosed) return words.closed;
  if (freePlaces) return words.freePlaces(freePlaces);
  return nextShift && labelOf(shiftStates, nextShift.state, language);
}
