import {ApiError, type ClientOptions, type Reader, type SessionWriter} from '@buurtkit/sdk';
import {signingInMessages, type SigningInMessages} from '@buurtkit/texts';
import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import type {ComponentFrame} from '../component/component-frame.ts';
import type {ConfiguredElement, TokenProvider} from '../configuration/configuration.ts';
import {BuurtAuthRequiredEvent, type AuthReason} from '../events/buurt-auth-required-event.ts';
import {errorEventOf} from '../status/failure.ts';
import {skeleton} from '../status/skeleton.ts';
import {addStyles} from '../styles/add-styles.ts';
import {sessionAt, type Opened, type SharedSession} from './shared-session.ts';
import type {SigningInPart} from './signing-in-part.ts';

/** A component of which some or all is for who is signed in. */
export type SessionElement<Client> = LitElement &
  ConfiguredElement & {client: (Reader & Client) | null; headingLevel: number; messages: object};

type Acts<Client> = {
  /** Makes what is asked in the name of who is signed in. */
  makeClient: (options: ClientOptions) => Client;
  /** Somebody else, or nobody, is there now: what the one before saw and filled in has to go. */
  onForget: () => void;
  /** Somebody signed in here, with our form. */
  onOpened: () => void;
};

/** Keys and sessions of our own; what else a page has for a token is exchanged for one. */
const ours = /^b[ks]_/;

/**
 * Lets somebody in: with a session that another component on the page has, with the page's own token, or with the form that is
 * fetched when it is needed. When a session ends by itself, what was filled in waits for the same person to come back.
 */
export class SessionGate<Client> implements ReactiveController {
  /** What to ask in the name of who is signed in; null while nobody is. */
  client: Client | null = null;

  readonly #host: SessionElement<Client>;
  readonly #frame: ComponentFrame;
  readonly #acts: Acts<Client>;
  #session: SharedSession | null = null;
  #unwatch = () => {};
  #made: {name: string; client: Client} | null = null;
  #part: SigningInPart | null = null;
  #loadingPart: Promise<void> | null = null;
  /** The page's own token is asked for once, and once more after each session. */
  #asked: {provider: TokenProvider; after: string | null} | null = null;
  #isAsking = false;
  #told: AuthReason | null = null;
  #isElsewhere = false;
  #memberId: string | null = null;
  #lastToken: string | null = null;

  constructor(host: SessionElement<Client>, frame: ComponentFrame, acts: Acts<Client>) {
    this.#host = host;
    this.#frame = frame;
    this.#acts = acts;
    host.addController(this);
  }

