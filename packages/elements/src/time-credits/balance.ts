import type {Account} from '@buurtkit/sdk';
import type {TimeCreditMessages} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import type {CreditWording} from './credit-wording.ts';

/** From here on down a reader is told how to give something back. */
const little = 60;

/** What somebody has, and what there is to say about it. */
export function balance(account: Account, wording: CreditWording, words: TimeCreditMessages): TemplateResult {
  const {minutes, heldMinutes, incomingMinutes, availableMinutes, isFrozen, closedAt, expiring} = account;
  const time = minutes === 0 ? null : wording.time(minutes);
  const isNearLimit = minutes < 0 && availableMinutes !== null && availableMinutes <= little;
  const notes = [
    minutes < 0 && words.belowZero,
    isNearLimit && words.giveBack,
    heldMinutes > 0 && words.reserved(wording.amount(heldMinutes)),
    incomingMinutes > 0 && words.incoming(wording.amount(incomingMinutes)),
    expiring !== null && words.expiring(wording.amount(expiring.minutes), wording.day(expiring.on)),
    closedAt ? words.closed : isFrozen && words.frozen,
  ].filter((note) => note !== false);
  return html`
    <div class="balance" part="balance">
      <p class="amount" part="amount">${wording.amount(minutes)}</p>
      ${time ? html`<p class="muted">${time}</p>` : nothing} ${notes.map((note) => html`<p>${note}</p>`)}
    </div>
  `;
}
