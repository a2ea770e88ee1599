import {
  createCreditReader,
  createExchangeReader,
  createReader,
  type CreditReader,
  type CreditWriter,
  type Exchange,
  type ExchangeReader,
  type ExchangeWriter,
  type Listing,
  type ListingCounts,
  type Reader,
} from '@buurtkit/sdk';
import {
  exchangeMessages,
  listMessages,
  statusMessages,
  type ChoosingMessages,
  type CommunityMessages,
  type ExchangeMessages,
  type ExchangeStoryMessages,
  type FundRequestMessages,
  type ListMessages,
  type SigningInMessages,
  type StatusMessages,
} from '@buurtkit/texts';
import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {ReaderChoices} from '../choices/reader-choices.ts';
import {ComponentFrame} from '../component/component-frame.ts';
import type {TokenProvider} from '../configuration/configuration.ts';
import {detailFrame} from '../detail/detail-frame.ts';
import {DetailPanel} from '../detail/detail-panel.ts';
import {Layers, type Path} from '../detail/layers.ts';
import {BuurtReadyEvent, BuurtSelectEvent} from '../events/buurt-events.ts';
import {BuurtTransferredEvent} from '../events/buurt-transferred-event.ts';
import {moveFocus} from '../focus/move-focus.ts';
import {heading} from '../headings/heading.ts';
import {ResultList, type ListWords} from '../list/result-list.ts';
import {isPlainPress} from '../list/result-row.ts';
import {SessionGate} from '../signing-in/session-gate.ts';
import {untilSignedIn} from '../signing-in/until-signed-in.ts';
import {errorEventOf, failure, failureWords} from '../status/failure.ts';
import {Loading} from '../status/loading.ts';
import {skeleton} from '../status/skeleton.ts';
import {addStyles} from '../styles/add-styles.ts';
import {styles} from '../styles/styles.ts';
import {CreditWording} from '../time-credits/credit-wording.ts';
import {creditsFault} from '../time-credits/credits-fault.ts';
import {inLanguage} from '../vocabulary/written-by-people.ts';
import type {ExchangePart} from './exchange-part.ts';
import {exchangeStyles} from './exchange-styles.ts';
import {listingFilterRules} from './listing-filters.ts';
import {ListingList, type ListingListModel} from './listing-list.ts';
import {loadListing, type ListingModel, type OpenedListing} from './load-listing.ts';
import {readAttributes} from './offers-and-requests-attributes.ts';
import {OffersChoices, type OffersView} from './offers-choices.ts';
import type {PartModel} from './part-model.ts';
import {waitsForReader} from './waits-for-reader.ts';

/** All that the component says; give `messages` the ones that should be otherwise. */
export type OffersAndRequestsMessages = StatusMessages &
  ListMessages &
  ChoosingMessages &
  CommunityMessages &
  SigningInMessages &
  ExchangeMessages &
  ExchangeStoryMessages &
  FundRequestMessages;

/** What the component asks: a client of `createClient` has all of it. */
export type OffersClient = Reader & ExchangeReader & ExchangeWriter & CreditReader & CreditWriter;

type MemberReader = Reader & ExchangeReader;
type Mine = {exchanges: readonly Exchange[]; listings: readonly Listing[]};

