import type {PartnerListItem} from '@buurtkit/sdk';
import {labelOf, partnerKinds} from '@buurtkit/sdk/vocabularies';
import type {Language, PartnerMessages, StatusMessages} from '@buurtkit/texts';
import type {ResultRow} from '../list/result-row.ts';
import {writtenByPeople} from '../vocabulary/written-by-people.ts';

type Context = {address: string; words: PartnerMessages & StatusMessages; language: Language};

/** How an organisation stands in the list. */
export function partnerRow(partner: PartnerListItem, {address, words, language}: Context): ResultRow {
  const {slug, name, url, kind, summary, city, areas, initiativeCount, isSample} = partner;
  const where = city ?? areas.map((area) => area.name).join(', ');
  return {
    slug,
    address,
    title: name,
    href: url,
    summary: writtenByPeople(summary, language),
    facts: [labelOf(partnerKinds, kind, language), where, initiativeCount ? words.standsBehind(initiativeCount) : ''].filter(Boolean),
    badge: isSample ? words.sample : null,
  };
}
