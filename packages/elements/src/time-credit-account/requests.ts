import type {PaymentRequest} from '@buurtkit/sdk';
import {nameFirst, nameOf, type TimeCreditAccountMessages, type TimeCreditMessages} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import type {CreditWording} from '../time-credits/credit-wording.ts';

export type RequestDeed = 'answer' | 'refuse' | 'withdraw';

type Model = {
  askedOf: readonly PaymentRequest[];
  askedBy: readonly PaymentRequest[];
  wording: CreditWording;
  words: TimeCreditMessages & TimeCreditAccountMessages;
  /** Of which one is being refused or withdrawn. */
  busy: string | null;
  onDeed: (deed: RequestDeed, request: PaymentRequest) => void;
};

/** What waits for an answer: of the reader, and of others. */
export function requests({askedOf, askedBy, wording, words, busy, onDeed}: Model): TemplateResult {
  const row = (request: PaymentRequest, title: string, buttons: readonly [RequestDeed, string][]) =>
    html`<li class="item movement" part="item" data-id=${request.id}>
      <p class="movement-title" part="title" id="request-${request.id}">${title}</p>
      ${request.memo ? html`<p>${request.memo}</p>` : nothing}
      <p class="item-facts"><span>${words.answerBefore(wording.date(request.expiresAt))}</span></p>
      <p class="acts">
        ${buttons.map(
          ([deed, label], index) =>
            html`<button
              class="button ${index === 0 && deed === 'answer' ? 'primary' : ''}"
              type="button"
              data-act=${deed}
              aria-describedby="request-${request.id}"
              aria-disabled=${busy === request.id ? 'true' : nothing}
              @click=${() => busy === request.id || onDeed(deed, request)}
            >
              ${label}
            </button>`,
        )}
      </p>
    </li>`;
  return html`<ul class="list requests" part="list">
    ${askedOf.map((request) => {
      const amount = wording.amount(request.minutes);
      return row(request, words.asksYou(nameFirst(request.to, words), amount), [
        ['answer', words.accept(amount)],
        ['refuse', words.decline],
      ]);
    })}
    ${askedBy.map((request) =>
      row(request, words.youAsk(nameOf(request.from, words), wording.amount(request.minutes)), [['withdraw', words.withdraw]]),
    )}
  </ul>`;
}
