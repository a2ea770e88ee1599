import {ApiError, type Exchange} from '@buurtkit/sdk';
import {exchangeForm, exchangeWordsOf, type FormValues} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {Form, type SendOutcome} from '../form/form.ts';
import {AskingFund} from './asking-fund.ts';
import {exchangeProblem} from './exchange-problem.ts';
import {keepOpen, storyWords, type PartDeeds, type PartHost, type PartModel} from './part-model.ts';
import type {OpenedListing} from './load-listing.ts';

type Kept = {form: Form; fund: AskingFund; proposed: Exchange | null; listing: OpenedListing};

/** Proposes help to who asks for it, or asks for what somebody offers; per listing, and what was filled in stays. */
export class Proposing {
  readonly #host: PartHost;
  readonly #deeds: PartDeeds;
  readonly #kept = new Map<string, Kept>();
  #model!: PartModel;

  constructor(host: PartHost, deeds: PartDeeds) {
    this.#host = host;
    this.#deeds = deeds;
  }

  render(listing: OpenedListing, model: PartModel): TemplateResult {
    this.#model = model;
    const {wording, credits, headingLevel, words} = model;
    const kept = this.#keptFor(listing);
    const {form, fund, proposed} = kept;
    const description = exchangeForm(wording, {
      act: 'propose',
      title: listing.name,
      side: listing.kind === 'request' ? 'helper' : 'helped',
      minutes: listing.minutes,
      credits: credits.credits,
      isOffer: listing.kind === 'offer',
    });
    return html`<div class="form-layer" @keydown=${keepOpen}>
      ${form.render({
        description,
        wording,
        headingLevel,
        start: {minutes: String(listing.minutes)},
        problemNotice: ({code}) => exchangeProblem(code, storyWords(model)),
      })}
      ${fund.render(model)}
      ${
        proposed
          ? html`<button class="button" type="button" data-act="to-exchange" @click=${() => this.#deeds.onOpenExchange(proposed.id)}>
              ${words.seeExchange}
            </button>`
          : nothing
      }
    </div>`;
  }

  forgetDone(): void {
    for (const [key, {proposed, fund}] of this.#kept) if (proposed || fund.isAsked) this.#kept.delete(key);
  }

  #keptFor(listing: OpenedListing): Kept {
    const known = this.#kept.get(listing.id);
    if (known) return known;
    const kept: Kept = {
      listing,
      proposed: null,
      fund: new AskingFund(this.#host, this.#deeds),
      form: new Form(this.#host, 'proposal', {
        send: (values, idempotencyKey) => this.#send(kept, values, idempotencyKey),
        onSent: () => this.#deeds.onChanged(false),
      }),
    };
    this.#kept.set(listing.id, kept);
    return kept;
  }

  async #send(kept: Kept, values: FormValues, idempotencyKey: string): Promise<SendOutcome> {
    const minutes = Number(values['minutes']);
    kept.fund.forget();
    try {
      const {exchanges} = await this.#model.writer();
      const proposal = {listingId: kept.listing.id, minutes, ...exchangeWordsOf(values)};
      kept.proposed = await exchanges.propose(proposal, {idempotencyKey});
      return 'sent';
    } catch (error) {
      if (this.#deeds.hasEnded(error)) return {lookAt: '.sign-in .form-title'};
      const isShort = error instanceof ApiError && error.code === 'transfer.limit-reached';
      if (isShort && kept.listing.kind === 'offer') return kept.fund.offer(minutes, this.#model);
      throw error;
    }
  }
}
