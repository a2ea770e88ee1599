import type {Exchange, Listing} from '@buurtkit/sdk';
import {exchangeStates, labelOf, listingKinds, listingStates} from '@buurtkit/sdk/vocabularies';
import {exchangeStory, type ExchangeMessages, type ExchangeStoryMessages, type StoryFormats, type Wording} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../headings/heading.ts';
import {inLanguage} from '../vocabulary/written-by-people.ts';
import {waitsForReader} from './waits-for-reader.ts';

export type MineModel = {
  exchanges: readonly Exchange[];
  listings: readonly Listing[];
  words: ExchangeStoryMessages;
  listWords: ExchangeMessages;
  formats: StoryFormats;
  wording: Wording;
  headingLevel: number;
  onOpenExchange: (id: string) => void;
  onOpenListing: (id: string) => void;
};

type Row = {id: string; title: string; summary: string; facts: readonly string[]; onOpen: (id: string) => void};

const over: readonly string[] = ['settled', 'declined', 'withdrawn', 'expired', 'resolved'];

/** What waits for the reader, what runs, what is over, and what they placed themselves. */
export function myExchanges(model: MineModel): TemplateResult {
  const {exchanges, listings, words, listWords, formats, headingLevel, wording} = model;
  const {language} = wording;
  const exchangeRow = (exchange: Exchange): Row => ({
    id: exchange.id,
    title: titleOf(exchange, words, language),
    summary: exchangeStory(exchange, words, formats).happened,
    facts: [labelOf(exchangeStates, exchange.state, language), formats.date(exchange.updatedAt)],
    onOpen: model.onOpenExchange,
  });
  const listingRow = ({id, title, kind, state, minutes}: Listing): Row => ({
    id,
    title: inLanguage(title, language).text,
    summary: formats.amount(minutes),
    facts: [labelOf(listingKinds, kind, language), labelOf(listingStates, state, language)],
    onOpen: model.onOpenListing,
  });
  const [waiting, running, past] = [
    exchanges.filter((exchange) => waitsForReader(exchange)),
    exchanges.filter((exchange) => !waitsForReader(exchange) && !over.includes(exchange.state)),
    exchanges.filter(({state}) => over.includes(state)),
  ];
  const sections = [
    [words.waitsForYou, waiting.map(exchangeRow)],
    [words.goesOn, running.map(exchangeRow)],
    [words.ownListings, listings.map(listingRow)],
    [words.over, past.map(exchangeRow)],
  ] as const;
  return html`<div class="own">
    ${heading(headingLevel, listWords.mine(0), 'detail-title')}
    ${exchanges.length ? nothing : html`<p part="empty">${words.noneYet} ${words.noneYetHint}</p>`}
    ${sections.map(([title, rows]) =>
      rows.length
        ? html`${heading(headingLevel + 1, title, 'section-title')}
            <ul class="list" part="list">
              ${rows.map(row)}
            </ul>`
        : nothing,
    )}
  </div>`;
}

/** What it is about: its listing can be gone. */
export function titleOf({listing}: Exchange, words: ExchangeStoryMessages, language: Wording['language']): string {
  return listing ? inLanguage(listing.title, language).text : words.goneListing;
}

function row({id, title, summary, facts, onOpen}: Row): TemplateResult {
  return html`<li class="item" part="item" data-id=${id}>
    <p class="item-title">
      <button class="button plain title" part="title" type="button" data-address=${id} @click=${() => onOpen(id)}>${title}</button>
    </p>
    <p class="item-summary">${summary}</p>
    <p class="item-facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>
  </li>`;
}
