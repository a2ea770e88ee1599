import {ApiError, ConnectionError, type Exchange, type ExchangeEvent, type ExchangeWriter} from '@buurtkit/sdk';
import {
  exchangeForm,
  exchangeStory,
  exchangeWordsOf,
  formMessages,
  type ExchangeFormAct,
  type ExchangeStoryMessages,
  type FormValues,
} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {facts} from '../detail/facts.ts';
import {moveFocus} from '../focus/move-focus.ts';
import {errorIcon} from '../form/error-icon.ts';
import {Form, type SendOutcome} from '../form/form.ts';
import {heading} from '../headings/heading.ts';
import {Announcer} from '../status/announcer.ts';
import {errorEventOf} from '../status/failure.ts';
import {AskingFund} from './asking-fund.ts';
import {keepOpen, storyFormats, storyWords, type PartDeeds, type PartHost, type PartModel} from './part-model.ts';
import {exchangeProblem} from './exchange-problem.ts';
import {titleOf} from './my-exchanges.ts';

type Act = Exclude<ExchangeFormAct, 'propose'>;
/** What one of the two sides can do. */
type Event = Exclude<ExchangeEvent, 'resolution'>;

/** What is most likely comes first, and what ends it last. */
const order: readonly Event[] = ['acceptance', 'confirmation', 'agreement', 'done', 'decline', 'withdrawal', 'dispute'];
const last: readonly Event[] = ['withdrawal', 'dispute'];

/** One exchange as it stands: what happened, what comes next, and a button for each thing that the reader can do. */
export class ExchangeView {
  readonly #host: PartHost;
  readonly #deeds: PartDeeds;
  readonly #announcer: Announcer;
  readonly #forms = new Map<string, Form>();
  #fund: AskingFund;
  #opened: {id: string; act: Act} | null = null;
  #notice: string | null = null;
  #isSending = false;
  #exchange!: Exchange;
  /** What it became by what the reader did, until that is loaded. */
  #answered: Exchange | null = null;
  #model!: PartModel;

  constructor(host: PartHost, deeds: PartDeeds) {
    this.#host = host;
    this.#deeds = deeds;
    this.#announcer = new Announcer(host);
    this.#fund = new AskingFund(host, deeds);
  }

