import type {Community, Partner} from '@buurtkit/sdk';
import type {OpeningMessages, PartnerDetailMessages, StatusMessages} from '@buurtkit/texts';
import type {ConfiguredElement} from '../configuration/configuration.ts';
import {addressesOf, type DetailModel, type Loaded, type Opened} from '../detail/detail-panel.ts';
import type {Named} from '../initiative/load-initiative.ts';

/** What an organisation is shown with. */
export type PartnerModel = DetailModel & {
  words: StatusMessages & OpeningMessages;
  ownWords: Partial<PartnerDetailMessages>;
  timeZone: string;
  /** Its settings, for the name of the municipality within a region. */
  community: Community | null;
  /** Opens one of several of the same name. */
  onOpen: (address: string) => void;
  addressOf: (thing: {slug: string; community: string}) => string;
  onOpenInitiative: (initiative: Named) => void;
  onOpenPartner: (partner: Named) => void;
};

type Host = ConfiguredElement & {renderRoot: HTMLElement | DocumentFragment};

/** Loads an organisation. What it looks like is a part of its own: most readers of a list open nothing. */
export async function loadPartner(host: Host, {client, address}: Opened, signal: AbortSignal): Promise<Loaded<Partner, PartnerModel>> {
  const [{showPartner}, found] = await Promise.all([
    import('./partner-detail.ts'),
    client.partners.get(address, {signal}).catch(addressesOf),
  ]);
  return showPartner(host, found);
}
