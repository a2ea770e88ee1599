import {createFundReader, type CommunityFund, type Fund, type Reader} from '@buurtkit/sdk';
import {
  communityFundMessages,
  formatCount,
  formatCredits,
  formatDuration,
  statusMessages,
  type CommunityFundMessages,
  type CommunityMessages,
  type StatusMessages,
} from '@buurtkit/texts';
import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {ComponentFrame} from '../component/component-frame.ts';
import {faultIn} from '../configuration/attribute-rules.ts';
import type {TokenProvider} from '../configuration/configuration.ts';
import {BuurtReadyEvent} from '../events/buurt-events.ts';
import {heading} from '../headings/heading.ts';
import {errorEventOf, failureWords} from '../status/failure.ts';
import {Loading} from '../status/loading.ts';
import {styles} from '../styles/styles.ts';
import {creditsFault} from '../time-credits/credits-fault.ts';
import {fundStyles} from './fund-styles.ts';

/** All that the component says; give `messages` the ones that should be otherwise. */
export type CommunityFundElementMessages = StatusMessages & CommunityMessages & CommunityFundMessages;

/** What the component asks: a client of the SDK has all of it. */
export type FundClient = Reader & {fund: CommunityFund};

/**
 * What a community gave together this year: how much help, by how many people, and what is in the fund. It is about nobody in
 * particular, so nobody signs in; nothing is told while fewer than five people gave something.
 *
 * @summary A counter of the help that a community gave this year.
 * @tag buurt-community-fund
 * @slot - Shown until the figures are there, and when they can't be loaded.
 * @slot footer - Your own addition, for example a link to take part.
 * @fires {BuurtReadyEvent} buurt-ready - The figures are there.
 * @fires {BuurtErrorEvent} buurt-error - The figures could not be loaded, or an attribute can't be used.
 * @csspart fund-title - The heading.
 * @csspart figures - All figures together.
 * @csspart figure - One of them, with what it counts.
 * @csspart amount - The figure itself.
 * @csspart empty - What is said while it would be about too few people.
 * @csspart error - What is said when loading fails.
 * @csspart retry - The button that tries again.
 * @cssproperty [--buurt-reserve] - Room that is kept while loading, so that the page does not jump; when left out, by how wide it is.
 * @cssproperty --buurt-amount-color - Colour of the figures; that of the text when left out.
 * @cssproperty --buurt-link-color - Colour of links; the community's own when left out.
 * @cssproperty --buurt-focus-color - Colour of the focus ring, together with `--buurt-focus-inverse-color`.
 * @cssproperty --buurt-focus-inverse-color - Colour between the focus ring and what it is around.
 * @cssproperty --buurt-border-radius - How round corners are.
 * @cssproperty --buurt-font-family - Font; the page's own when left out.
 * @cssproperty --buurt-heading-font-family - Font of headings.
 * @cssproperty --buurt-heading-color - Colour of headings.
 * @cssproperty --buurt-heading-2-font-size - Size of a heading, for each level.
 * @cssstate loading - The figures aren't there yet.
 * @cssstate ready - The figures are there.
 * @cssstate empty - They would be about too few people.
 * @cssstate error - Loading failed, or an attribute can't be used.
 */
export class CommunityFundCounter extends LitElement {
  static override styles = [styles, fundStyles];

  /** The community that gave, by its slug. */
  @property() community: string | null = null;

  /** Address of the API, for example `https://buurt.example.nl`. */
  @property() api: string | null = null;

  /** Level of the heading, so that it fits the outline of the page around it. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 2;

  /** A client of your own, instead of `api` and `community`. */
  @property({attribute: false}) client: FundClient | null = null;

  /** Gives the key of the visitor that your page knows; these figures are the same for everybody. */
  @property({attribute: false}) tokenProvider: TokenProvider | null = null;

  /** Own words, in place of some of ours. */
  @property({attribute: false}) messages: Partial<CommunityFundElementMessages> = {};

  // With a token the figures could not be kept by whoever stands between.
  readonly #frame = new ComponentFrame(this, true);
  readonly #loading = new Loading<Fund>(this, (error) => this.#handleFailed(error));
  /** What the page was told of last. */
  #told: Fund | null = null;

  protected override willUpdate(): void {
    this.#frame.update(faultIn(this) ?? creditsFault(this.#frame.community));
    const {client, configuration, refreshes} = this.#frame;
    if (!client) return;
    const fund = () => this.client?.fund ?? createFundReader(configuration.settings!);
    this.#loading.ask([client, refreshes], (signal) => fund().get({signal}));
  }

  protected override render(): TemplateResult {
    const {value, error, isLoading} = this.#loading;
    return this.#frame.render({
      hasLoaded: this.#shown !== null,
      isLoading,
      error,
      words: this.#words,
      onRetry: () => void this.refresh(),
      content: () => (value ? this.#renderFund(value) : nothing),
    });
  }

  protected override updated(): void {
    const shown = this.#shown;
    this.#frame.report(this.#loading.error ? 'error' : !shown ? 'loading' : shown.people === null ? 'empty' : 'ready');
    if (shown && shown !== this.#told) this.dispatchEvent(new BuurtReadyEvent({component: 'community-fund'}));
    this.#told = shown;
  }

  /** Loads the figures again. */
  async refresh(): Promise<void> {
    this.#frame.refreshes += 1;
    this.requestUpdate();
    await this.updateComplete;
    await this.#loading.done;
  }

  #renderFund({year, people, givenMinutes, fundMinutes}: Fund): TemplateResult {
    const words = this.#words;
    const {language, community} = this.#frame;
    const title = heading(this.headingLevel, words.givenTogether(String(year)), 'fund-title');
    if (people === null || givenMinutes === null)
      return html`${title}
        <p class="lead" part="empty">${words.tooFew} ${words.tooFewHint}</p>`;
    const inCredits = (minutes: number) =>
      community?.credits ? formatCredits(minutes, community.credits, language) : formatDuration(minutes, language);
    const figures = [
      [formatDuration(givenMinutes, language), words.given],
      [formatCount(people, language), words.people(people)],
      ...(fundMinutes === null ? [] : [[inCredits(fundMinutes), words.inFund] as const]),
    ] as const;
    return html`
      ${title}
      <ul class="figures" part="figures">
        ${figures.map(
          ([amount, what]) =>
            html`<li class="figure" part="figure"><span class="amount" part="amount">${amount}</span> <span>${what}</span></li>`,
        )}
      </ul>
      ${fundMinutes === null ? nothing : html`<p class="muted">${words.whatFundIs}</p>`}
    `;
  }

  get #words(): StatusMessages & CommunityFundMessages {
    const {language, addressForm} = this.#frame;
    return {...statusMessages[language](addressForm), ...communityFundMessages[language](addressForm), ...this.messages};
  }

  /** What the credits are called comes with the community's settings; where these can't be had the figures are in hours. */
  get #shown(): Fund | null {
    return this.#frame.client && !this.#frame.settings.loading.isLoading ? this.#loading.value : null;
  }

  #handleFailed(error: unknown): void {
    const {title, hint} = failureWords(error, this.#words);
    this.dispatchEvent(errorEventOf(error));
    this.#frame.announcer.say(`${title}. ${hint}`);
  }
}
