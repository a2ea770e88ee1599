import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';

/** Says politely, to whoever listens instead of looks, what changed. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Says it now, in place of what was still to be said. */
  say(text: string): void {
    clearTimeout(this.#timer);
    // The same words twice would be no change, and no change is not read aloud.
    this.#text = text === this.#text ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
  }

  /** Says it when nothing else was said in the meantime. */
  sayAfter(milliseconds: number, text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.say(text), milliseconds);
  }

  silence(): void {
    clearTimeout(this.#timer);
  }

  render(): TemplateResult {
    return html`<div class="only-heard" role="status">${this.#text}</div>`;
  }
}
