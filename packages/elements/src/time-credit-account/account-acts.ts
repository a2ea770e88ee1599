import type {Counterparty, CreditReader, CreditWriter, PaymentRequest} from '@buurtkit/sdk';
import type {CreditAct, StatusMessages, TimeCreditAccountMessages, TimeCreditMessages, Wording} from '@buurtkit/texts';
import {type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {CreditWording} from '../time-credits/credit-wording.ts';
import {Asking} from './asking.ts';
import type {FileSaver} from './file-saver.ts';
import {Giving} from './giving.ts';
import {PayCode} from './pay-code.ts';
import {ReceiptView} from './receipt.ts';

export {formStyles} from '../form/form-styles.ts';
export {creditWriter} from '../time-credits/credit-writer.ts';

/** What is open over the account. */
export type OpenedAct = {act: CreditAct} | {answer: PaymentRequest} | {receipt: string} | {act: 'pay'};

export type ActsHost = ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment};

export type ActWords = StatusMessages & TimeCreditMessages & TimeCreditAccountMessages;

/** What it is shown with. */
export type ActsModel = {
  reader: CreditReader;
  writer: () => Promise<CreditWriter>;
  /** The fund, and whom one had to do with. */
  people: readonly Counterparty[];
  wording: Wording;
  credits: CreditWording;
  words: ActWords;
  headingLevel: number;
};

export type ActsDeeds = {
  /** Something moved, or somebody was asked. */
  onChanged: (hasMoved: boolean) => void;
  /** True when it only says that the session is over. */
  hasEnded: (error: unknown) => boolean;
  onOpen: (opened: OpenedAct) => void;
  files: FileSaver;
};

/** What one does with an account, one thing at a time: what was filled in for one stays while the reader looks at another. */
export class AccountActs {
  readonly #giving: Record<'give' | 'gift', Giving>;
  readonly #answering: Giving;
  readonly #asking: Asking;
  readonly #receipt: ReceiptView;
  readonly #code: PayCode;
  #opened!: OpenedAct;
  #model!: ActsModel;

  constructor(host: ActsHost, deeds: ActsDeeds) {
    this.#giving = {give: new Giving(host, 'give', deeds), gift: new Giving(host, 'gift', deeds)};
    this.#answering = new Giving(host, 'answer', deeds);
    this.#asking = new Asking(host, deeds);
    this.#receipt = new ReceiptView(host, deeds);
    this.#code = new PayCode(host, deeds);
  }

  /** Asks for what isn't there yet. */
  show(opened: OpenedAct, model: ActsModel): void {
    [this.#opened, this.#model] = [opened, model];
    if ('receipt' in opened) this.#receipt.show(opened.receipt, model);
    else if ('answer' in opened) this.#answering.showAnswer(opened.answer, model);
    else if (opened.act === 'pay') this.#code.show(model);
  }

  render(): TemplateResult {
    const opened = this.#opened;
    const model = this.#model;
    if ('receipt' in opened) return this.#receipt.render(model);
    if ('answer' in opened) return this.#answering.renderAnswer();
    if (opened.act === 'pay') return this.#code.render(model);
    return opened.act === 'ask' ? this.#asking.render(model) : this.#giving[opened.act].render(model);
  }

  /** Begins anew with what is done. */
  leave(): void {
    for (const each of [...Object.values(this.#giving), this.#answering, this.#asking]) each.forgetDone();
  }
}
