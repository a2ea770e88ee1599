import {
  createCreditReader,
  type Account,
  type AccountHistory,
  type Counterparty,
  type CreditReader,
  type CreditWriter,
  type PaymentRequest,
  type Reader,
} from '@buurtkit/sdk';
import {
  timeCreditAccountMessages,
  timeCreditMessages,
  type CommunityMessages,
  type SigningInMessages,
  type StatusMessages,
  type TimeCreditAccountMessages,
  type TimeCreditMessages,
} from '@buurtkit/texts';
import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {chartStyles} from '../chart/bar-chart.ts';
import {faultIn} from '../configuration/attribute-rules.ts';
import type {TokenProvider} from '../configuration/configuration.ts';
import {detailFrame} from '../detail/detail-frame.ts';
import {BuurtTransferredEvent} from '../events/buurt-transferred-event.ts';
import {moveFocus} from '../focus/move-focus.ts';
import {heading} from '../headings/heading.ts';
import {MemberFrame} from '../signing-in/member-frame.ts';
import {errorEventOf} from '../status/failure.ts';
import {skeleton} from '../status/skeleton.ts';
import {addStyles} from '../styles/add-styles.ts';
import {styles} from '../styles/styles.ts';
import {balance} from '../time-credits/balance.ts';
import {creditStyles} from '../time-credits/credit-styles.ts';
import {CreditWording} from '../time-credits/credit-wording.ts';
import {askedBy, askedOf} from '../time-credits/waiting-requests.ts';
import type {AccountActs, OpenedAct} from './account-acts.ts';
import {accountStyles} from './account-styles.ts';
import {FileSaver} from './file-saver.ts';
import {history} from './history.ts';
import {requests, type RequestDeed} from './requests.ts';
import {StatementView} from './statement.ts';

/** All that the component says; give `messages` the ones that should be otherwise. */
export type TimeCreditAccountElementMessages = StatusMessages &
  CommunityMessages &
  SigningInMessages &
  TimeCreditMessages &
  TimeCreditAccountMessages;

/** What the component asks: a client of `createClient` has all of it. */
export type AccountClient = Reader & CreditReader & CreditWriter;

type Loaded = {
  account: Account;
  weeks: AccountHistory['data'];
  waiting: readonly PaymentRequest[];
  people: readonly Counterparty[];
};

/**
 * The whole account of the member who is signed in: the last twelve months, what came and went, what waits for an answer; to
 * give, to ask, and to keep as a receipt.
 *
 * @summary The time-credit account of the signed-in member.
 * @tag buurt-time-credit-account
 * @slot - Shown until there is something to show, and when it can't be loaded.
 * @slot footer - Your own addition, for example a link to the house rules.
 * @fires {BuurtReadyEvent} buurt-ready - The account, or the form to sign in, is there.
 * @fires {BuurtAuthRequiredEvent} buurt-auth-required - Somebody has to sign in. `preventDefault()` keeps our own form away: call `signIn(token)` when your page has a token.
 * @fires {BuurtTransferredEvent} buurt-transferred - Credits moved; who, how many and to whom isn't told.
 * @fires {BuurtErrorEvent} buurt-error - Something could not be loaded or done, or an attribute can't be used.
 * @csspart account-title - The heading.
 * @csspart balance - The balance, and what there is to say about it.
 * @csspart amount - The balance itself.
 * @csspart section-title - The headings below it.
 * @csspart chart - The bars of the last twelve months.
 * @csspart filters - What of the statement is shown.
 * @csspart list - What came and went, or what waits.
 * @csspart item - One of these.
 * @csspart title - What it was.
 * @csspart empty - What is said when nothing moved.
 * @csspart more - The button for more of the statement.
 * @csspart detail - What is open over the account.
 * @csspart back - The button back to the account.
 * @csspart receipt - What stands in the books of one entry.
 * @csspart code - A code to pay with.
 * @csspart signed-in - By whom one is signed in.
 * @csspart sign-in - The form to sign in.
 * @csspart form - The questions of a form and the button.
 * @csspart form-title - Its heading.
 * @csspart field - One question with its label, hint and error.
 * @csspart error-summary - All that is wrong, above the form.
 * @csspart error-summary-title - Its heading.
 * @csspart submit - The button that goes on or sends it.
 * @csspart error - What is said when loading fails.
 * @csspart retry - The button that tries again.
 * @cssproperty [--buurt-reserve=40rem] - Room that is kept while loading, so that the page does not jump.
 * @cssproperty --buurt-amount-color - Colour of the balance; that of the text when left out.
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
 * @cssstate ready - The account, or the form to sign in, is there.
 * @cssstate error - Loading failed, or an attribute can't be used.
 */
export class TimeCreditAccount extends LitElement {
  static override styles = [styles, creditStyles, chartStyles, accountStyles];

  /** The community whose credits they are, by its slug. */
  @property() community: string | null = null;