/**
 * What neighbours offer and ask for time credits: to search and filter, to answer and to place, and how it stands with each.
 * Who asks for help is nobody else's business, so it is for who is signed in; what the reader chose is in the page's address.
 *
 * @summary Offers and requests of neighbours, and the reader's own exchanges.
 * @tag buurt-offers-and-requests
 * @slot - Shown until there is something to show, and when it can't be loaded.
 * @slot footer - Your own addition, for example a link to the house rules.
 * @fires {BuurtReadyEvent} buurt-ready - The list, or the form to sign in, is there.
 * @fires {BuurtAuthRequiredEvent} buurt-auth-required - Somebody has to sign in. `preventDefault()` keeps our own form away: call `signIn(token)` when your page has a token.
 * @fires {BuurtSelectEvent} buurt-select - Somebody chose an offer or request in the list; `preventDefault()` keeps our panel shut.
 * @fires {BuurtFilterChangedEvent} buurt-filter-changed - Other filters were chosen and their results are there.
 * @fires {BuurtTransferredEvent} buurt-transferred - Credits moved; who, how many and to whom isn't told.
 * @fires {BuurtErrorEvent} buurt-error - Something could not be loaded or done, or an attribute can't be used.
 * @csspart filters - Search field, filters and what is chosen.
 * @csspart search - The search field.
 * @csspart filter - A button that opens a filter.
 * @csspart chip - A chosen filter that can be taken away.
 * @csspart status - The count above the list.
 * @csspart list - A list: of offers and requests, or of one's own.
 * @csspart item - One of these.
 * @csspart title - Its title.
 * @csspart badge - That it is one's own, or a sample.
 * @csspart more - The button that shows more.
 * @csspart empty - What is said when there is nothing.
 * @csspart error - What is said when loading fails.
 * @csspart retry - The button that tries again.
 * @csspart detail - The panel of what is open.
 * @csspart back - The button back to where it was opened.
 * @csspart detail-title - The heading of what is open.
 * @csspart section-title - A heading within it.
 * @csspart propose - The button that opens the proposal.
 * @csspart act - A button for what the reader can do with an exchange.
 * @csspart door-title - The heading above the form to sign in.
 * @csspart sign-in - The form to sign in.
 * @csspart signed-in - By whom one is signed in.
 * @csspart form - The questions of a form and the button.
 * @csspart form-title - Its heading.
 * @csspart step-title - The heading of a step of a form.
 * @csspart field - One question with its label, hint and error.
 * @csspart error-summary - All that is wrong, above the form.
 * @csspart error-summary-title - Its heading.
 * @csspart submit - The button that goes on or sends it.
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
 * @cssstate loading - There is nothing to show yet.
 * @cssstate ready - The list, or the form to sign in, is there.
 * @cssstate empty - There is nothing in the list, or nothing that fits.
 * @cssstate error - Loading failed, or an attribute can't be used.
 */
export class OffersAndRequests extends LitElement {
  static override styles = [styles, exchangeStyles];

  /** The community whose offers and requests they are, by its slug. */
  @property() community: string | null = null;

  /** Address of the API, for example `https://buurt.example.nl`. */
  @property() api: string | null = null;

  /** Level of the heading, so that it fits the outline of the page around it. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 2;

  /** Only requests or only offers: `request` or `offer`. */
  @property() kind: string | null = null;

  /** Only this kind of help, as in the API: `garden`. Several with commas. */
  @property() category: string | null = null;

  /** Only in this area: a CBS code such as `GM1676`, or a name the community gave. Several with commas. */
  @property() area: string | null = null;

  /** Name of the parameter in the page's address that holds what the reader chose. Two on one page need different ones. */
  @property({attribute: 'state-key'}) stateKey = 'buurt';

  /** A client of your own with a key or session, instead of `api`, `community` and signing in. */
  @property({attribute: false}) client: OffersClient | null = null;

  /** Gives the token of the visitor that your page knows: an ID token (OpenID Connect) that the community trusts, or one of ours. */
  @property({attribute: false}) tokenProvider: TokenProvider | null = null;

  /** Own words, in place of some of ours. */
  @property({attribute: false}) messages: Partial<OffersAndRequestsMessages> = {};

