import type {ExchangeReader, Listing} from '@buurtkit/sdk';
import {labelOf, listingKinds} from '@buurtkit/sdk/vocabularies';
import type {ExchangeMessages} from '@buurtkit/texts';
import {html} from 'lit';
import type {ReaderChoices} from '../choices/reader-choices.ts';
import {countedGroups} from '../filters/counted-groups.ts';
import type {FilterGroup} from '../filters/filter-bar.ts';
import {asQuery} from '../filters/filter-rules.ts';
import {within} from '../filters/filters.ts';
import type {ValueCounts} from '../filters/stable-counts.ts';
import type {ListKind, ListModel, ListWords} from '../list/result-list.ts';
import type {ResultRow} from '../list/result-row.ts';
import {untilSignedIn} from '../signing-in/until-signed-in.ts';
import type {CreditWording} from '../time-credits/credit-wording.ts';
import {inLanguage, writtenByPeople} from '../vocabulary/written-by-people.ts';
import {listingFilters} from './listing-filters.ts';

/** What the list is asked for and shown with. */
export type ListingListModel = ListModel & {
  client: ListModel['client'] & ExchangeReader;
  words: ListWords & ExchangeMessages;
  credits: CreditWording;
  /** Where the page shows this one alone, for a new tab. */
  linkTo: (id: string) => string;
};

/** The offers and requests that fit what the reader chose. */
export class ListingList implements ListKind<Listing, ListingListModel> {
  readonly component = 'offers-and-requests';

  readonly #choices: ReaderChoices;
  readonly #hasEnded: (error: unknown) => boolean;

  /** @param hasEnded - Whether an error says that nobody is signed in any more. */
  constructor(choices: ReaderChoices, hasEnded: (error: unknown) => boolean) {
    this.#choices = choices;
    this.#hasEnded = hasEnded;
  }

  question({base}: ListingListModel): object {
    return asQuery(within(base, this.#choices.filters));
  }

  ask(model: ListingListModel, page: {limit: number; cursor: string | undefined}, signal: AbortSignal) {
    const asked = model.client.listings.list({...this.question(model), facets: listingFilters.keys, ...page}, {signal});
    return untilSignedIn(asked, this.#hasEnded);
  }

  groups(model: ListingListModel, counts: ValueCounts): FilterGroup[] {
    return countedGroups(listingFilters, {...model, counts, chosen: this.#choices.filters});
  }

  row({id, title, text, kind, minutes, area, owner, isMine}: Listing, {words, language, credits, linkTo}: ListingListModel): ResultRow {
    return {
      slug: null,
      address: id,
      title: inLanguage(title, language).text,
      href: linkTo(id),
      summary: text ? writtenByPeople(text, language) : html``,
      facts: [labelOf(listingKinds, kind, language), credits.amountAndTime(minutes), area?.name ?? '', owner.name ?? words.somebody].filter(
        Boolean,
      ),
      badge: isMine ? words.yours : null,
    };
  }
}
