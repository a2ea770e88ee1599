import type {Community, Initiative} from '@buurtkit/sdk';
import type {InitiativeDetailMessages, OpeningMessages} from '@buurtkit/texts';
import type {ConfiguredElement} from '../configuration/configuration.ts';
import {addressesOf, type DetailModel, type Loaded, type Opened} from '../detail/detail-panel.ts';

/** Another thing that a detail names. */
export type Named = {id: string | null; slug: string; community: string; name?: string};

/** What an initiative is shown with. */
export type InitiativeModel = DetailModel & {
  ownWords: Partial<InitiativeDetailMessages & OpeningMessages>;
  timeZone: string;
  /** Its settings, for the name of the municipality within a region. */
  community: Community | null;
  /** Opens one of several of the same name. */
  onOpen: (address: string) => void;
  addressOf: (thing: {slug: string; community: string}) => string;
  /** Opens an initiative in the same building; null where that can't be done. */
  onOpenInitiative: ((initiative: Named) => void) | null;
  /** Opens an organisation; null where that can't be done. */
  onOpenPartner: ((partner: Named) => void) | null;
};

type Host = ConfiguredElement & {renderRoot: HTMLElement | DocumentFragment};

/** Loads an initiative. What it looks like is a part of its own: most readers of a list open nothing. */
export async function loadInitiative(
  host: Host,
  {client, address}: Opened,
  signal: AbortSignal,
): Promise<Loaded<Initiative, InitiativeModel>> {
  const [{showInitiative}, found] = await Promise.all([
    import('./initiative-detail.ts'),
    client.initiatives.get(address, {signal}).catch(addressesOf),
  ]);
  return showInitiative(host, client, found);
}
