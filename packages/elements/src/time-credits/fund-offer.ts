import type {FundRequestMessages} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {heading} from '../headings/heading.ts';

type FundOffer = {
  /** What is missing, in the community's words. */
  amount: string;
  words: FundRequestMessages;
  isSending: boolean;
  onAsk: () => void;
};

/** Where somebody would give more than they can now: what the fund is for, and one press to ask it. */
export function fundOffer({amount, words, isSending, onAsk}: FundOffer): TemplateResult {
  return html`
    <p>${words.moreThanNow} ${words.fundCanAdd(amount)}</p>
    <p class="acts">
      <button
        class="button primary"
        part="submit"
        type="button"
        data-act="ask-fund"
        aria-disabled=${isSending ? 'true' : nothing}
        @click=${() => isSending || onAsk()}
      >
        ${words.askFund(amount)}
      </button>
    </p>
  `;
}

export function fundAsked(words: FundRequestMessages, headingLevel: number): TemplateResult {
  return html`<div class="account-part">
    ${heading(headingLevel, words.fundAsked, 'form-title')}
    <p>${words.fundAskedHint}</p>
  </div>`;
}
