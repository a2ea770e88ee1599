import {ApiError, ConnectionError, type Counterparty, type PaymentRequest, type TransferPreview, type WrittenEntry} from '@buurtkit/sdk';
import {creditForm, creditProblem, formMessages, nameFirst, nameOf, type FormMessages, type FormValues} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {moveFocus} from '../focus/move-focus.ts';
import {errorIcon} from '../form/error-icon.ts';
import {Form, type SendOutcome} from '../form/form.ts';
import {newKey} from '../form/new-key.ts';
import {heading} from '../headings/heading.ts';
import {errorEventOf, failure} from '../status/failure.ts';
import {skeleton} from '../status/skeleton.ts';
import {Loading} from '../status/loading.ts';
import {fundAsked, fundOffer} from '../time-credits/fund-offer.ts';
import type {ActsDeeds, ActsHost, ActsModel} from './account-acts.ts';
import {Person} from './person.ts';

/** What somebody is about to give, and what that would do. */
type Plan = {to: Counterparty; minutes: number; memo: string | undefined; answers: PaymentRequest | null; preview: TransferPreview};

type Stage = {is: 'asked'} | {is: 'checked'; plan: Plan} | {is: 'given'; plan: Plan; entry: WrittenEntry} | {is: 'fund-asked'};

/**
 * Gives minutes: to somebody, to the fund, or to who asked for them. First it shows what would happen; where there is too little
 * the fund is asked with one press. Pressing twice, or again after a lost connection, gives once.
 */
export class Giving {
  readonly #host: ActsHost;
  readonly #kind: 'give' | 'gift' | 'answer';
  readonly #deeds: ActsDeeds;
  readonly #form: Form;
  readonly #person: Person;
  readonly #answer: Loading<Plan>;
  #stage: Stage = {is: 'asked'};
  /** What was filled in, for who changes it. */
  #given: FormValues = {};
  #notice: string | null = null;
  /** Names this giving until it begins anew: pressed again it is the same. */
  #intent = newKey();
  #isSending = false;
  #model!: ActsModel;

