import type {Exchange, ExchangeReader, Listing} from '@buurtkit/sdk';
import type {ExchangeMessages, Language} from '@buurtkit/texts';
import type {ReactiveControllerHost} from 'lit';
import type {DetailModel, Loaded} from '../detail/detail-panel.ts';
import {addStyles} from '../styles/add-styles.ts';
import type {CreditWording} from '../time-credits/credit-wording.ts';
import {inLanguage} from '../vocabulary/written-by-people.ts';

/** An offer or request as it is opened: known by its title, and of one's own with what fits it. */
export type OpenedListing = Listing & {name: string; matches: readonly Listing[]};

/** What it is shown with. */
export type ListingModel = DetailModel & {
  words: ExchangeMessages;
  credits: CreditWording;
  /** What comes of it between the reader and somebody else; of several one that waits for the reader. */
  running: Exchange | null;
  /** Something is being changed. */
  isBusy: boolean;
  onPropose: () => void;
  onChange: () => void;
  onClose: (isClosed: boolean) => void;
  onOpen: (listing: Listing) => void;
  onOpenExchange: (exchange: Exchange) => void;
};

type Host = ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment};

/** Loads an offer or request. What it looks like is a part of its own: most readers of a list open nothing. */
export async function loadListing(
  host: Host,
  id: string,
  {listings, language}: ExchangeReader & {language: Language},
  signal: AbortSignal,
): Promise<Loaded<OpenedListing, ListingModel>> {
  const [{listingDetail, detailStyles}, found] = await Promise.all([import('./listing-detail.ts'), listings.get(id, {signal})]);
  const matches = found.isMine && found.state === 'open' ? (await listings.matches(id, {signal})).data : [];
  addStyles(host.renderRoot, detailStyles);
  const thing = {...found, name: inLanguage(found.title, language).text, matches};
  return {thing, show: (model) => listingDetail(thing, model)};
}
