import type {Community, Initiative, Reader} from '@buurtkit/sdk';
import {
  statusMessages,
  submissionForm,
  submissionMessages,
  submissionOf,
  valuesOfInitiative,
  whereAndWhenMessages,
  type CommunityMessages,
  type FormMessages,
  type FormValues,
  type StatusMessages,
  type SubmissionMessages,
  type WhereAndWhenMessages,
  type Wording,
} from '@buurtkit/texts';
import {LitElement, html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {isAddress} from '../choices/address.ts';
import {ComponentFrame} from '../component/component-frame.ts';
import {faultIn} from '../configuration/attribute-rules.ts';
import type {TokenProvider} from '../configuration/configuration.ts';
import {BuurtReadyEvent} from '../events/buurt-events.ts';
import {moveFocus} from '../focus/move-focus.ts';
import {Form, type SendOutcome} from '../form/form.ts';
import {formStyles} from '../form/form-styles.ts';
import {submissionWriter} from '../form/submission-writer.ts';
import {errorEventOf, failureWords} from '../status/failure.ts';
import {Loading} from '../status/loading.ts';
import {styles} from '../styles/styles.ts';
import {whereAndWhenStyles} from '../where/where-and-when-styles.ts';
import {AddressQuestion} from './address-question.ts';
import {memberChoice} from './member-choice.ts';
import {SimilarOnes} from './similar-ones.ts';

/** All that the component says around its questions; give `messages` the ones that should be otherwise. */
export type SubmitInitiativeMessages = StatusMessages & CommunityMessages & FormMessages & SubmissionMessages & WhereAndWhenMessages;

type Loaded = {community: Community; current: Initiative | null};

/**
 * Asks a resident about a new initiative, or about what should change in one, step by step and without an account. What is sent
 * in waits for its sender's own confirmation by mail, and then for a moderator.
 *
 * @summary The form by which residents add an initiative or change one.
 * @tag buurt-submit-initiative
 * @slot - Shown until the form is there, and when it can't be loaded: a link to the same form on its own page.
 * @slot footer - Your own addition, for example a link to the house rules.
 * @fires {BuurtReadyEvent} buurt-ready - The form is there.
 * @fires {BuurtErrorEvent} buurt-error - It could not be loaded or sent, or an attribute can't be used.
 * @csspart form - The questions and the buttons.
 * @csspart form-title - The heading.
 * @csspart step-title - The heading of a step.
 * @csspart field - One question with its label, hint and error.
 * @csspart error-summary - All that is wrong, above the form.
 * @csspart error-summary-title - Its heading.
 * @csspart submit - The button that goes on or sends it.
 * @csspart error - What is said when loading fails.
 * @csspart retry - The button that tries again.
 * @cssproperty [--buurt-reserve=40rem] - Room that is kept while loading, so that the page does not jump.
 * @cssproperty --buurt-link-color - Colour of links; the community's own when left out.
 * @cssproperty --buurt-button-background-color - Colour of the main button, together with `--buurt-button-color`.
 * @cssproperty --buurt-button-color - Text on the main button.
 * @cssproperty --buurt-focus-color - Colour of the focus ring, together with `--buurt-focus-inverse-color`.
 * @cssproperty --buurt-focus-inverse-color - Colour between the focus ring and what it is around.
 * @cssproperty --buurt-border-radius - How round corners are.
 * @cssproperty --buurt-font-family - Font; the page's own when left out.
 * @cssproperty --buurt-heading-font-family - Font of headings.
 * @cssproperty --buurt-heading-color - Colour of headings.
 * @cssproperty --buurt-heading-2-font-size - Size of a heading, for each level.
 * @cssstate loading - The form isn't there yet.
 * @cssstate ready - The form is there.
 * @cssstate error - Loading failed, or an attribute can't be used.
 */
export class SubmitInitiative extends LitElement {
  static override styles = [styles, whereAndWhenStyles, formStyles];

  /** Which initiative to change, by its slug; without one the form is for a new initiative. */
  @property() initiative: string | null = null;

  /** The community that it is sent to, by its slug; for a region the resident chooses one of its members first. */
  @property() community: string | null = null;

  /** Address of the API, for example `https://buurt.example.nl`. */
  @property() api: string | null = null;

  /** Level of the heading, so that it fits the outline of the page around it. */
  @property({attribute: 'heading-level', type: Number}) headingLevel = 2;

  /** A client of your own, instead of `api` and `community`; one of `createClient`, since a reader can send nothing. */
  @property({attribute: false}) client: Reader | null = null;

  /** Gives the key of the visitor that your page knows. */
  @property({attribute: false}) tokenProvider: TokenProvider | null = null;

  /** Own words, in place of some of ours. */
  @property({attribute: false}) messages: Partial<SubmitInitiativeMessages> = {};

  readonly #frame = new ComponentFrame(this);
  readonly #loading = new Loading<Loaded>(
    this,
    (error) => this.#handleFailed(error),
    () => void this.#handleLoaded(),
  );
  readonly #form = new Form(this, 'submit', {send: (values, key) => this.#send(values, key)});
  readonly #address = new AddressQuestion(this, this.#frame.announcer, {
    client: () => this.#frame.client!,
    onChoose: (label) => this.#form.fill('address', label),
  });
  readonly #similar = new SimilarOnes();

  /** The one of a region's communities that the resident chose. */
  #member: string | null = null;
  #words!: StatusMessages & SubmissionMessages & WhereAndWhenMessages;

  protected override willUpdate(): void {
    const {initiative} = this;
    this.#frame.update(faultIn(this, ['initiative', initiative === null || isAddress(initiative), 'is no slug']));
    const {client, language, addressForm, refreshes, settings} = this.#frame;
    this.#words = {
      ...statusMessages[language](addressForm),
      ...submissionMessages[language](addressForm),
      ...whereAndWhenMessages[language](addressForm),
      ...this.messages,
    };
    if (client)
      this.#loading.ask([client, initiative, refreshes], async (signal) => {
        const [current] = await Promise.all([initiative ? client.initiatives.get(initiative, {signal}) : null, settings.loading.done]);
        const {value, error} = settings.loading;
        if (!value) throw error;
        return {community: value.community, current};
      });
  }

  protected override render(): TemplateResult {
    const {value, error, isLoading} = this.#loading;
    return this.#frame.render({
      hasLoaded: value !== null,
      isLoading,
      error,
      words: this.#words,
      onRetry: () => void this.refresh(),
      content: () => html`${this.#renderContent(value!)} ${this.#frame.renderNotes(this.messages)}`,
    });
  }

  protected override updated(): void {
    const {value, error} = this.#loading;
    this.#frame.report(error ? 'error' : value ? 'ready' : 'loading');
  }

  /** Begins anew: loads everything again and forgets what was filled in. */
  async refresh(): Promise<void> {
    this.#frame.refreshes += 1;
    this.#member = null;
    this.#form.reset();
    await this.updateComplete;
    await this.#loading.done;
  }

  #renderContent({community, current}: Loaded): TemplateResult {
    const wording = this.#wording;
    const words = this.#words;
    const description = submissionForm(wording, current);
    const {headingLevel} = this;
    if (community.kind === 'region' && !current && !this.#member)
      return memberChoice({title: description.title, community, words, headingLevel, onChoose: (slug) => void this.#handleMember(slug)});
    const seen = this.#similar.render(this.#form, {words, api: this.#frame.configuration.api, language: wording.language, headingLevel});
    return this.#form.render({
      description,
      wording,
      headingLevel,
      start: current ? valuesOfInitiative(current, wording.language) : {},
      controls: {address: (control) => this.#address.render(control, words)},
      ...(seen && {before: seen, submit: words.similarSubmit}),
      words: this.messages,
      faultNotice: ({pointer}) => (pointer === '#/content' ? words.nothingChanged : null),
    });
  }

  get #wording(): Wording {
    const {language, addressForm} = this.#frame;
    return {language, addressForm};
  }

  async #send(values: FormValues, idempotencyKey: string): Promise<SendOutcome> {
    const {community, current} = this.#loading.value!;
    const {location, faults} = await this.#address.locate(values);
    if (faults.length) return {faults};
    const submission = submissionOf(values, {language: this.#frame.language, location, current});
    const to = current?.community ?? this.#member ?? community.slug;
    const {submissions} = await submissionWriter(this.#frame.configuration, to);
    if (!current && (await this.#similar.find(submissions, values, location))) return {lookAt: '.similar .section-title'};
    await submissions.create(submission, {idempotencyKey});
    return 'sent';
  }

  async #handleLoaded(): Promise<void> {
    await this.updateComplete;
    this.dispatchEvent(new BuurtReadyEvent({component: 'submit-initiative'}));
  }

  #handleFailed(error: unknown): void {
    const {title, hint} = failureWords(error, this.#words);
    this.dispatchEvent(errorEventOf(error));
    this.#frame.announcer.say(`${title}. ${hint}`);
  }

  async #handleMember(slug: string): Promise<void> {
    this.#member = slug;
    this.requestUpdate();
    await moveFocus(this, '.form-title');
  }
}
