import type {ApiError, SessionWriter} from '@buurtkit/sdk';
import {signInCodeForm, signInForm, signInNameForm, type FormValues, type SigningInMessages, type Wording} from '@buurtkit/texts';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {moveFocus} from '../focus/move-focus.ts';
import {Form} from '../form/form.ts';
import {Announcer} from '../status/announcer.ts';
import {errorEventOf} from '../status/failure.ts';
import type {Opened} from './shared-session.ts';

export {formStyles} from '../form/form-styles.ts';
export {sessionWriter} from './session-writer.ts';

type Host = ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment};

type Acts = {
  /** @param token - Of who just came in. */
  writer: (token?: string) => Promise<SessionWriter>;
  onOpened: (opened: Opened, isKept: boolean) => void;
};

/** What it is shown with. */
export type SigningInModel = {
  wording: Wording;
  headingLevel: number;
  words: SigningInMessages;
  /** Somebody was signed in, and no longer is. */
  hasEnded: boolean;
};

/** The form by which somebody signs in: an address, the code that is mailed there, and the first time a name. */
export class SigningInPart {
  readonly #host: Host;
  readonly #acts: Acts;
  readonly #announcer: Announcer;
  readonly #emailForm: Form;
  readonly #codeForm: Form;
  readonly #nameForm: Form;
  /** Who came in without a name, by which neighbours would know them. */
  #nameless: Opened | null = null;
  /** What was filled in first: kept for who comes back to it. */
  #given: FormValues = {};
  /** Where the code went. */
  #email: string | null = null;
  #isSendingAgain = false;
  #note: string | null = null;
  #model!: SigningInModel;

  constructor(host: Host, acts: Acts) {
    this.#host = host;
    this.#acts = acts;
    this.#announcer = new Announcer(host);
    this.#emailForm = new Form(host, 'sign-in', {
      send: async (values) => {
        this.#given = values;
        await this.#sendCode((values['email'] ?? '').trim());
        return 'sent';
      },
      onSent: () => void this.#askCode(),
    });
    this.#codeForm = new Form(host, 'sign-in-code', {
      send: async ({code = ''}, idempotencyKey) => {
        const given = {email: this.#email!, code: code.replace(/\s/g, '')};
        const opened = await (await this.#acts.writer()).sessions.create(given, {idempotencyKey});
        if (opened.member.name === null) this.#nameless = opened;
        else this.#enter(opened);
        return 'sent';
      },
      onSent: () => {
        this.#codeForm.reset();
        if (this.#nameless) void moveFocus(this.#host, '.sign-in .form-title');
      },
    });
    this.#nameForm = new Form(host, 'sign-in-name', {
      send: async ({name = ''}, idempotencyKey) => {
        const opened = this.#nameless!;
        const {members} = await this.#acts.writer(opened.token);
        const member = await members.changeMine({name: name.trim()}, {idempotencyKey});
        this.#enter({...opened, member});
        return 'sent';
      },
      onSent: () => this.#nameForm.reset(),
    });
  }

  render(model: SigningInModel): TemplateResult {
    this.#model = model;
    const {wording, headingLevel, words, hasEnded} = model;
    const problemNotice = ({code, status}: ApiError) => problemWords(code, status, words);
    if (this.#nameless)
      return html`<div class="sign-in" part="sign-in">
        ${this.#nameForm.render({description: signInNameForm(wording), wording, headingLevel, problemNotice})}
        <p class="form-buttons">
          <button class="button plain" type="button" data-act="skip" @click=${() => this.#enter(this.#nameless!)}>${words.skip}</button>
        </p>
      </div>`;
    return html`
      <div class="sign-in" part="sign-in">
        ${hasEnded && this.#email === null ? html`<p class="notice" role="status">${words.signedOut}</p>` : nothing}
        ${
          this.#email === null
            ? this.#emailForm.render({description: signInForm(wording), wording, headingLevel, start: this.#given, problemNotice})
            : html`${this.#codeForm.render({description: signInCodeForm(wording, this.#email), wording, headingLevel, problemNotice})}
                <p class="form-buttons">
                  <button
                    class="button plain"
                    type="button"
                    data-act="send-again"
                    aria-disabled=${this.#isSendingAgain ? 'true' : nothing}
                    @click=${this.#handleAgain}
                  >
                    ${words.sendAgain}
                  </button>
                  <button class="button plain" type="button" data-act="other-email" @click=${this.#handleOther}>${words.otherEmail}</button>
                </p>
                ${this.#note === null ? nothing : html`<p class="sign-in-note">${this.#note}</p>`}`
        }
        ${this.#announcer.render()}
      </div>
    `;
  }

  async #sendCode(email: string): Promise<void> {
    await (await this.#acts.writer()).sessions.requestCode({email, locale: this.#model.wording.language});
    this.#email = email;
  }

  #enter(opened: Opened): void {
    const isKept = this.#given['stay'] === 'on';
    [this.#nameless, this.#email, this.#note, this.#given] = [null, null, null, {}];
    this.#acts.onOpened(opened, isKept);
  }

  async #askCode(): Promise<void> {
    this.#emailForm.isSent = false;
    this.#note = null;
    this.#codeForm.reset();
    await moveFocus(this.#host, '.sign-in .form-title');
  }

  #tell(note: string): void {
    this.#note = note;
    this.#announcer.say(note);
  }

  #handleAgain = async (): Promise<void> => {
    if (this.#isSendingAgain) return;
    this.#isSendingAgain = true;
    const {words} = this.#model;
    await this.#sendCode(this.#email!).then(
      () => this.#tell(words.sentAgain),
      (error: unknown) => {
        this.#host.dispatchEvent(errorEventOf(error));
        const {code, status} = error as Partial<ApiError>;
        this.#tell(problemWords(code ?? '', status ?? 0, words) ?? words.notSent);
      },
    );
    this.#isSendingAgain = false;
    this.#host.requestUpdate();
  };

  #handleOther = async (): Promise<void> => {
    this.#email = null;
    this.#host.requestUpdate();
    await moveFocus(this.#host, '#sign-in-email');
  };
}

function problemWords(code: string, status: number, words: SigningInMessages): string | null {
  if (status === 429) return words.tooManyTries;
  const known: Partial<Record<string, string>> = {
    'code.wrong': words.codeWrong,
    'code.used': words.codeUsed,
    'code.expired': words.codeExpired,
    'member.not-invited': words.notInvited,
  };
  return known[code] ?? null;
}
