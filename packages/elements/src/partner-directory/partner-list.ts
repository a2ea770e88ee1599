import type {PartnerListItem} from '@buurtkit/sdk';
import type {OpeningMessages, PartnerMessages} from '@buurtkit/texts';
import type {ReaderChoices} from '../choices/reader-choices.ts';
import {countedGroups} from '../filters/counted-groups.ts';
import type {FilterGroup} from '../filters/filter-bar.ts';
import {asQuery} from '../filters/filter-rules.ts';
import {within} from '../filters/filters.ts';
import type {ValueCounts} from '../filters/stable-counts.ts';
import type {ListKind, ListModel, ListWords} from '../list/result-list.ts';
import type {ResultRow} from '../list/result-row.ts';
import {partnerFilters} from './partner-filters.ts';
import {partnerRow} from './partner-row.ts';

/** What the list is asked for and shown with. */
export type PartnerListModel = ListModel & {words: ListWords & PartnerMessages & OpeningMessages};

/** The organisations that fit what the reader chose. */
export class PartnerList implements ListKind<PartnerListItem, PartnerListModel> {
  readonly component = 'partner-directory';

  readonly #choices: ReaderChoices;

  constructor(choices: ReaderChoices) {
    this.#choices = choices;
  }

  question({base}: PartnerListModel): object {
    return asQuery(within(base, this.#choices.filters));
  }

  ask(model: PartnerListModel, page: {limit: number; cursor: string | undefined}, signal: AbortSignal) {
    return model.client.partners.list({...this.question(model), facets: partnerFilters.keys, ...page}, {signal});
  }

  groups(model: PartnerListModel, counts: ValueCounts): FilterGroup[] {
    const {filters: chosen} = this.#choices;
    const isOpenNow = chosen.values['open'] !== undefined;
    const openNow = {value: 'now', label: model.words.openNow, count: null, isChosen: isOpenNow, shownAs: 'switch' as const};
    // Only where there are services can one be open.
    const hasServices = isOpenNow || Boolean(counts['function']?.length);
    return [
      ...countedGroups(partnerFilters, {...model, counts, chosen}),
      ...(hasServices ? [{key: 'open', label: model.words.openNow, isMain: true, options: [openNow]}] : []),
    ];
  }

  row(item: PartnerListItem, {addressOf, words, language}: PartnerListModel): ResultRow {
    return partnerRow(item, {address: addressOf(item), words, language});
  }
}
