import type {Account, Counterparty} from '@buurtkit/sdk';
import {html, nothing, type TemplateResult} from 'lit';
import {newKey} from '../form/new-key.ts';
import {errorEventOf} from '../status/failure.ts';
import {fundAsked, fundOffer} from '../time-credits/fund-offer.ts';
import {storyWords, type PartDeeds, type PartHost, type PartModel} from './part-model.ts';

type Short = {fund: Counterparty | null; minutes: number};

/** Where somebody would give more than they can now, the fund is asked with one press for what is missing. */
export class AskingFund {
  isAsked = false;

  readonly #host: PartHost;
  readonly #deeds: PartDeeds;
  #short: Short | null = null;
  /** Names this asking: pressed again it is the same. */
  #key = newKey();
  #isSending = false;
  #hasFailed = false;
  #model!: PartModel;

  constructor(host: PartHost, deeds: PartDeeds) {
    this.#host = host;
    this.#deeds = deeds;
  }

  /** Looks what is missing. @param minutes - What has to be there, beside what is kept apart already. */
  async offer(minutes: number, {fund, credits}: PartModel): Promise<{lookAt: string}> {
    const {reader} = await fund();
    const [account, {data: people}] = await Promise.all([reader.accounts.mine(), reader.accounts.counterparties()]);
    const missing = missingFor(account, minutes, credits.credits.stepMinutes);
    this.#short = {fund: missing > 0 ? (people.find(({kind}) => kind === 'fund') ?? null) : null, minutes: missing};
    this.#host.requestUpdate();
    return {lookAt: '.fund-offer'};
  }

  render(model: PartModel): TemplateResult | typeof nothing {
    this.#model = model;
    const short = this.#short;
    if (!short) return nothing;
    const words = storyWords(model);
    const offer = fundOffer({
      amount: model.credits.amount(short.minutes),
      words,
      isSending: this.#isSending,
      onAsk: () => void this.#ask(short.fund!.accountId, short.minutes),
    });
    const content = this.isAsked
      ? fundAsked(words, model.headingLevel + 1)
      : short.fund
        ? offer
        : html`<p>${words.moreThanNow} ${words.giveLess}</p>`;
    return html`<div class="notice fund-offer" role="group" tabindex="-1">
      <div>${content} ${this.#hasFailed ? html`<p>${model.words.failed}</p>` : nothing}</div>
    </div>`;
  }

  forget(): void {
    [this.#short, this.isAsked, this.#hasFailed, this.#key] = [null, false, false, newKey()];
  }

  async #ask(fromAccountId: string, minutes: number): Promise<void> {
    [this.#isSending, this.#hasFailed] = [true, false];
    this.#host.requestUpdate();
    try {
      const {writer} = await this.#model.fund();
      await writer.paymentRequests.create({fromAccountId, minutes}, {idempotencyKey: this.#key});
      this.isAsked = true;
    } catch (error) {
      if (this.#deeds.hasEnded(error)) return;
      this.#host.dispatchEvent(errorEventOf(error));
      this.#hasFailed = true;
    } finally {
      this.#isSending = false;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#host.renderRoot.querySelector<HTMLElement>('.fund-offer')?.focus();
    }
  }
}

/** In whole steps, as one can ask it. */
function missingFor({availableMinutes}: Account, minutes: number, step: number): number {
  return availableMinutes === null ? 0 : Math.ceil((minutes - availableMinutes) / step) * step;
}