  /** To be called when the frame knows where the data is. */
  update(): void {
    const {settings} = this.#frame.configuration;
    const session = this.#frame.client && settings && !this.#host.client ? sessionAt(settings) : null;
    if (session !== this.#session) this.#watch(session);
    const opened = session?.opened ?? null;
    this.#notice(opened);
    this.client = this.#host.client ?? (this.settings && this.#clientFor(this.settings));
    if (this.client) [this.#told, this.#isElsewhere] = [null, false];
    else if (session) this.#askPage(session);
  }

  hostUpdated(): void {
    if (!this.isClosed || !this.#session || this.#told === this.#session.reason) return;
    const {reason} = this.#session;
    this.#told = reason;
    this.#isElsewhere = !this.#host.dispatchEvent(new BuurtAuthRequiredEvent({reason}));
    if (this.#isElsewhere) void this.#host.updateComplete.then(() => this.#host.requestUpdate());
    else void this.#loadPart();
  }

  hostDisconnected(): void {
    this.#watch(null);
  }

  /** Nobody is signed in, and what a reader can do about it is what there is to show. */
  get isClosed(): boolean {
    return this.#session !== null && this.client === null && !this.#isAsking;
  }

  /** Whether that is there. */
  get isShown(): boolean {
    return this.isClosed && (this.#isElsewhere || this.#part !== null);
  }

  /** To make other clients with, in the name of who is signed in; null while nobody is, or where the page brought its own. */
  get settings(): ClientOptions | null {
    const {settings} = this.#frame.configuration;
    const opened = this.#session?.opened;
    return settings && opened ? {...settings, key: opened.token} : null;
  }

  /** With a token of the page's own: an ID token of a sign-in that the community trusts, or one of ours. */
  async signIn(token: string): Promise<void> {
    const session = this.#session;
    if (!session) throw new TypeError('The component does not know yet where to sign in.');
    if (ours.test(token)) return session.open({token, expiresAt: null, member: null});
    await session.enter(token, async (given) => (await this.#writer()).sessions.exchange(given));
  }

  /** Whether an error says that the session is over; then the reader is asked to come in again, and nothing else is told. */
  hasEnded(error: unknown): boolean {
    if (!(error instanceof ApiError && error.status === 401)) return false;
    const token = this.#session?.opened?.token;
    if (token) this.#session?.end('session-ended', token);
    else this.#host.dispatchEvent(new BuurtAuthRequiredEvent({reason: 'session-ended'}));
    return token !== undefined;
  }

  /** In place of what only somebody who is signed in may see. */
  renderClosed(): TemplateResult {
    const words = this.#words;
    if (this.#isElsewhere)
      return html`<div class="notice" part="sign-in">
        <div>
          <p>${words.signInHere}</p>
          <button class="button primary" type="button" data-act="sign-in" @click=${this.#handleElsewhere}>${words.signIn}</button>
        </div>
      </div>`;
    if (!this.#part) return skeleton();
    const {language, addressForm} = this.#frame;
    return this.#part.render({
      wording: {language, addressForm},
      headingLevel: this.#host.headingLevel,
      words,
      hasEnded: this.#session?.reason === 'session-ended',
    });
  }

  /** By whom one is signed in, and the way out. */
  renderSignedIn(): TemplateResult | typeof nothing {
    const opened = this.#session?.opened;
    const name = opened?.member?.name;
    // Who came in with the page's own token goes out there too.
    const isOfPage = this.#host.tokenProvider !== null || opened?.member === null;
    if (!opened || (isOfPage && !name)) return nothing;
    const words = this.#words;
    return html`<p class="signed-in" part="signed-in">
      <span class="muted">${name ? words.signedInAs(name) : words.signedIn}</span>
      ${
        isOfPage
          ? nothing
          : html`<button class="button plain" type="button" data-act="sign-out" @click=${this.#handleSignOut}>${words.signOut}</button>`
      }
    </p>`;
  }

  get #words(): SigningInMessages {
    const {language, addressForm} = this.#frame;
    return {...signingInMessages[language](addressForm), ...this.#host.messages};
  }

  #watch(session: SharedSession | null): void {
    this.#unwatch();
    this.#session = session;
    this.#unwatch = session?.watch(() => this.#host.requestUpdate()) ?? (() => {});
  }

  /** The same person keeps what was filled in; anybody else finds nothing of it. */
  #notice(opened: Opened | null): void {
    const isLeft = this.#lastToken !== null && !opened && this.#session?.reason === 'signed-out';
    const isOther = opened !== null && this.#memberId !== null && opened.member?.id !== this.#memberId;
    if (isLeft || isOther) {
      this.#memberId = null;
      this.#acts.onForget();
    }
    if (opened?.member) this.#memberId = opened.member.id;
    this.#lastToken = opened?.token ?? null;
  }

  #clientFor(settings: ClientOptions): Client {
    const {api, community, language, key} = settings;
    const name = [api, community, language, key].join(' ');
    if (this.#made?.name !== name) this.#made = {name, client: this.#acts.makeClient(settings)};
    return this.#made.client;
  }

  /** The page may know who its visitor is. */
  #askPage(session: SharedSession): void {
    const provider = this.#host.tokenProvider;
    const after = session.endedToken;
    if (!provider || (this.#asked?.provider === provider && this.#asked.after === after)) return;
    this.#asked = {provider, after};
    this.#isAsking = true;
    const ask = async () => {
      const token = await provider();
      if (token && token !== after) await this.signIn(token);
    };
    void ask()
      .catch((error: unknown) => this.#host.dispatchEvent(errorEventOf(error)))
      .finally(() => {
        this.#isAsking = false;
        this.#host.requestUpdate();
      });
  }

  #loadPart(): Promise<void> {
    this.#loadingPart ??= import('./signing-in-part.ts')
      .then(({SigningInPart, formStyles}) => {
        addStyles(this.#host.renderRoot, formStyles);
        this.#part = new SigningInPart(this.#host, {
          writer: (token) => this.#writer(token),
          onOpened: (opened, isKept) => this.#handleOpened(opened, isKept),
        });
      })
      .catch((error: unknown) => {
        this.#loadingPart = null;
        this.#host.dispatchEvent(errorEventOf(error));
      })
      .finally(() => this.#host.requestUpdate());
    return this.#loadingPart;
  }

  async #writer(token?: string): Promise<SessionWriter> {
    const {sessionWriter} = await import('./signing-in-part.ts');
    return sessionWriter(this.#frame.configuration.settings!, token);
  }

  #handleOpened(opened: Opened, isKept: boolean): void {
    this.#session?.open(opened, {isKept});
    this.#acts.onOpened();
  }

  #handleElsewhere = (): void => {
    this.#host.dispatchEvent(new BuurtAuthRequiredEvent({reason: this.#session?.reason ?? 'signed-out'}));
  };

  #handleSignOut = async (): Promise<void> => {
    const token = this.#session?.opened?.token;
    if (!token) return;
    this.#session?.end('signed-out', token);
    // Without a connection it ends by itself, some hours later.
    await this.#writer(token)
      .then(({sessions}) => sessions.endThisOne())
      .catch(() => {});
  };
}
