import {ApiError, type Reader, type Community, type Initiative, type InitiativeListItem} from '@buurtkit/sdk';
import type {InitiativeDetailMessages, InitiativeMessages, Language, ListMessages} from '@buurtkit/texts';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {detailFrame} from '../detail/detail-frame.ts';
import {heading} from '../headings/heading.ts';
import {errorEventOf, failure} from '../status/failure.ts';
import {Loading} from '../status/loading.ts';
import {skeleton} from '../status/skeleton.ts';
import {addStyles} from '../styles/add-styles.ts';
import {writtenByPeople} from '../vocabulary/written-by-people.ts';

/** Which initiative to load. */
export type Opened = {client: Reader; address: string; refreshes: number};

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

/** What came: an initiative, or null where several go by its slug, and how that is shown. */
type Loaded = {initiative: Initiative | null; show: (model: PanelModel) => TemplateResult};

/** One initiative in place of the list. */
export class InitiativePanel {
  readonly #host: ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment};
  readonly #loading: Loading<Loaded>;

  constructor(host: ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment}) {
    this.#host = host;
    this.#loading = new Loading(host, (error) => host.dispatchEvent(errorEventOf(error)));
  }

  /** Loads what was opened; null for nothing. */
  show(opened: Opened | null): void {
    if (opened) this.#loading.ask(Object.values(opened), (signal) => this.#load(opened, signal));
    else this.#loading.ask([], () => Promise.resolve(null));
  }

  /** The initiative that is open, once it is there. */
  get initiative(): Initiative | null {
    return this.#loading.isLoading ? null : (this.#loading.value?.initiative ?? null);
  }

  render(model: PanelModel): TemplateResult {
    return detailFrame({backLabel: model.words.backToList, onClose: model.onClose, content: this.#renderContent(model)});
  }

  #renderContent(model: PanelModel): TemplateResult {
    const {isLoading, value} = this.#loading;
    const loaded = isLoading ? null : value;
    if (loaded?.initiative === null) return loaded.show(model);
    const name = loaded?.initiative.name ?? model.listed?.name;
    // The heading stays the same one when the story arrives: it may have the focus.
    return html`
      ${name === undefined ? nothing : heading(model.headingLevel, name, 'detail-title')}
      ${loaded ? loaded.show(model) : this.#renderWaiting(model)}
    `;
  }

  #renderWaiting({listed, language, words}: PanelModel): TemplateResult {
    const {error} = this.#loading;
    const onRetry = () => void this.#loading.retry();
    return html`
      ${listed ? html`<p class="lead">${writtenByPeople(listed.summary, language)}</p>` : nothing}
      ${error ? failure({error, messages: words, isRetrying: false, onRetry}) : skeleton()}
    `;
  }

  /** What it looks like is a part of its own: most readers of a list open nothing. */
  async #load({client, address}: Opened, signal: AbortSignal): Promise<Loaded> {
    const [part, found] = await Promise.all([
      import('./initiative-detail.ts'),
      client.initiatives.get(address, {signal}).catch(addressesOf),
    ]);
    addStyles(this.#host.renderRoot, part.detailStyles);
    return 'name' in found
      ? {initiative: found, show: (model) => part.initiativeDetail(found, {...model, messages: model.ownWords})}
      : {initiative: null, show: (model) => part.initiativeChoice(found, model)};
  }
}

/** @throws {unknown} What it was given, unless that names others by the same slug. */
function addressesOf(error: unknown): readonly string[] {
  if (error instanceof ApiError && error.problem.addresses) return error.problem.addresses;
  throw error;
}
