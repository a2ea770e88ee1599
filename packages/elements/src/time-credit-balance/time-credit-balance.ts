import {createCreditReader, type Account, type CreditReader, type PaymentRequest, type Reader, type StatementLine} from '@buurtkit/sdk';
import {
  nameFirst,
  timeCreditMessages,
  type CommunityMessages,
  type SigningInMessages,
  type StatusMessages,
  type TimeCreditMessages,
} from '@buurtkit/texts';
import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {isUsableLink} from '../configuration/usable-link.ts';
import {faultIn} from '../configuration/attribute-rules.ts';
import type {TokenProvider} from '../configuration/configuration.ts';
import {BuurtSelectEvent} from '../events/buurt-events.ts';
import {heading} from '../headings/heading.ts';
import {MemberFrame} from '../signing-in/member-frame.ts';
import {styles} from '../styles/styles.ts';
import {balance} from '../time-credits/balance.ts';
import {creditStyles} from '../time-credits/credit-styles.ts';
import {CreditWording} from '../time-credits/credit-wording.ts';
import {movementRow} from '../time-credits/movement-row.ts';
import {askedOf} from '../time-credits/waiting-requests.ts';

/** All that the component says; give `messages` the ones that should be otherwise. */
export type TimeCreditBalanceMessages = StatusMessages & CommunityMessages & SigningInMessages & TimeCreditMessages;

/** What the component asks: a client of the SDK has all of it. */
export type BalanceClient = Reader & CreditReader;

type Loaded = {account: Account; lines: readonly StatementLine[]; waiting: readonly PaymentRequest[]};

/**
 * How many time credits the member has who is signed in, what moved last and what waits for an answer. Who isn't signed in gets
 * a code by mail, or comes in with the token of the page.
 *
 * @summary The time-credit balance of the signed-in member.
 * @tag buurt-time-credit-balance
 * @slot - Shown until there is something to show, and when it can't be loaded.
 * @slot footer - Your own addition, for example a link to the house rules.
 * @fires {BuurtReadyEvent} buurt-ready - The balance, or the form to sign in, is there.
 * @fires {BuurtAuthRequiredEvent} buurt-auth-required - Somebody has to sign in. `preventDefault()` keeps our own form away: call `signIn(token)` when your page has a token.
 * @fires {BuurtSelectEvent} buurt-select - Somebody goes to the whole account; `preventDefault()` keeps them where they are.
 * @fires {BuurtErrorEvent} buurt-error - Something could not be loaded, or an attribute can't be used.
 * @csspart account-title - The heading.
 * @csspart balance - The balance, and what there is to say about it.
 * @csspart amount - The balance itself.
 * @csspart section-title - The headings below it.
 * @csspart list - What moved last, or what waits.
 * @csspart item - One of these.
 * @csspart title - What it was.
 * @csspart empty - What is said when nothing moved yet.
 * @csspart to-account - The link to the whole account.
 * @csspart signed-in - By whom one is signed in.
 * @csspart sign-in - The form to sign in.
 * @csspart form - The questions of that form and the button.
 * @csspart form-title - Its heading.
 * @csspart field - One question with its label, hint and error.
 * @csspart error-summary - All that is wrong, above the form.
 * @csspart error-summary-title - Its heading.
 * @csspart submit - The button that sends it.
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
 * @cssstate ready - The balance, or the form to sign in, is there.
 * @cssstate error - Loading failed, or an attribute can't be used.
 */
export class TimeCreditBalance extends LitElement {
  static override styles = [styles, creditStyles];

  /** Address of the page with the whole account; without one there is no button that leads there. */
  @property({attribute: 'account-url'}) accountUrl: string | null = null;

  /** The community whose credits they are, by its slug. */
  @property() community: string | null = null;

  /** Address of the API, for example `https://buurt.example.nl`. */
  @property() api: string | null = null;

  /** Level of the heading, so that it fits the outline of the page around it. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 2;

  /** A client of your own with a key or session, instead of `api`, `community` and signing in. */
  @property({attribute: false}) client: BalanceClient | null = null;

  /** Gives the token of the visitor that your page knows: an ID token (OpenID Connect) that the community trusts, or one of ours. */
  @property({attribute: false}) tokenProvider: TokenProvider | null = null;

  /** Own words, in place of some of ours. */
  @property({attribute: false}) messages: Partial<TimeCreditBalanceMessages> = {};

  readonly #member = new MemberFrame<CreditReader, Loaded>(this, {
    component: 'time-credit-balance',
    makeClient: createCreditReader,
    load: loadBalance,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('buurt-transferred', this.#handleTransferred);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('buurt-transferred', this.#handleTransferred);
  }

  protected override willUpdate(): void {
    this.#member.update(faultIn(this, ['account-url', isUsableLink(this.accountUrl), 'is no address of a page']));
  }

  protected override render(): TemplateResult {
    return this.#member.render((loaded, community) =>
      this.#renderAccount(loaded, new CreditWording(community, this.#member.frame.language)),
    );
  }

  protected override updated(): void {
    this.#member.updated();
  }

  /** Loads the balance again, for example after a transfer elsewhere on the page. */
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

  #renderAccount({account, lines, waiting}: Loaded, wording: CreditWording): TemplateResult {
    const words = this.#words;
    const level = this.headingLevel;
    return html`
      <div class="account">
        <div class="account-part">
          ${heading(level, words.mine(wording.name), 'account-title')} ${balance(account, wording, words)}
          ${
            this.accountUrl === null
              ? nothing
              : html`<a class="button primary" part="to-account" href=${this.accountUrl} @click=${this.#handleGo}>${words.giveOrAsk}</a>`
          }
        </div>
        ${
          waiting.length
            ? html`<div class="account-part">
                ${heading(level + 1, words.waiting, 'section-title')}
                <ul class="list" part="list">
                  ${waiting.map(
                    ({id, to, minutes, memo}) =>
                      html`<li class="item movement" part="item" data-id=${id}>
                        <p class="movement-title" part="title">${words.asksYou(nameFirst(to, words), wording.amount(minutes))}</p>
                        ${memo ? html`<p>${memo}</p>` : nothing}
                      </li>`,
                  )}
                </ul>
              </div>`
            : nothing
        }
        <div class="account-part">
          ${heading(level + 1, words.lastMoved, 'section-title')}
          ${
            lines.length
              ? html`<ul class="list" part="list">
                  ${lines.map((line) => movementRow(line, {wording, words}))}
                </ul>`
              : html`<p part="empty">${words.nothingMoved}. ${words.nothingMovedHint}</p>`
          }
        </div>
        ${this.#member.gate.renderSignedIn()}
      </div>
    `;
  }

  get #words(): TimeCreditMessages {
    const {language, addressForm} = this.#member.frame;
    return {...timeCreditMessages[language](addressForm), ...this.messages};
  }

  #handleTransferred = (): void => {
    void this.refresh();
  };

  #handleGo = (event: Event): void => {
    // Whose account it is, is nobody's business on the page.
    if (!this.dispatchEvent(new BuurtSelectEvent({resource: 'account', id: null, slug: null}))) event.preventDefault();
  };
}

async function loadBalance({accounts, paymentRequests}: CreditReader, signal: AbortSignal): Promise<Loaded> {
  const account = await accounts.mine({signal});
  const [lines, requests] = await Promise.all([
    accounts.entries(account.id, {limit: 3}, {signal}),
    paymentRequests.list({state: 'pending'}, {signal}),
  ]);
  return {account, lines: lines.data, waiting: askedOf(account.id, requests.data)};
}