  readonly #frame = new ComponentFrame(this, true);
  readonly #gate = new SessionGate<MemberReader>(this, this.#frame, {
    makeClient: (options) => ({...createReader(options), ...createExchangeReader(options)}),
    onForget: () => this.#forget(),
    onOpened: () => (this.#hasComeIn = true),
  });
  readonly #hasEnded = (error: unknown): boolean => this.#gate.hasEnded(error);
  readonly #offersChoices = new OffersChoices();
  readonly #choices = new ReaderChoices(this, this.#offersChoices, {
    key: () => this.stateKey,
    rules: listingFilterRules,
    onTravel: () => void this.#handleTravel(),
  });
  readonly #list = new ResultList<Listing, ListingListModel>(this, new ListingList(this.#choices, this.#hasEnded), {
    choices: this.#choices,
    announcer: this.#frame.announcer,
    onOpen: (event, listing) => this.#handleOpen(event, listing),
  });
  readonly #panel = new DetailPanel<OpenedListing, ListingModel>(
    this,
    ({address}, signal) => {
      const reading = loadListing(this, address, {...this.#gate.client!, language: this.#frame.language}, signal);
      return untilSignedIn(reading, this.#hasEnded);
    },
    {onFailed: (error) => this.#say(error)},
  );
  readonly #mine = new Loading<Mine>(this, (error) => this.#tell(error));
  /** One that is not among the reader's last hundred. */
  readonly #older = new Loading<Exchange>(this, (error) => this.#tell(error));
  readonly #counts = new Loading<ListingCounts>(this);
  readonly #layers = new Layers(this);

  #part: ExchangePart | null = null;
  #loadingPart: Promise<void> | null = null;
  /** What was open when it was last shown. */
  #path: Path = [];
  #isBusy = false;
  /** Who just signed in here, reads on where they were. */
  #hasComeIn = false;
  #toldDoor = false;
  #words!: ListWords & ExchangeMessages;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#choices.read();
  }

  protected override willUpdate(): void {
    const {base, fault} = readAttributes(this);
    const frame = this.#frame;
    frame.update(fault ?? creditsFault(frame.community));
    this.#gate.update();
    const {language, addressForm, timeZone, community, configuration, refreshes} = frame;
    this.#words = {
      ...statusMessages[language](addressForm),
      ...listMessages[language](addressForm),
      ...exchangeMessages[language](addressForm),
      ...this.messages,
    };
    this.#path = this.#opened;
    const {client} = this.#gate;
    if (this.#gate.isClosed && configuration.settings) {
      const {settings} = configuration;
      this.#counts.ask([frame.client], (signal) => createExchangeReader(settings).listings.counts({signal}));
    }
    if (!frame.client || !client || !community?.credits) return;
    this.#mine.ask([client, refreshes], (signal) => untilSignedIn(loadMine(client, signal), this.#hasEnded));
    const address = this.#listingId;
    this.#panel.show(address === null ? null : {client, address, refreshes});
    const older = this.#exchangeId;
    const isOlder = older !== null && this.#mine.value !== null && !this.#mine.value.exchanges.some(({id}) => id === older);
    if (isOlder)
      this.#older.ask([client, older, refreshes], (signal) => untilSignedIn(client.exchanges.get(older, {signal}), this.#hasEnded));
    if (this.#offersChoices.view !== null) void this.#loadPart();
    this.#list.show({
      client,
      base,
      language,
      timeZone,
      community,
      words: this.#words,
      headingLevel: this.headingLevel,
      addressOf: (item) => frame.addressOf(item),
      credits: new CreditWording(community, language),
      linkTo: (id) => this.#linkTo(id),
    });
  }

  protected override render(): TemplateResult {
    const {settings} = this.#frame;
    const {results} = this.#list;
    const isClosed = this.#gate.isClosed;
    return this.#frame.render({
      hasLoaded: isClosed ? this.#isDoorShown : this.#gate.client !== null && results.hasLoaded,
      isLoading: results.isLoading || settings.loading.isLoading,
      error: isClosed ? null : (results.error ?? settings.loading.error),
      words: this.#words,
      onRetry: () => void this.refresh(),
      content: () => (isClosed ? this.#renderDoor() : this.#renderContent()),
    });
  }

  protected override updated(): void {
    const {hasLoaded, error, total} = this.#list.results;
    const isClosed = this.#gate.isClosed;
    if (isClosed) this.#frame.report(this.#isDoorShown ? 'ready' : 'loading');
    else if (error ?? this.#frame.settings.loading.error) this.#frame.report('error');
    else this.#frame.report(!hasLoaded || !this.#gate.client ? 'loading' : total === 0 ? 'empty' : 'ready');

    const isDoorNew = isClosed && this.#isDoorShown && !this.#toldDoor;
    this.#toldDoor = isClosed && this.#isDoorShown;
    if (isDoorNew) this.dispatchEvent(new BuurtReadyEvent({component: 'offers-and-requests'}));
    if (!this.#hasComeIn || isClosed || !hasLoaded || !this.#gate.client) return;
    this.#hasComeIn = false;
    void moveFocus(this, '.detail .form-title', '.detail-title', '.status');
  }

  /** Loads everything again, for example after a change elsewhere on the page. */
  async refresh(): Promise<void> {
    this.#frame.refreshes += 1;
    this.requestUpdate();
    await this.#list.refresh();
    await this.#mine.done;
  }

  /**
   * Signs in with a token of your page, in answer to `buurt-auth-required`. All components on the page are then signed in.
   *
   * @throws {ApiError} `token.not-accepted` or `token.used` when the community doesn't take it.
   */
  async signIn(token: string): Promise<void> {
    await this.#gate.signIn(token);
  }

  /** What anybody may know, and the way in. */
  #renderDoor(): TemplateResult {
    const words = this.#words;
    const counts = this.#counts.value?.data;
    const sum = (of: 'offers' | 'requests') => counts!.reduce((total, one) => total + one[of], 0);
    return html`
      <div class="door">
        ${heading(this.headingLevel, words.doorTitle, 'door-title')}
        ${counts?.length ? html`<p class="lead">${words.doorCount(sum('requests'), sum('offers'))}</p>` : nothing}
        <p>${words.doorHint}</p>
      </div>
      ${this.#gate.renderClosed()} ${this.#frame.renderNotes(this.messages)}
    `;
  }

  /** What is open lies over the rest, which stays as it was. */
  #renderContent(): TemplateResult {
    const {view} = this.#offersChoices;
    const list = this.#list;
    const listing = this.#listingId;
    const isOver = view === 'propose' || view === 'change';
    return html`
      ${view === null ? nothing : this.#renderView(view)}
      ${listing === null ? nothing : html`<div ?hidden=${isOver}>${this.#renderListing(listing)}</div>`}
      <div class="overview" ?hidden=${this.#path.length > 0} aria-busy=${list.results.isLoading}>
        ${this.#renderActs()} ${list.renderFilters()} ${list.render()}
      </div>
      ${this.#gate.renderSignedIn()} ${this.#frame.renderNotes(this.messages)}
    `;
  }

  #renderActs(): TemplateResult {
    const words = this.#words;
    const waiting = this.#mine.value?.exchanges.filter((exchange) => waitsForReader(exchange)).length ?? 0;
    return html`<p class="acts">
      <button class="button primary" type="button" data-address="new" @click=${() => this.#goTo('new', null)}>${words.place}</button>
      <button class="button" type="button" data-address="mine" @click=${() => this.#goTo('mine', null)}>${words.mine(waiting)}</button>
    </p>`;
  }

  #renderView(view: OffersView): TemplateResult {
    const exchange = this.#exchangeId;
    const words = this.#words;
    const [backLabel, onClose] =
      view === 'mine' && exchange !== null
        ? [words.backToMine, () => void this.#go('mine', null)]
        : view === 'propose' || view === 'change'
          ? [words.backToListing, () => void this.#go(null, this.#choices.opened)]
          : [words.backToList, () => void this.#go(null, null)];
    const part = this.#part;
    return detailFrame({backLabel, onClose, content: part ? this.#renderPart(view, part) : skeleton()});
  }

  #renderPart(view: OffersView, part: ExchangePart): TemplateResult {
    const model = this.#partModel;
    const {thing} = this.#panel;
    if (view === 'new') return part.renderPlacing(null, model);
    if (view === 'mine') return this.#renderMine(part, model);
    const {error, isLoading} = this.#panel.loading;
    if (error) return failure({error, messages: this.#words, isRetrying: isLoading, onRetry: () => void this.#panel.loading.retry()});
    if (!thing) return skeleton();
    return view === 'change' ? part.renderPlacing(thing, model) : part.renderProposal(thing, model);
  }

  #renderMine(part: ExchangePart, model: PartModel): TemplateResult {
    const id = this.#exchangeId;
    const {value} = this.#mine;
    const found = value?.exchanges.find((exchange) => exchange.id === id) ?? (this.#older.value?.id === id ? this.#older.value : null);
    if (id !== null && found) return part.renderExchange(found, model);
    const {error, isLoading, retry} = id !== null && this.#older.error ? this.#older : this.#mine;
    const loading = id !== null && this.#older.error ? this.#older : this.#mine;
    if (error) return failure({error, messages: this.#words, isRetrying: isLoading, onRetry: () => void retry.call(loading)});
    if (!value || id !== null) return skeleton();
    return part.renderMine(
      {
        ...value,
        onOpenExchange: (exchange) => this.#goTo('mine', exchange),
        onOpenListing: (listing) => this.#goTo(null, listing),
      },
      model,
    );
  }

  #renderListing(address: string): TemplateResult {
    const {language} = this.#frame;
    const listed = this.#list.results.items.find(({id}) => id === address);
    const running = this.#mine.value?.exchanges.filter(({listing, events}) => listing?.id === address && events.length > 0) ?? [];
    return detailFrame({
      backLabel: this.#words.backToList,
      onClose: () => void this.#go(null, null),
      content: this.#panel.render({
        listed: listed && {name: inLanguage(listed.title, language).text, ...(listed.text && {summary: listed.text})},
        words: this.#words,
        language,
        headingLevel: this.headingLevel,
        credits: new CreditWording(this.#frame.community!, language),
        running: running.find((exchange) => waitsForReader(exchange)) ?? running[0] ?? null,
        isBusy: this.#isBusy,
        onPropose: () => this.#goTo('propose', address),
        onChange: () => this.#goTo('change', address),
        onClose: (isClosed) => void this.#handleClose(address, isClosed),
        onOpen: ({id}) => this.#goTo(null, id),
        onOpenExchange: ({id}) => this.#goTo('mine', id),
      }),
    });
  }

  get #isDoorShown(): boolean {
    return this.#gate.isShown && this.#frame.community !== null && !this.#counts.isLoading;
  }

  get #opened(): Path {
    const {view} = this.#offersChoices;
    const {opened} = this.#choices;
    const parts = view === 'mine' ? ['mine', opened] : view === 'new' ? ['new'] : [opened, opened && view];
    return parts.filter((part) => part !== null);
  }

  get #listingId(): string | null {
    const {view} = this.#offersChoices;
    return view === 'mine' || view === 'new' ? null : this.#choices.opened;
  }

  get #exchangeId(): string | null {
    return this.#offersChoices.view === 'mine' ? this.#choices.opened : null;
  }

  get #partModel(): PartModel {
    const {language, addressForm, community} = this.#frame;
    return {
      writer: () => this.#writer(),
      fund: () => this.#fund(),
      wording: {language, addressForm},
      credits: new CreditWording(community!, language),
      areas: community!.areas,
      words: this.#words,
      ownWords: this.messages,
      headingLevel: this.headingLevel,
    };
  }

  async #writer(): Promise<ExchangeWriter> {
    if (this.client) return this.client;
    const {exchangeWriter} = await import('./exchange-part.ts');
    return exchangeWriter(this.#gate.settings!);
  }

  async #fund(): Promise<{reader: CreditReader; writer: CreditWriter}> {
    if (this.client) return {reader: this.client, writer: this.client};
    const settings = this.#gate.settings!;
    const {creditWriter} = await import('../time-credits/credit-writer.ts');
    return {reader: createCreditReader(settings), writer: await creditWriter(settings)};
  }

  /** Most readers only look. */
  #loadPart(): Promise<void> {
    this.#loadingPart ??= import('./exchange-part.ts')
      .then(({ExchangePart, formStyles, detailStyles}) => {
        addStyles(this.renderRoot, formStyles);
        addStyles(this.renderRoot, detailStyles);
        this.#part = new ExchangePart(this, {
          onChanged: (hasMoved) => this.#handleChanged(hasMoved),
          hasEnded: this.#hasEnded,
          onOpenListing: (id) => void this.#go(null, id),
          onOpenExchange: (id) => void this.#go('mine', id),
        });
      })
      .catch((error: unknown) => {
        this.#loadingPart = null;
        this.#offersChoices.view = null;
        this.#tell(error);
      })
      .finally(() => this.requestUpdate());
    return this.#loadingPart;
  }

  #linkTo(id: string): string {
    const link = new URL(window.location.href);
    link.searchParams.set(this.stateKey, `id=${id}`);
    return link.href;
  }

  /** Opens something over what is there, to come back to it later. */
  #goTo(view: OffersView | null, id: string | null): void {
    this.#layers.leave(this.#path, view === 'mine' || view === null ? (id ?? 'mine') : view);
    void this.#go(view, id);
  }

  async #go(view: OffersView | null, id: string | null): Promise<void> {
    const before = this.#path;
    this.#offersChoices.view = view;
    this.#choices.open(id);
    await this.#follow(before);
  }

  async #follow(before: Path): Promise<void> {
    const {view} = this.#offersChoices;
    if (view !== null) {
      await this.#loadPart();
      await this.#panel.loading.done;
    }
    const isBack = this.#opened.length < before.length;
    if (isBack) this.#part?.leave();
    if (view === null || view === 'mine') await this.#layers.follow(before, this.#opened);
    else await moveFocus(this, '.form-layer .form-title', '.detail-title', '.back');
  }

  #forget(): void {
    [this.#part, this.#loadingPart] = [null, null];
    this.#mine.ask([], () => Promise.resolve(null));
    this.#older.ask([], () => Promise.resolve(null));
  }

  #say(error: unknown): void {
    const {title, hint} = failureWords(error, this.#words);
    this.#frame.announcer.say(`${title}. ${hint}`);
  }

  #tell(error: unknown): void {
    this.dispatchEvent(errorEventOf(error));
    this.#say(error);
  }

  #handleChanged(hasMoved: boolean): void {
    void this.refresh();
    if (hasMoved) this.dispatchEvent(new BuurtTransferredEvent());
  }

  #handleOpen(event: MouseEvent, {id}: Listing): void {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    if (!this.dispatchEvent(new BuurtSelectEvent({resource: 'listing', id, slug: null}))) return;
    this.#goTo(null, id);
  }

  async #handleClose(id: string, isClosed: boolean): Promise<void> {
    this.#isBusy = true;
    this.requestUpdate();
    try {
      await (await this.#writer()).listings.change(id, {isClosed});
      this.#frame.announcer.say(this.#words.saved);
      await this.refresh();
    } catch (error) {
      if (this.#hasEnded(error)) return;
      this.dispatchEvent(errorEventOf(error));
      this.#frame.announcer.say(this.#words.failed);
    } finally {
      this.#isBusy = false;
      this.requestUpdate();
    }
  }

  async #handleTravel(): Promise<void> {
    this.#list.filterBar.forgetTyping();
    const before = this.#path;
    if (this.#opened.join() === before.join() || !(this.renderRoot as ShadowRoot).activeElement) return;
    await this.#follow(before);
  }
}

async function loadMine({exchanges, listings}: ExchangeReader, signal: AbortSignal): Promise<Mine> {
  const [own, placed] = await Promise.all([
    exchanges.list({mine: 'true', limit: 100}, {signal}),
    listings.list({mine: 'true', limit: 100}, {signal}),
  ]);
  return {exchanges: own.data, listings: placed.data};
}
