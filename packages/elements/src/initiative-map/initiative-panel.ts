import {ApiError, type Client, type Community, type Initiative, type InitiativeListItem} from '@buurtkit/sdk';
import {labelOf} from '@buurtkit/sdk/vocabularies';
import type {InitiativeDetailMessages, InitiativeMessages, Language, ListMessages} from '@buurtkit/texts';
import {Task, TaskStatus, initialState} from '@lit/task';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {detailFrame} from '../detail/detail-frame.ts';
import {heading} from '../headings/heading.ts';
import {errorEventOf, failure} from '../status/failure.ts';
import {skeleton} from '../status/skeleton.ts';
import {addStyles} from '../styles/add-styles.ts';
import {writtenByPeople} from '../vocabulary/written-by-people.ts';

/** Which initiative to load: null for none. */
export type Opened = {client: Client; address: string; refreshes: number} | null;

/** What the panel is shown with. */
export type PanelModel = {
  /** The initiative as the list has it, when it does: it is shown until the whole is there. */
  listed: InitiativeListItem | undefined;
  words: ListMessages & InitiativeMessages;
  ownWords: Partial<InitiativeDetailMessages>;
  language: Language;
  timeZone: string;
  headingLevel: number;
  community: Community | null;
  onClose: () => void;
  onOpen: (address: string) => void;
};

/** One initiative in place of the list. */
export class InitiativePanel {
  readonly #host: ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment};
  readonly #task: Task<readonly [Client | undefined, string | undefined, number | undefined], Loaded>;

  constructor(host: ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment}, opened: () => Opened) {
    this.#host = host;
    this.#task = new Task(host, {
      args: () => {
        const what = opened();
        return [what?.client, what?.address, what?.refreshes] as const;
      },
      task: ([client, address], {signal}) => (client && address ? this.#load(client, address, signal) : initialState),
      onError: (error) => host.dispatchEvent(errorEventOf(error)),
    });
  }

  render(model: PanelModel): TemplateResult {
    return detailFrame({backLabel: model.words.backToList, onClose: model.onClose, content: this.#renderContent(model)});
  }

  #renderContent(model: PanelModel): TemplateResult {
    const {status, value, error} = this.#task;
    const addresses = status === TaskStatus.ERROR && error instanceof ApiError ? error.problem.addresses : undefined;
    if (addresses) return renderChoice(addresses, model);
    const loaded = status === TaskStatus.COMPLETE ? value : undefined;
    const name = loaded?.initiative.name ?? model.listed?.name;
    // The heading stays the same one when the story arrives: it may have the focus.
    return html`
      ${name === undefined ? nothing : heading(model.headingLevel, name, 'detail-title')}
      ${loaded ? loaded.initiativeDetail(loaded.initiative, {...model, messages: model.ownWords}) : this.#renderWaiting(model)}
    `;
  }

  #renderWaiting({listed, language, words}: PanelModel): TemplateResult {
    const {status, error} = this.#task;
    const onRetry = () => void this.#task.run();
    return html`
      ${listed ? html`<p class="lead">${writtenByPeople(listed.summary, language)}</p>` : nothing}
      ${status === TaskStatus.ERROR ? failure({error, messages: words, isRetrying: false, onRetry}) : skeleton()}
    `;
  }

  /** What it looks like is a part of its own: most readers of a list open nothing. */
  async #load(client: Client, address: string, signal: AbortSignal): Promise<Loaded> {
    const [part, initiative] = await Promise.all([import('./initiative-detail.ts'), client.initiatives.get(address, {signal})]);
    addStyles(this.#host.renderRoot, part.detailStyles);
    return {initiative, initiativeDetail: part.initiativeDetail};
  }
}

type Loaded = {initiative: Initiative; initiativeDetail: typeof import('./initiative-detail.ts').initiativeDetail};

/** Within a region several can go by one slug. */
function renderChoice(addresses: readonly string[], {headingLevel, words, community, language, onOpen}: PanelModel): TemplateResult {
  const nameOf = (address: string) => {
    const [own = ''] = address.split('~');
    return community?.members.find(({slug}) => slug === own)?.name ?? labelOf({}, own, language);
  };
  return html`
    ${heading(headingLevel, words.severalByThisName, 'detail-title')}
    <p>${words.severalByThisNameHint}</p>
    <ul>
      ${addresses.map((address) => html`<li><button class="button plain" type="button" @click=${() => onOpen(address)}>${nameOf(address)}</button></li>`)}
    </ul>
  `;
}
