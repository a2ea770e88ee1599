import type {MessageSet} from './wording.ts';

/** What every component says when something isn't there, and of what is only a sample. */
export type StatusMessages = {
  retry: string;
  retrying: string;
  offline: string;
  offlineHint: string;
  unreachable: string;
  unreachableHint: string;
  tooBusy: string;
  tooBusyHint: string;
  notThere: string;
  notThereHint: string;
  sample: string;
};

export const statusMessages: MessageSet<StatusMessages> = {
  nl: (addressForm) => ({
    retry: 'Probeer opnieuw',
    retrying: 'Nog een keer proberen…',
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
  }),
  en: () => ({
    retry: 'Try again',
    retrying: 'Trying again…',
    offline: 'There is no internet',
    offlineHint: 'Nothing is lost. Check whether your internet works.',
    unreachable: 'This can’t be loaded now',
    unreachableHint: 'Nothing is lost. Try again in a few minutes.',
    tooBusy: 'It is very busy now',
    tooBusyHint: 'Nothing is lost. Wait a minute and try again.',
    notThere: 'This is no longer there',
    notThereHint: 'It may have been removed, or the address may be wrong.',
    sample: 'Sample',
  }),
};
