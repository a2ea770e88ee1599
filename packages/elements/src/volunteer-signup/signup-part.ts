import {
  createVolunteerWriter,
  type ClientOptions,
  type Community,
  type Shift,
  type SignupReceipt,
  type VolunteerWriter,
} from '@buurtkit/sdk';
import {labelOf, shiftStates} from '@buurtkit/sdk/vocabularies';
import {
  formatPeriod,
  signupFaultsOf,
  signupForm,
  signupMessages,
  signupOf,
  signupOutcome,
  signupProblem,
  type FormValues,
  type Language,
  type SignupMessages,
  type Wording,
} from '@buurtkit/texts';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {mailLink, phoneLink} from '../detail/contact-facts.ts';
import {BuurtSignedUpEvent} from '../events/buurt-signed-up-event.ts';
import {digests} from '../form/digests.ts';
import {Form, type SendOutcome} from '../form/form.ts';
import {heading} from '../headings/heading.ts';
import type {OpenedWork} from './load-opportunity.ts';

export {formStyles} from '../form/form-styles.ts';

/** What the form is shown with. */
export type SignupModel = {
  opportunity: OpenedWork;
  shift: Shift | null;
  language: Language;
  timeZone: string;
  headingLevel: number;
  community: Community | null;
  ownWords: Partial<SignupMessages>;
  /** The page's own client, or how to make one. */
  writer: VolunteerWriter | ClientOptions;
  /** Back to the work. */
  backLabel: string;
  onBack: () => void;
  /** The places are others now. */
  onSignedUp: () => void;
};

type Host = ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment};

/** One sign-up on its way: what was filled in stays while the reader looks elsewhere. */
type Signup = {
  form: Form;
  hold: Promise<void> | null;
  held: {id: string; until: number} | null;
  /** What was sent last: the same key goes with the same hold. */
  sent: {key: string; holdId: string | null} | null;
  receipt: SignupReceipt | null;
};

/** How long a press waits for a hold that is on its way. */
const patience = 3000;

/** The form to sign up, per shift, and afterwards what happens next. */
export class SignupPart {
  readonly #host: Host;
  readonly #signups = new Map<string, Signup>();
  #model!: SignupModel;

  constructor(host: Host) {
    this.#host = host;
  }

  render(model: SignupModel): TemplateResult {
    this.#model = model;
    const {opportunity, shift, timeZone, headingLevel} = model;
    const wording = this.#wording;
    const signup = this.#signupFor(shift?.id ?? opportunity.id);
    const {form, receipt} = signup;
    if (!receipt && shift && shift.state !== 'open' && shift.state !== 'waitlist') return this.#renderRefused(shift);
    const outcome = receipt && signupOutcome(wording, receipt, {...this.#contacts, timeZone});
    const description = {...signupForm(wording, {opportunity, shift, timeZone}), ...(outcome && {sent: outcome})};
    return html`
      <div class="form-layer" @keydown=${handleKey} @input=${() => this.#hold(signup)}>
        ${form.render({
          description,
          wording,
          headingLevel,
          problemNotice: ({code}) => signupProblem(code, this.#words),
        })}
        ${outcome ? this.#renderAfter(outcome.contact) : nothing}
      </div>
    `;
  }

  /** Begins anew for who signs up once more. */
  forgetSent(): void {
    for (const [key, {receipt}] of this.#signups) if (receipt) this.#signups.delete(key);
  }

  #renderAfter({label, name, phone, email}: ReturnType<typeof signupOutcome>['contact']): TemplateResult {
    const ways = [phone && phoneLink(phone), email && mailLink(email)].filter(Boolean);
    return html`
      <div class="outcome">
        ${
          ways.length
            ? html`<p class="outcome-contact">
                ${label} ${name ? html`<strong>${name}</strong>` : nothing} ${ways.map((way) => html`<span>${way}</span>`)}
              </p>`
            : nothing
        }
        <button class="button" type="button" data-act="to-work" @click=${() => this.#model.onBack()}>${this.#model.backLabel}</button>
      </div>
    `;
  }

  #renderRefused({state, start, end}: Shift): TemplateResult {
    const {opportunity, language, timeZone, headingLevel, onBack} = this.#model;
    return html`
      <div class="outcome">
        ${heading(headingLevel, opportunity.name, 'form-title')}
        <p>${formatPeriod(start, end, language, timeZone)}: ${labelOf(shiftStates, state, language)}.</p>
        <button class="button primary" type="button" data-act="to-work" @click=${onBack}>${this.#words.otherMoments}</button>
      </div>
    `;
  }

  get #wording(): Wording {
    const {language, community} = this.#model;
    return {language, addressForm: community?.addressForm ?? 'je'};
  }

  get #words(): SignupMessages {
    const {language, addressForm} = this.#wording;
    return {...signupMessages[language](addressForm), ...this.#model.ownWords};
  }

  get #contacts() {
    const {opportunity, community} = this.#model;
    return {contact: opportunity.contact, communityContact: community?.contact ?? {}};
  }

  #signupFor(key: string): Signup {
    const known = this.#signups.get(key);
    if (known) return known;
    const signup: Signup = {
      form: new Form(this.#host, 'signup', {send: (values, idempotencyKey) => this.#send(signup, values, idempotencyKey)}),
      hold: null,
      held: null,
      sent: null,
      receipt: null,
    };
    this.#signups.set(key, signup);
    return signup;
  }

  async #send(signup: Signup, values: FormValues, idempotencyKey: string): Promise<SendOutcome> {
    const {opportunity, shift, language, timeZone} = this.#model;
    const faults = signupFaultsOf(signupForm(this.#wording, {opportunity, shift, timeZone}), values);
    if (faults.length) return {faults};
    await Promise.race([signup.hold, new Promise((resolve) => setTimeout(resolve, patience))]);
    const {held} = signup;
    if (signup.sent?.key !== idempotencyKey) signup.sent = {key: idempotencyKey, holdId: held && held.until > Date.now() ? held.id : null};
    const asked = signupOf(values, {opportunity, shift, language, holdId: signup.sent.holdId});
    const writer = await this.#writer();
    signup.receipt = await writer.signups.create(asked, {idempotencyKey});
    this.#host.dispatchEvent(new BuurtSignedUpEvent({opportunityId: opportunity.id, state: signup.receipt.state}));
    this.#model.onSignedUp();
    return 'sent';
  }

  /** A place is kept from the first keystroke; without one the reader signs up as well. */
  #hold(signup: Signup): void {
    const {shift} = this.#model;
    if (signup.hold || signup.receipt || !shift || shift.state !== 'open' || shift.roles.length > 1) return;
    const hold = async () => {
      const {id, expiresAt} = await (await this.#writer()).shifts.hold(shift.id);
      signup.held = {id, until: Date.parse(expiresAt)};
    };
    signup.hold = hold().catch(() => {});
  }

  async #writer(): Promise<VolunteerWriter> {
    const {writer} = this.#model;
    return 'signups' in writer ? writer : createVolunteerWriter({...writer, ...(await digests())});
  }
}

// Escape leaves what is open; whoever fills in a form didn't ask for that.
function handleKey(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
}
