import type {StatementLine} from '@buurtkit/sdk';
import {movementTitle, type TimeCreditMessages} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import type {CreditWording} from './credit-wording.ts';

/** What moved, with whom, when and how much; a press opens the receipt where there is one to open. */
export function movementRow(
  line: StatementLine,
  {
    wording,
    words,
    onOpen,
    after,
  }: {wording: CreditWording; words: TimeCreditMessages; onOpen?: (line: StatementLine) => void; after?: string},
): TemplateResult {
  const title = movementTitle(line, words);
  const amount = wording.amountAndTime(Math.abs(line.minutes));
  const facts = [
    wording.date(line.occurredAt),
    line.minutes < 0 ? words.amountGiven(amount) : words.amountReceived(amount),
    ...(line.isByDesk ? [words.byDesk] : []),
    ...(line.reversedBy ? [words.wasTurnedBack] : []),
    ...(after ? [after] : []),
  ];
  return html`
    <li class="item movement" part="item" data-id=${line.entryId}>
      <p class="movement-line">
        ${
          onOpen
            ? html`<button class="button plain title" part="title" type="button" @click=${() => onOpen(line)}>${title}</button>`
            : html`<span class="movement-title" part="title">${title}</span>`
        }
      </p>
      ${line.memo ? html`<p class="item-summary">${line.memo}</p>` : nothing}
      <p class="item-facts">${facts.map((fact) => html`<span>${fact}</span>`)}</p>
    </li>
  `;
}