  render(loaded: Exchange, model: PartModel): TemplateResult {
    const {id} = this.#answered ?? {};
    const isNewer = this.#answered !== null && id === loaded.id && this.#answered.updatedAt >= loaded.updatedAt;
    const exchange = isNewer ? this.#answered! : loaded;
    if (this.#exchange?.id !== exchange.id) this.forgetDone();
    [this.#exchange, this.#model] = [exchange, model];
    const words = storyWords(model);
    const {happened, next} = exchangeStory(exchange, words, storyFormats(model));
    const act = this.#opened?.id === exchange.id && exchange.events.includes(this.#opened.act) ? this.#opened.act : null;
    return html`<div class="story" @keydown=${keepOpen}>
      ${heading(model.headingLevel, titleOf(exchange, words, model.wording.language), 'detail-title')}
      <div class="happened" tabindex="-1">
        <p class="lead">${happened}</p>
        ${next ? html`<p>${next}</p>` : nothing}
      </div>
      ${this.#notice ? html`<p class="notice act-notice" role="group" tabindex="-1">${errorIcon()} <span>${this.#notice}</span></p>` : nothing}
      ${act === null ? this.#renderActs(words) : this.#renderForm(act, words)} ${this.#fund.render(model)} ${this.#renderFacts(words)}
      ${this.#announcer.render()}
    </div>`;
  }

  /** What was opened is closed; what was filled in stays. */
  forgetDone(): void {
    [this.#opened, this.#notice] = [null, null];
    this.#fund = new AskingFund(this.#host, this.#deeds);
  }

  #renderActs(words: ExchangeStoryMessages): TemplateResult | typeof nothing {
    const {events, obstacle, side} = this.#exchange;
    const isShort = obstacle === 'transfer.limit-reached' && side === 'helped';
    const acts = order.filter((event) => events.includes(event));
    if (!acts.length) return nothing;
    return html`<p class="acts" role="group" aria-label=${words.acts}>
      ${isShort ? this.#renderAct('fund', words.seeFund, 'primary', () => void this.#offerFund()) : nothing}
      ${acts.map((event, index) =>
        this.#renderAct(event, this.#labelOf(event, words), index === 0 && !isShort && !last.includes(event) ? 'primary' : '', () =>
          this.#handleAct(event),
        ),
      )}
    </p>`;
  }

  #renderAct(name: string, label: string, look: string, onPress: () => void): TemplateResult {
    return html`<button
      class="button ${look}"
      part="act"
      type="button"
      data-act=${name}
      aria-disabled=${this.#isSending ? 'true' : nothing}
      @click=${() => this.#isSending || onPress()}
    >
      ${label}
    </button>`;
  }

  #renderForm(act: Act, words: ExchangeStoryMessages): TemplateResult {
    const {wording, credits, headingLevel} = this.#model;
    const exchange = this.#exchange;
    const {side, minutes, helper, helped, listing} = exchange;
    const said = act === 'confirmation' ? (side === 'helper' ? helped : helper).minutes : null;
    const start = said ?? minutes;
    const description = exchangeForm(wording, {
      act,
      title: titleOf(exchange, words, wording.language),
      side: side ?? 'helped',
      minutes: start,
      credits: credits.credits,
      isOffer: listing?.kind === 'offer',
    });
    return html`<div class="form-layer">
      ${this.#formFor(exchange.id, act).render({
        description,
        wording,
        headingLevel: headingLevel + 1,
        start: act === 'done' || act === 'confirmation' ? {minutes: String(start)} : {},
        problemNotice: ({code}) => exchangeProblem(code, words),
      })}
      <button class="button plain" type="button" data-act="leave" @click=${this.#handleLeave}>${words.backToOne}</button>
    </div>`;
  }

  #renderFacts(words: ExchangeStoryMessages): unknown {
    const {side, proposedBy, helper, helped, message, answer, reason, note, state, entryId} = this.#exchange;
    const other = side === 'helper' ? helped : helper;
    const name = other.name ?? this.#model.words.somebody;
    const wrote = (isMe: boolean) => (isMe ? words.youWrote : words.wrote(name));
    const isOn = ['accepted', 'done', 'confirmed', 'disputed'].includes(state);
    const isProposer = proposedBy === side;
    const said = (text: string | null) => text && html`<span class="said">${text}</span>`;
    return facts([
      [words.reach(name), other.contact ?? (isOn ? words.cannotReach : null)],
      [wrote(isProposer), said(message)],
      [state === 'withdrawn' ? words.isOff : wrote(!isProposer), said(answer)],
      [words.aboutDispute, said(reason)],
      [words.fromCoordinator, said(note)],
      [words.receipt, entryId],
    ]);
  }

  #labelOf(event: Event, words: ExchangeStoryMessages): string {
    const {side, state, agreedMinutes, obstacle, helper, helped} = this.#exchange;
    const isAgain = obstacle !== null || helper.minutes === helped.minutes;
    const labels: Record<Event, string> = {
      acceptance: words.accept[side ?? 'helped'],
      decline: words.decline,
      withdrawal: state === 'proposed' ? words.withdrawProposal : words.withdraw,
      done: words.done,
      confirmation: words.confirm,
      agreement: isAgain ? words.giveAgain : words.agree(this.#model.credits.amount(agreedMinutes ?? 0)),
      dispute: words.dispute,
    };
    return labels[event];
  }

  #formFor(id: string, act: Act): Form {
    const key = `${id} ${act}`;
    const known = this.#forms.get(key);
    if (known) return known;
    const form = new Form(this.#host, 'exchange', {
      send: (values, idempotencyKey) => this.#send(id, act, values, idempotencyKey),
      onSent: () => {
        this.#forms.delete(key);
        void this.#handleDone();
      },
    });
    this.#forms.set(key, form);
    return form;
  }

  async #send(id: string, act: Act, values: FormValues, idempotencyKey: string): Promise<SendOutcome> {
    this.#fund.forget();
    try {
      const {exchanges} = await this.#model.writer();
      this.#answered = await doAct(exchanges, {id, act, values, idempotencyKey});
      return 'sent';
    } catch (error) {
      if (this.#deeds.hasEnded(error)) return {lookAt: '.sign-in .form-title'};
      const isShort = error instanceof ApiError && error.code === 'transfer.limit-reached' && this.#exchange.side === 'helped';
      if (isShort) return this.#fund.offer(this.#exchange.minutes, this.#model);
      if (isChanged(error)) this.#deeds.onChanged(false);
      throw error;
    }
  }

  async #handleDone(): Promise<void> {
    [this.#opened, this.#notice] = [null, null];
    this.#host.requestUpdate();
    await moveFocus(this.#host, '.happened');
    this.#deeds.onChanged(this.#answered?.entryId !== null && this.#answered?.entryId !== undefined);
  }

  #handleAct(event: Event): void {
    if (event === 'agreement') return void this.#agree();
    [this.#opened, this.#notice] = [{id: this.#exchange.id, act: event}, null];
    this.#host.requestUpdate();
    void moveFocus(this.#host, '.story .form-title');
  }

  #handleLeave = (): void => {
    const act = this.#opened?.act;
    this.#opened = null;
    this.#host.requestUpdate();
    void moveFocus(this.#host, `.acts [data-act="${act}"]`);
  };

  /** Nothing to fill in: to agree is one press. */
  async #agree(): Promise<void> {
    const {id, side} = this.#exchange;
    this.#fund.forget();
    await this.#once(async () => {
      const {exchanges} = await this.#model.writer();
      try {
        this.#answered = await exchanges.agree(id);
      } catch (error) {
        const isShort = error instanceof ApiError && error.code === 'transfer.limit-reached' && side === 'helped';
        if (!isShort) throw error;
        return this.#findFund();
      }
      await this.#handleDone();
    });
  }

  async #offerFund(): Promise<void> {
    await this.#once(() => this.#findFund());
  }

  /** More was agreed than what is kept apart. */
  async #findFund(): Promise<void> {
    const {agreedMinutes, minutes} = this.#exchange;
    const {lookAt} = await this.#fund.offer((agreedMinutes ?? minutes) - minutes, this.#model);
    await moveFocus(this.#host, lookAt);
  }

  async #once(act: () => Promise<void>): Promise<void> {
    this.#isSending = true;
    this.#host.requestUpdate();
    try {
      await act();
    } catch (error) {
      if (!this.#deeds.hasEnded(error)) await this.#tell(error);
    } finally {
      this.#isSending = false;
      this.#host.requestUpdate();
    }
  }

  async #tell(error: unknown): Promise<void> {
    const {language, addressForm} = this.#model.wording;
    const {connectionLost, failed, tooBusy} = formMessages[language](addressForm);
    this.#host.dispatchEvent(errorEventOf(error));
    const own =
      error instanceof ApiError ? (exchangeProblem(error.code, storyWords(this.#model)) ?? (error.status === 429 ? tooBusy : null)) : null;
    this.#notice = own ?? (error instanceof ConnectionError ? connectionLost : failed);
    if (isChanged(error)) this.#deeds.onChanged(false);
    this.#announcer.say(this.#notice);
    this.#host.requestUpdate();
    await moveFocus(this.#host, '.act-notice');
  }
}

type Doing = {id: string; act: Act; values: FormValues; idempotencyKey: string};

function doAct(exchanges: ExchangeWriter['exchanges'], {id, act, values, idempotencyKey}: Doing): Promise<Exchange> {
  const options = {idempotencyKey};
  const words = exchangeWordsOf(values);
  const minutes = Number(values['minutes']);
  const {contact: _contact, ...answer} = words;
  switch (act) {
    case 'acceptance':
      return exchanges.accept(id, {...words, ...(values['closes'] && {closesListing: true})}, options);
    case 'decline':
      return exchanges.decline(id, answer, options);
    case 'withdrawal':
      return exchanges.withdraw(id, answer, options);
    case 'done':
      return exchanges.claim(id, minutes, options);
    case 'confirmation':
      return exchanges.confirm(id, minutes, options);
    case 'dispute':
      return exchanges.dispute(id, (values['reason'] ?? '').trim(), options);
  }
}

/** The other was first. */
function isChanged(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'exchange.not-in-state' || error.code === 'exchange.not-your-turn');
}
