import type {AccountHistory} from '@buurtkit/sdk';
import {formatDate, type TimeCreditAccountMessages} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {barChart, type ChartText} from '../chart/bar-chart.ts';
import {toldBars} from '../chart/told-bars.ts';
import type {CreditWording} from '../time-credits/credit-wording.ts';

type Week = AccountHistory['data'][number];

const weekLength = 7 * 86_400_000;

type Model = {
  weeks: readonly Week[];
  /** When the account began (RFC 3339): of the weeks before it there is nothing to tell. */
  openedAt: string;
  wording: CreditWording;
  words: TimeCreditAccountMessages;
  isTableOpen: boolean;
  onToggle: () => void;
};

/** What stood on the account week by week, as bars, and the same figures as a table. */
export function history({weeks, openedAt, wording, words, isTableOpen, onToggle}: Model): TemplateResult {
  const values = weeks.map(({minutes}) => minutes);
  const amount = (minutes: number) => wording.amount(minutes);
  return html`
    ${barChart({
      label: words.chartText(amount(values.at(-1)!), amount(Math.max(...values)), amount(Math.min(...values))),
      values,
      told: toldBars(values).map((index) => {
        const text = amount(values[index]!);
        return {index, text: index === values.length - 1 ? words.standsNow(text) : text};
      }),
      marks: quarterMarks(weeks, wording),
    })}
    <button class="button" type="button" data-act="table" aria-expanded=${String(isTableOpen)} @click=${onToggle}>
      ${isTableOpen ? words.hideTable : words.showTable}
    </button>
    ${
      isTableOpen
        ? table(
            weeks.filter(({from}) => Date.parse(from) + weekLength > Date.parse(openedAt)),
            wording,
            words,
          )
        : nothing
    }
  `;
}

/** Four names of months below the bars, a quarter of a year apart. */
function quarterMarks(weeks: readonly Week[], {language}: CreditWording): ChartText[] {
  const month = new Intl.DateTimeFormat(language, {month: 'short', timeZone: 'UTC'});
  return [0, 1, 2, 3].flatMap((quarter) => {
    const index = Math.floor((quarter / 4) * weeks.length);
    const week = weeks[index];
    return week ? [{index, text: month.format(new Date(week.from))}] : [];
  });
}

/** Its roles are told, since a narrow component shows each row below the one before. */
function table(weeks: readonly Week[], wording: CreditWording, words: TimeCreditAccountMessages): TemplateResult {
  const columns = [words.week, words.received, words.given, words.balance];
  const cells = ({receivedMinutes, givenMinutes, minutes}: Week) => [receivedMinutes, givenMinutes, minutes];
  return html`<table class="figures" role="table" aria-label=${words.history}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${[...weeks].reverse().map(
        (row) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">${formatDate(row.from, wording.language)}</th>
            ${cells(row).map((minutes, index) => html`<td role="cell" data-column=${columns[index + 1]!}>${wording.amount(minutes)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
