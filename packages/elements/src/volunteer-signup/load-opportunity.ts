import type {Community, Opportunity, OpportunityReads, Shift} from '@buurtkit/sdk';
import type {StatusMessages, VolunteeringDetailMessages} from '@buurtkit/texts';
import type {ReactiveControllerHost} from 'lit';
import type {DetailModel, Loaded, Opened} from '../detail/detail-panel.ts';
import {addStyles} from '../styles/add-styles.ts';
import {inLanguage} from '../vocabulary/written-by-people.ts';

/** Work as it is opened: known by its title. */
export type OpenedWork = Opportunity & {name: string};

/** What work is shown with. */
export type OpportunityModel = DetailModel & {
  words: StatusMessages;
  ownWords: Partial<VolunteeringDetailMessages>;
  timeZone: string;
  community: Community | null;
  /** Opens the form; null for work that has no shifts. */
  onSignUp: (shift: Shift | null) => void;
};

type Host = ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment};

/** Loads work. What it looks like is a part of its own: most readers of a list open nothing. */
export async function loadOpportunity(
  host: Host,
  {address}: Opened,
  {opportunities, language}: {opportunities: OpportunityReads; language: 'nl' | 'en'},
  signal: AbortSignal,
): Promise<Loaded<OpenedWork, OpportunityModel>> {
  const [{opportunityDetail, detailStyles, shiftStyles}, found] = await Promise.all([
    import('./opportunity-detail.ts'),
    opportunities.get(address, {signal}),
  ]);
  addStyles(host.renderRoot, detailStyles);
  addStyles(host.renderRoot, shiftStyles);
  const thing = {...found, name: inLanguage(found.title, language).text};
  return {thing, show: (model) => opportunityDetail(thing, model)};
}
