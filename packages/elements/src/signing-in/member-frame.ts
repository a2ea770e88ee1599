import type {ClientOptions, Community} from '@buurtkit/sdk';
import {statusMessages, type StatusMessages} from '@buurtkit/texts';
import {nothing, type TemplateResult} from 'lit';
import {ComponentFrame} from '../component/component-frame.ts';
import type {AttributeFault} from '../configuration/attribute-fault.ts';
import {BuurtReadyEvent} from '../events/buurt-events.ts';
import {moveFocus} from '../focus/move-focus.ts';
import {errorEventOf, failureWords} from '../status/failure.ts';
import {Loading} from '../status/loading.ts';
import {creditsFault} from '../time-credits/credits-fault.ts';
import {SessionGate, type SessionElement} from './session-gate.ts';

type Acts<Client, Loaded> = {
  /** Name of the component without `buurt-`. */
  component: string;
  makeClient: (options: ClientOptions) => Client;
  load: (client: Client, signal: AbortSignal) => Promise<Loaded>;
  /** Somebody else, or nobody, is there now. */
  onForget?: () => void;
};

/** What a component has around it that shows somebody their own: the frame, signing in, and what is loaded for who did. */
export class MemberFrame<Client, Loaded> {
  readonly frame: ComponentFrame;
  readonly gate: SessionGate<Client>;
  readonly loading: Loading<Loaded>;

  readonly #host: SessionElement<Client>;
  readonly #acts: Acts<Client, Loaded>;
  #ready: 'sign-in' | Loaded | null = null;
  /** Who just signed in here, reads on where the account begins. */
  #hasComeIn = false;

  constructor(host: SessionElement<Client>, acts: Acts<Client, Loaded>) {
    this.#host = host;
    this.#acts = acts;
    this.frame = new ComponentFrame(host, true);
    this.loading = new Loading<Loaded>(host, (error) => this.tell(error));
    this.gate = new SessionGate<Client>(host, this.frame, {
      makeClient: acts.makeClient,
      onForget: () => {
        this.loading.value = null;
        acts.onForget?.();
      },
      onOpened: () => (this.#hasComeIn = true),
    });
  }

  /** Asks for what isn't there yet. */
  update(fault: AttributeFault | null): void {
    const {frame, gate} = this;
    frame.update(fault ?? creditsFault(frame.community));
    gate.update();
    const {client} = gate;
    if (client) this.loading.ask([client, frame.refreshes], (signal) => this.#acts.load(client, signal));
  }

  render(content: (loaded: Loaded, community: Community) => TemplateResult): TemplateResult {
    const {frame, gate, loading} = this;
    const {community} = frame;
    const {value} = loading;
    const failed = gate.isClosed ? null : loading.error;
    return frame.render({
      hasLoaded: this.#shown !== null,
      isLoading: loading.isLoading || frame.settings.loading.isLoading,
      error: failed ?? frame.settings.loading.error,
      words: this.words,
      onRetry: () => void this.refresh(),
      content: () => [
        gate.isClosed ? gate.renderClosed() : community && value ? content(value, community) : nothing,
        frame.renderNotes(this.#host.messages),
      ],
    });
  }

  /** Tells the page how it is, after each time something else is shown. */
  updated(): void {
    const {frame, gate, loading} = this;
    const shown = this.#shown;
    const hasFailed = !gate.isClosed && loading.error !== null && !loading.isLoading;
    frame.report(hasFailed || frame.settings.loading.error ? 'error' : shown ? 'ready' : 'loading');
    if (shown && shown !== this.#ready) this.#host.dispatchEvent(new BuurtReadyEvent({component: this.#acts.component}));
    if (shown) this.#ready = shown;
    if (!this.#hasComeIn || !shown || shown === 'sign-in') return;
    this.#hasComeIn = false;
    void moveFocus(this.#host, '.account-title');
  }

  async refresh(): Promise<void> {
    this.frame.refreshes += 1;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.loading.done;
  }

  /** What went wrong, to reader and page; a session that is over only asks the reader to come in again. */
  tell(error: unknown): void {
    if (this.gate.hasEnded(error)) return;
    const {title, hint} = failureWords(error, this.words);
    this.#host.dispatchEvent(errorEventOf(error));
    this.frame.announcer.say(`${title}. ${hint}`);
  }

  get words(): StatusMessages {
    const {language, addressForm} = this.frame;
    return {...statusMessages[language](addressForm), ...this.#host.messages};
  }

  get #shown(): 'sign-in' | Loaded | null {
    if (!this.frame.client || !this.frame.community) return null;
    if (this.gate.isClosed) return this.gate.isShown ? 'sign-in' : null;
    return this.gate.client ? this.loading.value : null;
  }
}
