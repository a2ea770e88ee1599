import type {MessageSet} from './wording.ts';

/** What every list with filters says: directory, agenda and map alike. */
export type ListMessages = {
  filters: string;
  moreFilters: string;
  chosenFilters: string;
  clearAll: string;
  /** Name of the button that takes one chosen filter away; begins with what is seen on it. */
  removeFilter: (label: string) => string;
  showMore: string;
  shownOfTotal: (shown: string, total: string) => string;
  backToList: string;
  retry: string;
  retrying: string;
  noneFound: string;
  noneFoundHint: string;
  offline: string;
  offlineHint: string;
  unreachable: string;
  unreachableHint: string;
  tooBusy: string;
  tooBusyHint: string;
  notThere: string;
  notThereHint: string;
  sample: string;
  sampleHint: string;
  questions: string;
};

export const listMessages: MessageSet<ListMessages> = {
  nl: (addressForm) => ({
    filters: 'Filters',
    moreFilters: 'Meer filters',
    chosenFilters: 'Gekozen filters',
    clearAll: 'Wis alles',
    removeFilter: (label) => `${label}, filter weghalen`,
    showMore: 'Toon meer',
    shownOfTotal: (shown, total) => `${shown} van ${total}`,
    backToList: 'Terug naar de lijst',
    retry: 'Probeer opnieuw',
    retrying: 'Nog een keer proberen…',
    noneFound: 'Niets gevonden',
    noneFoundHint: 'Haal een filter weg, of zoek op een ander woord.',
    offline: 'Er is geen internet',
    offlineHint:
      addressForm === 'u' ? 'Er is niets verloren. Kijk of uw internet het doet.' : 'Er is niets verloren. Kijk of je internet het doet.',
    unreachable: 'Laden lukt nu niet',
    unreachableHint: 'Er is niets verloren. Probeer het over een paar minuten opnieuw.',
    tooBusy: 'Het is nu erg druk',
    tooBusyHint: 'Er is niets verloren. Wacht een minuut en probeer het opnieuw.',
    notThere: 'Dit is er niet meer',
    notThereHint: 'Misschien is het weggehaald, of klopt het adres niet.',
    sample: 'Voorbeeld',
    sampleHint: 'Dit zijn voorbeelden. Ze laten zien hoe het eruit kan zien.',
    questions: addressForm === 'u' ? 'Hebt u een vraag?' : 'Heb je een vraag?',
  }),
  en: () => ({
    filters: 'Filters',
    moreFilters: 'More filters',
    chosenFilters: 'Chosen filters',
    clearAll: 'Clear all',
    removeFilter: (label) => `${label}, remove filter`,
    showMore: 'Show more',
    shownOfTotal: (shown, total) => `${shown} of ${total}`,
    backToList: 'Back to the list',
    retry: 'Try again',
    retrying: 'Trying again…',
    noneFound: 'Nothing found',
    noneFoundHint: 'Remove a filter, or search for another word.',
    offline: 'There is no internet',
    offlineHint: 'Nothing is lost. Check whether your internet works.',
    unreachable: 'This can’t be loaded now',
    unreachableHint: 'Nothing is lost. Try again in a few minutes.',
    tooBusy: 'It is very busy now',
    tooBusyHint: 'Nothing is lost. Wait a minute and try again.',
    notThere: 'This is no longer there',
    notThereHint: 'It may have been removed, or the address may be wrong.',
    sample: 'Sample',
    sampleHint: 'These are samples. They show what it can look like.',
    questions: 'Do you have a question?',
  }),
};
