import type {InitiativeListItem} from '@buurtkit/sdk';
import {initiativeKinds, initiativeStages, labelOf} from '@buurtkit/sdk/vocabularies';
import {formatPeriod, type Language} from '@buurtkit/texts';
import type {ResultRow} from '../list/result-row.ts';
import {writtenByPeople} from '../vocabulary/written-by-people.ts';

/** How an initiative stands in the list. */
export function initiativeRow(
  initiative: InitiativeListItem,
  {address, language, timeZone}: {address: string; language: Language; timeZone: string},
): ResultRow {
  const {slug, name, url, kind, stage, summary} = initiative;
  return {
    slug,
    address,
    title: name,
    href: url,
    summary: writtenByPeople(summary, language),
    facts: [labelOf(initiativeKinds, kind, language), whereIs(initiative), whenOpen(initiative, language, timeZone)].filter(
      (fact) => fact !== null,
    ),
    // Most are active: only what is otherwise is worth a badge.
    badge: stage === 'active' ? null : labelOf(initiativeStages, stage, language),
  };
}

export function whereIs({place, areas}: InitiativeListItem): string | null {
  return place?.city ?? (areas.map(({name}) => name).join(', ') || null);
}

/** The next time it is open. */
export function whenOpen({opening}: InitiativeListItem, language: Language, timeZone: string): string | null {
  const next = opening?.openings.find(({until}) => Date.parse(until) > Date.now());
  return next ? formatPeriod(next.from, next.until, language, timeZone) : null;
}
