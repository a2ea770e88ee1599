import type {Listing} from '@buurtkit/sdk';
import {listingCategories} from '@buurtkit/sdk/vocabularies';
import {listingForm, listingOf, valuesOfListing, type FormValues} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {Form, type SendOutcome} from '../form/form.ts';
import {keepOpen, storyWords, type PartDeeds, type PartHost, type PartModel} from './part-model.ts';

type Kept = {form: Form; placed: Listing | null};

/** Places an offer or a request, or changes one's own; what was filled in stays while the reader looks elsewhere. */
export class Placing {
  readonly #host: PartHost;
  readonly #deeds: PartDeeds;
  readonly #kept = new Map<string, Kept>();
  #model!: PartModel;

  constructor(host: PartHost, deeds: PartDeeds) {
    this.#host = host;
    this.#deeds = deeds;
  }

  render(current: Listing | null, model: PartModel): TemplateResult {
    this.#model = model;
    const {wording, credits, areas, headingLevel, words} = model;
    const {language} = wording;
    const {form, placed} = this.#keptFor(current);
    const categories = Object.entries(listingCategories).map(([value, label]) => ({value, label: label[language]}));
    return html`<div class="form-layer" @keydown=${keepOpen}>
      ${form.render({
        description: listingForm(wording, {credits: credits.credits, areas, categories, current}),
        wording,
        headingLevel,
        start: valuesOfListing(current, language),
        problemNotice: ({code}) => (code === 'listing.closed' ? storyWords(model).closed : null),
      })}
      ${
        placed
          ? html`<button class="button" type="button" data-act="to-listing" @click=${() => this.#deeds.onOpenListing(placed.id)}>
              ${words.seeListing}
            </button>`
          : nothing
      }
    </div>`;
  }

  forgetDone(): void {
    for (const [key, {placed}] of this.#kept) if (placed) this.#kept.delete(key);
  }

  #keptFor(current: Listing | null): Kept {
    const key = current?.id ?? '';
    const known = this.#kept.get(key);
    if (known) return known;
    const kept: Kept = {
      placed: null,
      form: new Form(this.#host, 'listing', {
        send: (values, idempotencyKey) => this.#send(kept, current, values, idempotencyKey),
        onSent: () => this.#deeds.onChanged(false),
      }),
    };
    this.#kept.set(key, kept);
    return kept;
  }

  async #send(kept: Kept, current: Listing | null, values: FormValues, idempotencyKey: string): Promise<SendOutcome> {
    const {wording, writer} = this.#model;
    try {
      const {listings} = await writer();
      const {kind, ...listing} = listingOf(values, {current, language: wording.language, now: new Date()});
      kept.placed = current
        ? await listings.change(current.id, listing, {idempotencyKey})
        : await listings.create({kind, ...listing}, {idempotencyKey});
      return 'sent';
    } catch (error) {
      if (this.#deeds.hasEnded(error)) return {lookAt: '.sign-in .form-title'};
      throw error;
    }
  }
}
