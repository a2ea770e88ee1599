import type {MessageSet} from './wording.ts';

/** What every list with filters says: directory, agenda and map alike. */
export type ListMessages = {
  filters: string;
  moreFilters: string;
  showMore: string;
  shownOfTotal: (shown: string, total: string) => string;
  backToList: string;
  noneFound: string;
  noneFoundHint: string;
};

/** What a list of one kind of thing says in its own words. */
export type CountMessages = {
  search: string;
  loading: string;
  count: (total: number) => string;
  countFound: (total: number) => string;
  /** Button that closes the filters and goes to what they left. */
  showFound: (total: number) => string;
  none: string;
  noneHint: string;
};

export const listMessages: MessageSet<ListMessages> = {
  nl: () => ({
    filters: 'Filters',
    moreFilters: 'Meer filters',
    showMore: 'Toon meer',
    shownOfTotal: (shown, total) => `${shown} van ${total}`,
    backToList: 'Terug naar de lijst',
    noneFound: 'Niets gevonden',
    noneFoundHint: 'Haal een filter weg, of zoek op een ander woord.',
  }),
  en: () => ({
    filters: 'Filters',
    moreFilters: 'More filters',
    showMore: 'Show more',
    shownOfTotal: (shown, total) => `${shown} of ${total}`,
    backToList: 'Back to the list',
    noneFound: 'Nothing found',
    noneFoundHint: 'Remove a filter, or search for another word.',
  }),
};
