import type {RedemptionCode} from '@buurtkit/sdk';
import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../headings/heading.ts';
import {errorEventOf, failure} from '../status/failure.ts';
import {Loading} from '../status/loading.ts';
import {skeleton} from '../status/skeleton.ts';
import type {ActsDeeds, ActsHost, ActsModel} from './account-acts.ts';

/** What a code that was just made has lost on its way here is not taken off it. */
const onTheWay = 5000;

/** A code to show where one pays, and in words how long it still counts. */
export class PayCode {
  readonly #host: ActsHost;
  readonly #loading: Loading<RedemptionCode>;
  /** How many codes were asked for. */
  #asked = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ActsHost, deeds: ActsDeeds) {
    this.#host = host;
    this.#loading = new Loading<RedemptionCode>(host, (error) => deeds.hasEnded(error) || host.dispatchEvent(errorEventOf(error)));
  }

  show({reader, writer}: ActsModel): void {
    this.#loading.ask([reader, this.#asked], async (signal) => (await writer()).redemptions.createCode({signal}));
  }

  render({words, headingLevel}: ActsModel): TemplateResult {
    const {value, error, isLoading} = this.#loading;
    if (error) return failure({error, messages: words, isRetrying: isLoading, onRetry: () => void this.#loading.retry()});
    const left = value === null ? 0 : Date.parse(value.expiresAt) - Date.now();
    const minutes = Math.floor((left + onTheWay) / 60_000);
    this.#lookAgain(left > 0 ? Math.min(left, (left + onTheWay) % 60_000) + 100 : null);
    return html`<div class="account-part pay">
      ${heading(headingLevel, words.code, 'form-title')}
      ${
        value === null
          ? skeleton()
          : left > 0
            ? html`<p>${words.codeHint}</p>
                <p class="code" part="code">${value.code}</p>
                <p role="status">${minutes > 0 ? words.stillMinutes(minutes) : words.lessThanMinute}</p>`
            : html`<p role="status">${words.codeExpired}</p>
                <button
                  class="button primary"
                  type="button"
                  data-act="new-code"
                  aria-disabled=${isLoading ? 'true' : nothing}
                  @click=${this.#handleNew}
                >
                  ${words.newCode}
                </button>`
      }
    </div>`;
  }

  /** What is said changes by the minute. */
  #lookAgain(wait: number | null): void {
    clearTimeout(this.#timer);
    if (wait !== null) this.#timer = setTimeout(() => this.#host.isConnected && this.#host.requestUpdate(), wait);
  }

  #handleNew = (): void => {
    this.#asked += 1;
    this.#host.requestUpdate();
  };
}
