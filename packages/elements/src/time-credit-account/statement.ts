import type {Account, CreditReader, Statement, StatementLine} from '@buurtkit/sdk';
import {formatDate, type StatusMessages, type TimeCreditAccountMessages, type TimeCreditMessages} from '@buurtkit/texts';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {facts} from '../detail/facts.ts';
import {PagedResults} from '../list/paged-results.ts';
import {moveFocus} from '../focus/move-focus.ts';
import type {Announcer} from '../status/announcer.ts';
import {failure} from '../status/failure.ts';
import {Loading} from '../status/loading.ts';
import type {CreditWording} from '../time-credits/credit-wording.ts';
import {movementRow} from '../time-credits/movement-row.ts';
import {monthsSince} from './months.ts';
import type {FileSaver} from './file-saver.ts';

export type StatementWords = StatusMessages & TimeCreditMessages & TimeCreditAccountMessages;

type Model = {
  client: CreditReader;
  account: Account;
  timeZone: string;
  wording: CreditWording;
  words: StatementWords;
  /** How often everything was asked anew. */
  refreshes: number;
};

type Acts = {
  onOpen: (line: StatementLine) => void;
  onFailed: (error: unknown) => void;
  files: FileSaver;
};

type Direction = '' | 'received' | 'given';

const pageSize = 20;

/** What came and went, the last first; or one month, with what stood there before and after, to save or print. */
export class StatementView {
  readonly #host: ReactiveControllerHost & {renderRoot: HTMLElement | DocumentFragment};
  readonly #acts: Acts;
  readonly #announcer: Announcer;
  readonly #lines: PagedResults<StatementLine>;
  readonly #month: Loading<Statement>;
  #direction: Direction = '';
  #chosen = '';
  #asked: readonly unknown[] = [];
  #hasChosen = false;
  #model!: Model;