  constructor(host: ActsHost, kind: 'give' | 'gift' | 'answer', deeds: ActsDeeds) {
    this.#host = host;
    this.#kind = kind;
    this.#deeds = deeds;
    this.#person = new Person(host);
    this.#answer = new Loading<Plan>(
      host,
      (error) => deeds.hasEnded(error) || host.dispatchEvent(errorEventOf(error)),
      () => void this.#show({is: 'checked', plan: this.#answer.value!}),
    );
    this.#form = new Form(host, kind, {
      send: (values) => this.#check(values),
      onSent: () => void this.#handleChecked(),
    });
  }

  render(model: ActsModel): TemplateResult {
    this.#model = model;
    const {wording, credits, words, headingLevel, people} = model;
    if (this.#stage.is !== 'asked') return this.#renderStage(this.#stage);
    const act = this.#kind === 'gift' ? 'gift' : 'give';
    const named = people.map(({accountId, kind, name}) => ({accountId, name: nameFirst({kind, name}, words)}));
    return this.#form.render({
      description: creditForm(wording, {act, credits: credits.credits, people: named}),
      wording,
      headingLevel,
      start: this.#given,
      controls: {number: (control) => this.#person.render(control, this.#model)},
      problemNotice: ({code}) => creditProblem(code, words),
    });
  }

  /** What is asked stands fixed: only yes is left to say. */
  showAnswer(request: PaymentRequest, model: ActsModel): void {
    this.#model = model;
    const {to, minutes, memo} = request;
    this.#answer.ask([model.reader, request, this.#intent], () => this.#planFor({to, minutes, memo: memo ?? undefined, answers: request}));
  }

  renderAnswer(): TemplateResult {
    const {error, isLoading} = this.#answer;
    const {words} = this.#model;
    if (error) return failure({error, messages: words, isRetrying: isLoading, onRetry: () => void this.#answer.retry()});
    return this.#stage.is === 'asked' ? skeleton() : this.#renderStage(this.#stage);
  }

  forgetDone(): void {
    if (this.#stage.is === 'given' || this.#stage.is === 'fund-asked' || this.#kind === 'answer') this.#begin();
  }

  #renderStage(stage: Exclude<Stage, {is: 'asked'}>): TemplateResult {
    const {words} = this.#model;
    if (stage.is === 'given') return this.#renderGiven(stage);
    if (stage.is === 'checked') return this.#renderCheck(stage.plan);
    return fundAsked(words, this.#model.headingLevel);
  }

  #renderCheck(plan: Plan): TemplateResult {
    const {words, credits, headingLevel} = this.#model;
    const {to, minutes, memo, preview} = plan;
    return html`<div class="account-part check">
      ${heading(headingLevel, words.checkTitle, 'form-title')}
      <p class="lead">${words.youGive(credits.amountAndTime(minutes), nameOf(to, words))}</p>
      ${memo ? html`<p>${memo}</p>` : nothing}
      ${this.#notice ? html`<p class="notice check-notice" role="group" tabindex="-1">${errorIcon()} <span>${this.#notice}</span></p>` : nothing}
      ${preview.isAllowed ? this.#renderConfirm(plan) : this.#renderObstacle(plan)}
    </div>`;
  }

  #renderConfirm({minutes, preview}: Plan): TemplateResult {
    const {words, credits} = this.#model;
    const {sending} = this.#formWords;
    return html`
      <p>${words.afterwards(credits.amount(preview.afterMinutes))} ${preview.afterMinutes < 0 ? words.belowZero : nothing}</p>
      <p class="acts">
        <button
          class="button primary"
          part="submit"
          type="button"
          data-act="confirm"
          aria-disabled=${this.#isSending ? 'true' : nothing}
          @click=${this.#handleConfirm}
        >
          ${this.#isSending ? sending : words.confirm(credits.amount(minutes))}
        </button>
        ${this.#renderChange()}
      </p>
    `;
  }

  #renderObstacle({preview}: Plan): TemplateResult {
    const {words, credits} = this.#model;
    const {code, fundMinutes} = preview;
    const hasFund = code === 'transfer.limit-reached' && fundMinutes !== null && this.#fund !== null;
    if (!hasFund)
      return html`<p>${creditProblem(code ?? '', words) ?? words.giveLess}</p>
        <p class="acts">${this.#renderChange()}</p>`;
    return html`
      ${fundOffer({amount: credits.amount(fundMinutes), words, isSending: this.#isSending, onAsk: this.#handleAskFund})}
      <p class="acts">${this.#renderChange()}</p>
    `;
  }

  #renderChange(): TemplateResult | typeof nothing {
    if (this.#kind === 'answer') return nothing;
    return html`<button class="button" type="button" data-act="change" @click=${this.#handleChange}>${this.#model.words.change}</button>`;
  }

  #renderGiven({plan, entry}: Extract<Stage, {is: 'given'}>): TemplateResult {
    const {words, credits, headingLevel} = this.#model;
    const left = entry.postings.find(({minutes}) => minutes < 0)?.balanceMinutes ?? null;
    return html`<div class="account-part">
      ${heading(headingLevel, words.gave(credits.amount(plan.minutes), nameOf(plan.to, words)), 'form-title')}
      ${entry.isReplay ? html`<p>${words.alreadyDone}</p>` : nothing}
      ${left === null ? nothing : html`<p>${words.afterwards(credits.amount(left))}</p>`}
      <p class="acts">
        <button class="button" type="button" data-act="receipt" @click=${() => this.#deeds.onOpen({receipt: entry.id})}>
          ${words.receipt}
        </button>
      </p>
    </div>`;
  }

  get #formWords(): FormMessages {
    const {language, addressForm} = this.#model.wording;
    return formMessages[language](addressForm);
  }

  get #fund(): Counterparty | null {
    return this.#model.people.find(({kind}) => kind === 'fund') ?? null;
  }

  async #check(values: FormValues): Promise<SendOutcome> {
    this.#given = values;
    try {
      const chosen = this.#kind === 'gift' ? {person: this.#fund!} : await this.#person.choose(values, this.#model);
      if ('faults' in chosen) return chosen;
      const memo = values['memo']?.trim() || undefined;
      const plan = await this.#planFor({to: chosen.person, minutes: Number(values['minutes']), memo, answers: null});
      this.#stage = {is: 'checked', plan};
      return 'sent';
    } catch (error) {
      if (this.#deeds.hasEnded(error)) return {lookAt: '.sign-in .form-title'};
      throw error;
    }
  }

  async #planFor(planned: Omit<Plan, 'preview'>): Promise<Plan> {
    const {to, minutes, memo} = planned;
    const preview = await this.#model.reader.transfers.preview({toAccountId: to.accountId, minutes, ...(memo && {memo})});
    return {...planned, preview};
  }

  async #show(stage: Stage): Promise<void> {
    this.#stage = stage;
    this.#notice = null;
    this.#host.requestUpdate();
    await moveFocus(this.#host, '.act .form-title');
  }

  #begin(): void {
    this.#intent = newKey();
    this.#form.reset();
    [this.#stage, this.#given, this.#notice] = [{is: 'asked'}, {}, null];
  }

  /** Once per press; what went wrong stands above the button, which can be pressed again. */
  async #send(send: () => Promise<Stage>): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    this.#host.requestUpdate();
    try {
      const stage = await send();
      await this.#show(stage);
      this.#deeds.onChanged(stage.is === 'given');
    } catch (error) {
      if (this.#deeds.hasEnded(error)) return;
      this.#host.dispatchEvent(errorEventOf(error));
      await this.#tell(error);
    } finally {
      this.#isSending = false;
      this.#host.requestUpdate();
    }
  }

  async #tell(error: unknown): Promise<void> {
    const {connectionLost, failed, tooBusy} = this.#formWords;
    const own =
      error instanceof ApiError ? (creditProblem(error.code, this.#model.words) ?? (error.status === 429 ? tooBusy : null)) : null;
    this.#notice = own ?? (error instanceof ConnectionError ? connectionLost : failed);
    this.#host.requestUpdate();
    await moveFocus(this.#host, '.check-notice');
  }

  async #handleChecked(): Promise<void> {
    this.#form.isSent = false;
    await moveFocus(this.#host, '.act .form-title');
  }

  #handleChange = (): void => {
    void this.#show({is: 'asked'});
  };

  #handleConfirm = (): void => {
    const stage = this.#stage;
    if (stage.is !== 'checked') return;
    const {plan} = stage;
    const {to, minutes, memo, answers} = plan;
    void this.#send(async () => {
      const writer = await this.#model.writer();
      const entry = answers
        ? await writer.paymentRequests.accept(answers.id, {intent: this.#intent})
        : await writer.transfers.create({toAccountId: to.accountId, minutes, ...(memo && {memo})}, {intent: this.#intent});
      return {is: 'given', plan, entry};
    });
  };

  #handleAskFund = (): void => {
    const stage = this.#stage;
    const fund = this.#fund;
    if (stage.is !== 'checked' || !fund) return;
    const {preview, memo} = stage.plan;
    void this.#send(async () => {
      const writer = await this.#model.writer();
      const asked = {fromAccountId: fund.accountId, minutes: preview.fundMinutes!, ...(memo && {memo})};
      await writer.paymentRequests.create(asked, {idempotencyKey: this.#intent});
      return {is: 'fund-asked'};
    });
  };
}
