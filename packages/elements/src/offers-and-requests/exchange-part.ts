import {createExchangeWriter, type ClientOptions, type Exchange, type ExchangeWriter} from '@buurtkit/sdk';
import type {TemplateResult} from 'lit';
import {digests} from '../form/digests.ts';
import {ExchangeView} from './exchange-view.ts';
import type {OpenedListing} from './load-listing.ts';
import {myExchanges, type MineModel} from './my-exchanges.ts';
import {storyFormats, storyWords, type PartDeeds, type PartHost, type PartModel} from './part-model.ts';
import {Placing} from './placing.ts';
import {Proposing} from './proposing.ts';

export {detailStyles} from '../detail/detail-styles.ts';
export {formStyles} from '../form/form-styles.ts';

/** All that is done with offers and requests, and what comes of them: most readers only look. */
export class ExchangePart {
  readonly #placing: Placing;
  readonly #proposing: Proposing;
  readonly #exchange: ExchangeView;

  constructor(host: PartHost, deeds: PartDeeds) {
    this.#placing = new Placing(host, deeds);
    this.#proposing = new Proposing(host, deeds);
    this.#exchange = new ExchangeView(host, deeds);
  }

  /** The form for a new one, or to change one's own. */
  renderPlacing(current: OpenedListing | null, model: PartModel): TemplateResult {
    return this.#placing.render(current, model);
  }

  renderProposal(listing: OpenedListing, model: PartModel): TemplateResult {
    return this.#proposing.render(listing, model);
  }

  renderMine(mine: Omit<MineModel, 'words' | 'formats' | 'listWords' | 'wording' | 'headingLevel'>, model: PartModel): TemplateResult {
    const {wording, headingLevel, words: listWords} = model;
    return myExchanges({...mine, words: storyWords(model), formats: storyFormats(model), listWords, wording, headingLevel});
  }

  renderExchange(exchange: Exchange, model: PartModel): TemplateResult {
    return this.#exchange.render(exchange, model);
  }

  /** Begins anew with what is done. */
  leave(): void {
    for (const part of [this.#placing, this.#proposing, this.#exchange]) part.forgetDone();
  }
}

/** What places, proposes and settles. */
export async function exchangeWriter(settings: ClientOptions): Promise<ExchangeWriter> {
  return createExchangeWriter({...settings, ...(await digests())});
}