  constructor(host: ReactiveControllerHost & {renderRoot: HTMLElement | DocumentFragment}, announcer: Announcer, acts: Acts) {
    this.#host = host;
    this.#announcer = announcer;
    this.#acts = acts;
    this.#lines = new PagedResults(host, {
      onFailed: acts.onFailed,
      onLoaded: (part, firstNew) => {
        if (part === 'more') void moveFocus(host, `.statement .item:nth-child(${firstNew + 1}) .title`);
        else this.#tellCount(this.#lines.total);
      },
    });
    this.#month = new Loading<Statement>(host, acts.onFailed, () => this.#tellCount(this.#shownOfMonth.length));
  }

  /** Asks for what isn't there yet. */
  show(model: Model): void {
    this.#model = model;
    const {client, account, refreshes} = model;
    const {id} = account;
    if (this.#chosen)
      return this.#month.ask([client, id, this.#chosen, refreshes], (signal) => client.accounts.statement(id, this.#chosen, {signal}));
    const asked = [client, id, this.#direction, refreshes];
    if (asked.every((part, index) => part === this.#asked[index])) return;
    const isOther = this.#asked[0] !== client;
    this.#asked = asked;
    const direction = this.#direction || undefined;
    void this.#lines.load((cursor, signal) => client.accounts.entries(id, {direction, cursor, limit: pageSize}, {signal}), {isOther});
  }

  /** Nothing of it stays. */
  forget(): void {
    this.#lines.stop();
    [this.#lines.items, this.#lines.hasLoaded, this.#month.value, this.#asked] = [[], false, null, []];
    [this.#direction, this.#chosen, this.#hasChosen] = ['', '', false];
  }

  render(): TemplateResult {
    const {account, timeZone, wording, words} = this.#model;
    const months = monthsSince(account.openedAt, timeZone).map((month) => ({value: month, label: formatDate(month, wording.language)}));
    const directions = [
      {value: '', label: words.everything},
      {value: 'received', label: words.received},
      {value: 'given', label: words.given},
    ];
    return html`
      <div class="statement account-part">
        <div class="statement-filters" part="filters">
          ${this.#renderChoice('direction', words.what, this.#direction, directions)}
          ${this.#renderChoice('month', words.month, this.#chosen, [{value: '', label: words.allMonths}, ...months])}
        </div>
        ${this.#chosen ? this.#renderMonth() : this.#renderAll()}
      </div>
    `;
  }

  #renderChoice(name: string, label: string, chosen: string, options: readonly {value: string; label: string}[]): TemplateResult {
    return html`<p class="statement-filter">
      <label for="statement-${name}">${label}</label>
      <select class="input" id="statement-${name}" data-filter=${name} @change=${this.#handleChoice}>
        ${options.map(({value, label: text}) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
      </select>
    </p>`;
  }

  #renderAll(): TemplateResult {
    const {words} = this.#model;
    const {items, hasLoaded, error, isLoading, next} = this.#lines;
    if (error) return failure({error, messages: words, isRetrying: isLoading, onRetry: () => this.#lines.retry()});
    return html`
      ${hasLoaded ? this.#renderLines(items) : nothing}
      ${
        next === null
          ? nothing
          : html`<button
              class="button"
              part="more"
              type="button"
              data-act="more"
              aria-disabled=${isLoading ? 'true' : nothing}
              @click=${() => this.#lines.more()}
            >
              ${words.showMore}
            </button>`
      }
      <p class="muted no-print">${words.chooseMonth}</p>
    `;
  }

  #renderMonth(): TemplateResult {
    const {words, wording} = this.#model;
    const {value, error, isLoading} = this.#month;
    if (error) return failure({error, messages: words, isRetrying: isLoading, onRetry: () => void this.#month.retry()});
    if (value?.month !== this.#chosen) return html`<p class="muted">…</p>`;
    return html`
      ${facts([
        [words.atBegin, wording.amount(value.openingMinutes)],
        [words.received, wording.amount(value.receivedMinutes)],
        [words.given, wording.amount(value.givenMinutes)],
        [words.atEnd, wording.amount(value.closingMinutes)],
      ])}
      ${this.#renderLines(this.#shownOfMonth)}
      <p class="acts">
        <button class="button" type="button" data-act="pdf" @click=${() => this.#save('pdf')}>${words.downloadPdf}</button>
        <button class="button" type="button" data-act="csv" @click=${() => this.#save('csv')}>${words.downloadCsv}</button>
        <button class="button" type="button" data-act="print" @click=${() => window.print()}>${words.print}</button>
      </p>
    `;
  }

  #renderLines(lines: readonly StatementLine[]): TemplateResult {
    const {words, wording} = this.#model;
    if (!lines.length)
      return html`<p part="empty">${this.#hasChosen ? words.noLines : `${words.nothingMoved}. ${words.nothingMovedHint}`}</p>`;
    return html`<ul class="list" part="list">
      ${lines.map((line) =>
        movementRow(line, {
          wording,
          words,
          after: `${words.balance}: ${wording.amount(line.balanceMinutes)}`,
          onOpen: (opened) => this.#acts.onOpen(opened),
        }),
      )}
    </ul>`;
  }

  get #shownOfMonth(): readonly StatementLine[] {
    const lines = this.#month.value?.lines ?? [];
    return this.#direction ? lines.filter(({minutes}) => minutes > 0 === (this.#direction === 'received')) : lines;
  }

  #tellCount(count: number): void {
    if (this.#hasChosen) this.#announcer.say(count ? this.#model.words.linesFound(count) : this.#model.words.noLines);
  }

  #save(format: 'csv' | 'pdf'): void {
    const {client, account, words} = this.#model;
    const month = this.#chosen;
    void this.#acts.files.save(`${month}.${format}`, words, () => client.accounts.statementFile(account.id, month, format));
  }

  #handleChoice = ({target}: Event): void => {
    const {value, dataset} = target as HTMLSelectElement;
    if (dataset['filter'] === 'month') this.#chosen = value;
    else this.#direction = value as Direction;
    this.#hasChosen = true;
    if (this.#chosen && this.#month.value?.month === this.#chosen) this.#tellCount(this.#shownOfMonth.length);
    this.#host.requestUpdate();
  };
}
