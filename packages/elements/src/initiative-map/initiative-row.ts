import type {InitiativeListItem} from '@buurtkit/sdk';
import {initiativeKinds, initiativeStages, labelOf} from '@buurtkit/sdk/vocabularies';
import type {ResultRow} from '../list/result-row.ts';
import {whereIs} from '../initiative/where-is.ts';
import {openingLine, type TimeContext} from '../opening/opening-line.ts';
import {writtenByPeople} from '../vocabulary/written-by-people.ts';

/** How an initiative stands in the list. */
export function initiativeRow(
  initiative: InitiativeListItem,
  {address, distance, ...context}: TimeContext & {address: string; distance: string | null},
): ResultRow {
  const {slug, name, url, kind, stage, summary} = initiative;
  const {language} = context;
  return {
    slug,
    address,
    title: name,
    href: url,
    summary: writtenByPeople(summary, language),
    facts: [labelOf(initiativeKinds, kind, language), whereIs(initiative), distance, whenOpen(initiative, context)].filter(
      (fact) => fact !== null,
    ),
    // Most are active: only what is otherwise is worth a badge.
    badge: stage === 'active' ? null : labelOf(initiativeStages, stage, language),
  };
}

function whenOpen({opening}: InitiativeListItem, context: TimeContext): string | null {
  return opening && openingLine(opening.openings, context);
}
