import type {Exchange} from '@buurtkit/sdk';
import {labelOf, listingCategories, listingKinds} from '@buurtkit/sdk/vocabularies';
import {html, nothing, type TemplateResult} from 'lit';
import {blocks} from '../detail/blocks.ts';
import {facts} from '../detail/facts.ts';
import {reference} from '../detail/reference.ts';
import {heading} from '../headings/heading.ts';
import {inLanguage} from '../vocabulary/written-by-people.ts';
import type {ListingModel, OpenedListing} from './load-listing.ts';

export {detailStyles} from '../detail/detail-styles.ts';

/** All there is to read of an offer or request, below its title, and what the reader can do with it. */
export function listingDetail(listing: OpenedListing, model: ListingModel): TemplateResult {
  const {words, language, credits, headingLevel} = model;
  const {kind, category, area, minutes, until, owner, blocks: text, state, isMine, matches} = listing;
  const told = text && inLanguage(text, language);
  return html`
    ${state === 'open' ? nothing : html`<p class="notice">${words.offTheList}</p>`}
    <div class="detail-columns">
      <div class="detail-text">
        ${told ? html`<div class="chapter" lang=${told.language}>${blocks(told.text)}</div>` : nothing}
        <p class="acts">${isMine ? ownActs(listing, model) : othersActs(listing, model)}</p>
        ${
          matches.length
            ? html`${heading(headingLevel + 1, words.fits, 'section-title')}
                <ul>
                  ${matches.map(
                    (match) =>
                      html`<li>
                        ${reference(inLanguage(match.title, language).text, match.id, () => model.onOpen(match))}
                        <span class="muted">${credits.amountAndTime(match.minutes)}</span>
                      </li>`,
                  )}
                </ul>`
            : nothing
        }
      </div>
      <div class="detail-facts">
        ${facts([
          [words.kind, labelOf(listingKinds, kind, language)],
          [words.category, labelOf(listingCategories, category, language)],
          [words.from, isMine ? words.yours : (owner.name ?? words.somebody)],
          [words.takes, credits.amountAndTime(minutes)],
          [words.where, area?.name ?? words.anywhere],
          [words.until, credits.date(until)],
        ])}
      </div>
    </div>
  `;
}

function othersActs({kind, state}: OpenedListing, model: ListingModel): unknown {
  const {words, running, onPropose} = model;
  if (running) return exchangeButton(running, model);
  if (state !== 'open') return nothing;
  return html`<button class="button primary" part="propose" type="button" data-address="propose" @click=${onPropose}>
    ${kind === 'request' ? words.offerHelp : words.askHelp}
  </button>`;
}

function ownActs(listing: OpenedListing, model: ListingModel): unknown {
  const {words, isBusy, running, onChange, onClose} = model;
  const isOpen = listing.state === 'open';
  return html`
    ${running ? exchangeButton(running, model) : nothing}
    ${isOpen ? html`<button class="button" type="button" data-address="change" @click=${onChange}>${words.change}</button>` : nothing}
    <button
      class="button"
      type="button"
      data-act="close"
      aria-disabled=${isBusy ? 'true' : nothing}
      @click=${() => isBusy || onClose(isOpen)}
    >
      ${isOpen ? words.takeOff : words.putBack}
    </button>
  `;
}

function exchangeButton(exchange: Exchange, {words, onOpenExchange}: ListingModel): TemplateResult {
  return html`<button class="button primary" type="button" data-address=${exchange.id} @click=${() => onOpenExchange(exchange)}>
    ${words.seeExchange}
  </button>`;
}
