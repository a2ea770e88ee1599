import type {Initiative, Reader} from '@buurtkit/sdk';
import {
  statusMessages,
  type CommunityMessages,
  type InitiativeDetailMessages,
  type OpeningMessages,
  type StatusMessages,
} from '@buurtkit/texts';
import {LitElement, html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {isAddress} from '../choices/address.ts';
import {ComponentFrame} from '../component/component-frame.ts';
import {faultIn} from '../configuration/attribute-rules.ts';
import type {TokenProvider} from '../configuration/configuration.ts';
import {DetailPanel} from '../detail/detail-panel.ts';
import {BuurtReadyEvent} from '../events/buurt-events.ts';
import {moveFocus} from '../focus/move-focus.ts';
import {failureWords} from '../status/failure.ts';
import {styles} from '../styles/styles.ts';
import {loadInitiative, type InitiativeModel} from './load-initiative.ts';

/** All that the component says; give `messages` the ones that should be otherwise. */
export type InitiativePortraitMessages = StatusMessages & CommunityMessages & OpeningMessages & InitiativeDetailMessages;

/**
 * Shows one initiative: its story, who stands behind it, when it is open, where it is and how to reach it.
 *
 * @summary One initiative with its story.
 * @tag buurt-initiative
 * @slot - Shown until the initiative is there, and when it can't be loaded: a link to its own page.
 * @slot footer - Your own addition, for example a link to all initiatives.
 * @fires {BuurtReadyEvent} buurt-ready - The initiative is there.
 * @fires {BuurtErrorEvent} buurt-error - It could not be loaded, or an attribute can't be used.
 * @csspart detail - The whole of it.
 * @csspart detail-title - The name of the initiative.
 * @csspart section-title - A heading, for example above the story.
 * @csspart chapter-title - The heading of a chapter of the story.
 * @csspart badge - What is otherwise: its stage.
 * @csspart form - A form below one thing in full, with its buttons.
 * @csspart form-title - Its heading.
 * @csspart field - One question with its label, hint and error.
 * @csspart error-summary - All that is wrong, above the form.
 * @csspart error-summary-title - Its heading.
 * @csspart submit - The button that sends it.
 * @csspart error - What is said when loading fails.
 * @csspart retry - The button that tries again.
 * @cssproperty [--buurt-reserve=40rem] - Room that is kept while loading, so that the page does not jump.
 * @cssproperty --buurt-link-color - Colour of links; the community's own when left out.
 * @cssproperty --buurt-button-background-color - Colour of the main button, together with `--buurt-button-color`.
 * @cssproperty --buurt-button-color - Text on the main button.
 * @cssproperty --buurt-focus-color - Colour of the focus ring, together with `--buurt-focus-inverse-color`.
 * @cssproperty --buurt-focus-inverse-color - Colour between the focus ring and what it is around.
 * @cssproperty --buurt-border-radius - How round corners are.
 * @cssproperty --buurt-font-family - Font; the page's own when left out.
 * @cssproperty --buurt-heading-font-family - Font of headings.
 * @cssproperty --buurt-heading-color - Colour of headings.
 * @cssproperty --buurt-heading-2-font-size - Size of a heading, for each level.
 * @cssstate loading - The initiative isn't there yet.
 * @cssstate ready - The initiative is there.
 * @cssstate empty - Several go by this name, and the reader chooses one.
 * @cssstate error - Loading failed, or an attribute can't be used.
 */
export class InitiativePortrait extends LitElement {
  static override styles = styles;

  /** Which initiative, by its slug; within a region with its community before it: `eemsdelta~buurtsuper-holwierde`. */
  @property() slug: string | null = null;

  /** The community of the initiative, by its slug, or a region that the community is a member of. */
  @property() community: string | null = null;

  /** Address of the API, for example `https://buurt.example.nl`. */
  @property() api: string | null = null;

  /** Level of the heading, so that it fits the outline of the page around it. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 2;

  /** A client of your own, instead of `api` and `community`. */
  @property({attribute: false}) client: Reader | null = null;

  /** Gives the key of the visitor that your page knows. */
  @property({attribute: false}) tokenProvider: TokenProvider | null = null;

  /** Own words, in place of some of ours. */
  @property({attribute: false}) messages: Partial<InitiativePortraitMessages> = {};

  readonly #frame = new ComponentFrame(this);
  readonly #panel = new DetailPanel<Initiative, InitiativeModel>(this, (opened, signal) => loadInitiative(this, opened, signal), {
    onLoaded: () => void this.#handleLoaded(),
    onFailed: (error) => this.#handleFailed(error),
  });

  /** The one that the reader chose where several go by the slug. */
  #chosen: {slug: string | null; address: string} | null = null;
  #words!: StatusMessages;

  protected override willUpdate(): void {
    this.#frame.update(faultIn(this, ['slug', isAddress(this.slug), this.slug ? 'is no slug' : 'is missing']));
    const {client, language, addressForm, refreshes} = this.#frame;
    this.#words = {...statusMessages[language](addressForm), ...this.messages};
    const address = this.#chosen?.slug === this.slug ? this.#chosen.address : this.slug;
    this.#panel.show(client && address ? {client, address, refreshes} : null);
  }

  protected override render(): TemplateResult {
    const {value, error, isLoading} = this.#panel.loading;
    return this.#frame.render({
      hasLoaded: value !== null,
      isLoading,
      error,
      words: this.#words,
      onRetry: () => void this.#panel.loading.retry(),
      content: () => this.#renderContent(),
    });
  }

  protected override updated(): void {
    const {value, error} = this.#panel.loading;
    this.#frame.report(error ? 'error' : !value ? 'loading' : value.thing ? 'ready' : 'empty');
  }

  /** Loads it again, for example after a change elsewhere on the page. */
  async refresh(): Promise<void> {
    this.#frame.refreshes += 1;
    this.requestUpdate();
    await this.updateComplete;
    await this.#panel.loading.done;
  }

  #renderContent(): TemplateResult {
    const {language, timeZone, community} = this.#frame;
    return html`
      <article class="detail" part="detail">
        ${this.#panel.render({
          listed: undefined,
          words: this.#words,
          ownWords: this.messages,
          language,
          timeZone,
          headingLevel: this.headingLevel,
          community,
          onOpen: (address) => void this.#handleChoice(address),
          addressOf: (thing) => this.#frame.addressOf(thing),
          onOpenInitiative: null,
          onOpenPartner: null,
        })}
      </article>
      ${this.#frame.renderNotes(this.messages)}
    `;
  }

  async #handleLoaded(): Promise<void> {
    await this.updateComplete;
    this.dispatchEvent(new BuurtReadyEvent({component: 'initiative'}));
  }

  #handleFailed(error: unknown): void {
    const {title, hint} = failureWords(error, this.#words);
    this.#frame.announcer.say(`${title}. ${hint}`);
  }

  async #handleChoice(address: string): Promise<void> {
    this.#chosen = {slug: this.slug, address};
    this.requestUpdate();
    await this.updateComplete;
    await this.#panel.loading.done;
    await moveFocus(this, '.detail-title');
  }
}
