import type {Community, Reader} from '@buurtkit/sdk';
import type {AddressForm, CommunityMessages, Language, StatusMessages} from '@buurtkit/texts';
import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import {CommunityPart} from '../community/community-part.ts';
import {FaultReporter, type AttributeFault} from '../configuration/attribute-fault.ts';
import {Configuration, type ConfiguredElement} from '../configuration/configuration.ts';
import {Announcer} from '../status/announcer.ts';
import {ElementState, type StateName} from '../status/element-state.ts';
import {failure} from '../status/failure.ts';
import {skeleton} from '../status/skeleton.ts';
import {Look} from '../styles/look.ts';

/** What is shown, once there is something. */
type Shown = {
  hasLoaded: boolean;
  isLoading: boolean;
  error: unknown;
  words: StatusMessages;
  onRetry: () => void;
  content: () => unknown;
};

/**
 * What every component has around what it shows: where its data comes from, its language and look, its fallback, and what it
 * tells the page.
 */
export class ComponentFrame {
  readonly configuration: Configuration;
  readonly announcer: Announcer;
  /** The community's settings. */
  readonly settings: CommunityPart;
  language: Language = 'nl';
  /** What to ask; null when an attribute can't be used. */
  client: Reader | null = null;
  /** How often everything was asked anew. */
  refreshes = 0;

  readonly #host: LitElement & ConfiguredElement;
  readonly #faults: FaultReporter;
  readonly #state: ElementState;
  readonly #look: Look;
  #fault: AttributeFault | null = null;

  /** @param isForAnybody - The page's token is for signing in, and not for what everybody may read. */
  constructor(host: LitElement & ConfiguredElement, isForAnybody = false) {
    this.#host = host;
    this.configuration = new Configuration(host, isForAnybody);
    this.announcer = new Announcer(host);
    this.#faults = new FaultReporter(host);
    this.#state = new ElementState(host);
    // Before the first update, or the room that was kept would be gone for a moment.
    this.#state.show('loading');
    this.#look = new Look(host);
    this.settings = new CommunityPart(host);
  }

  /** Reads what is around the component. @param fault - What is wrong with its own attributes. */
  update(fault: AttributeFault | null): void {
    const {client, language} = this.configuration;
    const isMissing = 'missing' in client;
    this.language = language;
    this.#look.show(this.settings.lookRules);
    this.#fault =
      fault ?? (isMissing ? {attribute: client.missing, reason: 'is missing here, on a provider around it and on the script'} : null);
    this.client = this.#fault || isMissing ? null : client;
    const asked = this.client;
    if (asked) this.settings.ask([asked, this.refreshes], (signal) => asked.communities.get(undefined, {signal}));
  }

  get community(): Community | null {
    return this.settings.value;
  }

  get addressForm(): AddressForm {
    return this.community?.addressForm ?? 'je';
  }

  get timeZone(): string {
    return this.community?.timeZone ?? 'Europe/Amsterdam';
  }

  /** Within a region two communities can have the same slug; there a thing is named with its community. */
  addressOf({slug, community}: {slug: string; community: string}): string {
    const own = this.configuration.community ?? this.community?.slug ?? community;
    return own === community ? slug : `${community}~${slug}`;
  }

  render({hasLoaded, isLoading, error, words, onRetry, content}: Shown): TemplateResult {
    const unloaded = () =>
      error ? failure({error, messages: words, isRetrying: isLoading, onRetry}) : html`${this.#hasFallback ? nothing : skeleton()}`;
    return html`
      <div class="frame">
        <div class="root" lang=${this.language}>
          ${this.client ? (hasLoaded ? content() : unloaded()) : nothing} ${this.announcer.render()}
        </div>
        <slot ?hidden=${hasLoaded}></slot>
        <slot name="footer"></slot>
      </div>
    `;
  }

  /** The way to somebody, and what a sample is. */
  renderNotes(ownWords: Partial<CommunityMessages>): TemplateResult | typeof nothing {
    return this.settings.renderNotes(this.language, ownWords);
  }

  /** Tells the page how it is. */
  report(state: StateName): void {
    this.#state.show(this.#fault ? 'error' : state);
    this.#faults.report(this.#fault);
  }

  get #hasFallback(): boolean {
    return [...this.#host.childNodes].some((node) => (node instanceof Element ? !node.slot : node.textContent?.trim()));
  }
}