  /** Address of the API, for example `https://buurt.example.nl`. */
  @property() api: string | null = null;

  /** Level of the heading, so that it fits the outline of the page around it. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 2;

  /** A client of your own with a key or session, instead of `api`, `community` and signing in. */
  @property({attribute: false}) client: AccountClient | null = null;

  /** Gives the token of the visitor that your page knows: an ID token (OpenID Connect) that the community trusts, or one of ours. */
  @property({attribute: false}) tokenProvider: TokenProvider | null = null;

  /** Own words, in place of some of ours. */
  @property({attribute: false}) messages: Partial<TimeCreditAccountElementMessages> = {};

  readonly #member = new MemberFrame<CreditReader, Loaded>(this, {
    component: 'time-credit-account',
    makeClient: createCreditReader,
    load: loadAccount,
    onForget: () => this.#forget(),
  });
  readonly #files = new FileSaver(this.#member.frame.announcer, (error) => this.#member.tell(error));
  readonly #statement = new StatementView(this, this.#member.frame.announcer, {
    onOpen: ({entryId}) => void this.#open({receipt: entryId}),
    onFailed: (error) => this.#member.tell(error),
    files: this.#files,
  });

  #acts: AccountActs | null = null;
  #loadingActs: Promise<void> | null = null;
  #opened: OpenedAct | null = null;
  /** What was pressed, and where the page stood then. */
  #left: {address: string; top: number} | null = null;
  #isTableOpen = false;
  #busy: string | null = null;

  protected override willUpdate(): void {
    const {frame, gate, loading} = this.#member;
    this.#member.update(faultIn(this));
    const {community, language, addressForm, timeZone, refreshes} = frame;
    const {client} = gate;
    const {value} = loading;
    if (!client || !value || !community?.credits) return;
    const [credits, words] = [new CreditWording(community, language), this.#words];
    this.#statement.show({client, account: value.account, timeZone, wording: credits, words, refreshes});
    if (this.#opened)
      this.#acts?.show(this.#opened, {
        reader: client,
        writer: () => this.#writer(),
        people: value.people,
        wording: {language, addressForm},
        credits,
        words,
        headingLevel: this.headingLevel,
      });
  }

  protected override render(): TemplateResult {
    return this.#member.render(
      (loaded, community) => html`
        ${this.#opened ? this.#renderOpened() : nothing}
        <div class="account" ?hidden=${this.#opened !== null}>
          ${this.#renderAccount(loaded, new CreditWording(community, this.#member.frame.language))}
        </div>
      `,
    );
  }

  protected override updated(): void {
    this.#member.updated();
  }

  /** Loads everything again, for example after a transfer elsewhere on the page. */
  async refresh(): Promise<void> {
    await this.#member.refresh();
  }

  /**
   * Signs in with a token of your page, in answer to `buurt-auth-required`. All components on the page are then signed in.
   *
   * @throws {ApiError} `token.not-accepted` or `token.used` when the community doesn't take it.
   */
  async signIn(token: string): Promise<void> {
    await this.#member.gate.signIn(token);
  }

  #renderAccount({account, weeks, waiting}: Loaded, wording: CreditWording): TemplateResult {
    const words = this.#words;
    const level = this.headingLevel;
    const [ofMe, byMe] = [askedOf(account.id, waiting), askedBy(account.id, waiting)];
    return html`
      <div class="account-part">
        ${heading(level, words.mine(wording.name), 'account-title')} ${balance(account, wording, words)}
        ${account.availableMinutes ? html`<p class="no-print">${words.canGive(wording.amount(account.availableMinutes))}</p>` : nothing}
        <p>
          ${words.number}: <span class="number">${account.number.replace(/(.{4})(?=.)/g, '$1 ')}</span>
          <span class="muted">${words.numberHint}</span>
        </p>
        ${account.isFrozen || account.closedAt ? nothing : this.#renderActs(wording)}
      </div>
      ${
        ofMe.length + byMe.length
          ? html`<div class="section">
              ${heading(level + 1, words.requests, 'section-title')}
              ${requests({
                askedOf: ofMe,
                askedBy: byMe,
                wording,
                words,
                busy: this.#busy,
                onDeed: (deed, request) => void this.#handleRequest(deed, request),
              })}
            </div>`
          : nothing
      }
      ${
        weeks.length
          ? html`<div class="section">
              ${heading(level + 1, words.history, 'section-title')}
              ${history({weeks, openedAt: account.openedAt, wording, words, isTableOpen: this.#isTableOpen, onToggle: this.#handleTable})}
            </div>`
          : nothing
      }
      <div class="section">${heading(level + 1, words.statement, 'section-title')} ${this.#statement.render()}</div>
      ${this.#member.gate.renderSignedIn()}
    `;
  }

  #renderActs({credits}: CreditWording): TemplateResult {
    const words = this.#words;
    const acts = [
      ['give', words.give],
      ['ask', words.ask],
      ['gift', words.gift],
      ...(credits.partnersRedeem ? [['pay', words.pay] as const] : []),
    ] as const;
    return html`<p class="acts" role="group" aria-label=${words.actions}>
      ${acts.map(
        ([act, label], index) =>
          html`<button class="button ${index === 0 ? 'primary' : ''}" type="button" data-act=${act} @click=${() => void this.#open({act})}>
            ${label}
          </button>`,
      )}
    </p>`;
  }

  #renderOpened(): TemplateResult {
    return detailFrame({
      backLabel: this.#words.backToAccount,
      onClose: () => void this.#close(),
      content: html`<div class="act" @keydown=${handleKey}>${this.#acts ? this.#acts.render() : skeleton()}</div>`,
    });
  }

  get #words() {
    const {language, addressForm} = this.#member.frame;
    return {
      ...this.#member.words,
      ...timeCreditMessages[language](addressForm),
      ...timeCreditAccountMessages[language](addressForm),
      ...this.messages,
    };
  }

  async #writer(): Promise<CreditWriter> {
    if (this.client) return this.client;
    const {creditWriter} = await import('./account-acts.ts');
    return creditWriter(this.#member.gate.settings!);
  }

  /** Most readers only look. */
  #loadActs(): Promise<void> {
    this.#loadingActs ??= import('./account-acts.ts')
      .then(({AccountActs, formStyles}) => {
        addStyles(this.renderRoot, formStyles);
        this.#acts = new AccountActs(this, {
          onChanged: (hasMoved) => this.#handleChanged(hasMoved),
          hasEnded: (error) => this.#member.gate.hasEnded(error),
          onOpen: (opened) => void this.#open(opened),
          files: this.#files,
        });
      })
      .catch((error: unknown) => {
        this.#loadingActs = null;
        this.#opened = null;
        this.#member.tell(error);
      })
      .finally(() => this.requestUpdate());
    return this.#loadingActs;
  }

  async #open(opened: OpenedAct): Promise<void> {
    const pressed = (this.renderRoot as ShadowRoot).activeElement;
    const id = pressed?.closest('[data-id]')?.getAttribute('data-id');
    const act = pressed?.getAttribute('data-act');
    const address = [id && `[data-id="${id}"]`, act ? `[data-act="${act}"]` : 'button'].filter(Boolean).join(' ');
    if (!this.#opened) this.#left = {address, top: window.scrollY};
    this.#opened = opened;
    this.requestUpdate();
    await this.#loadActs();
    await moveFocus(this, '.act .form-title', '.back');
  }

  async #close(): Promise<void> {
    this.#opened = null;
    this.#acts?.leave();
    this.requestUpdate();
    await this.updateComplete;
    if (this.#left) window.scrollTo({top: this.#left.top, behavior: 'instant'});
    await moveFocus(this, this.#left?.address ?? '.account-title', '.account-title');
  }

  #forget(): void {
    [this.#opened, this.#acts, this.#loadingActs, this.#isTableOpen] = [null, null, null, false];
    this.#statement.forget();
  }

  #handleChanged(hasMoved: boolean): void {
    void this.refresh();
    if (hasMoved) this.dispatchEvent(new BuurtTransferredEvent());
  }

  #handleTable = (): void => {
    this.#isTableOpen = !this.#isTableOpen;
    this.requestUpdate();
  };

  async #handleRequest(deed: RequestDeed, request: PaymentRequest): Promise<void> {
    if (deed === 'answer') return this.#open({answer: request});
    this.#busy = request.id;
    this.requestUpdate();
    const words = this.#words;
    try {
      await (await this.#writer()).paymentRequests[deed](request.id);
      await this.refresh();
      this.#member.frame.announcer.say(deed === 'refuse' ? words.declined : words.withdrawn);
      await moveFocus(this, '.requests button', '.account-title');
    } catch (error) {
      if (this.#member.gate.hasEnded(error)) return;
      this.dispatchEvent(errorEventOf(error));
      this.#member.frame.announcer.say(words.downloadFailed);
      await this.refresh();
    } finally {
      this.#busy = null;
      this.requestUpdate();
    }
  }
}

async function loadAccount({accounts, paymentRequests}: CreditReader, signal: AbortSignal): Promise<Loaded> {
  const account = await accounts.mine({signal});
  const [weeks, waiting, people] = await Promise.all([
    accounts.history(account.id, {weeks: 52}, {signal}),
    paymentRequests.list({state: 'pending', limit: 100}, {signal}),
    accounts.counterparties({signal}),
  ]);
  return {account, weeks: weeks.data, waiting: waiting.data, people: people.data};
}

// Escape leaves what is open; whoever fills in a form didn't ask for that.
function handleKey(event: KeyboardEvent): void {
  if (event.key === 'Escape' && (event.target as Element).closest('form')) event.stopPropagation();
}
