import type {Initiative, Reader, SharedPlace} from '@buurtkit/sdk';
import {
  accessibilityAnswers,
  accessibilityFeatures,
  coalitionRoles,
  initiativeKinds,
  initiativeStages,
  knownThemes,
  labelOf,
  partnerKinds,
} from '@buurtkit/sdk/vocabularies';
import {
  formatDate,
  formatDateOfMoment,
  initiativeDetailMessages,
  openingMessages,
  type InitiativeDetailMessages,
  type OpeningMessages,
} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {apiAround} from '../configuration/configuration.ts';
import {blocks} from '../detail/blocks.ts';
import {contactFacts} from '../detail/contact-facts.ts';
import {DetailForms, type DetailFormsHost} from '../detail/detail-forms.ts';
import type {Loaded} from '../detail/detail-panel.ts';
import {detailStyles} from '../detail/detail-styles.ts';
import {facts} from '../detail/facts.ts';
import {photos} from '../detail/photos.ts';
import {reference} from '../detail/reference.ts';
import {severalChoice} from '../detail/several-choice.ts';
import {heading} from '../headings/heading.ts';
import {openingFacts} from '../opening/opening-facts.ts';
import {Loading} from '../status/loading.ts';
import {addStyles} from '../styles/add-styles.ts';
import {inLanguage, writtenByPeople} from '../vocabulary/written-by-people.ts';
import type {InitiativeModel} from './load-initiative.ts';
import {whereIs} from './where-is.ts';

type Part = TemplateResult | typeof nothing;
type Context = InitiativeModel & {messages: InitiativeDetailMessages & OpeningMessages};

function inContext(model: InitiativeModel): Context {
  const {language, ownWords, community} = model;
  const addressForm = community?.addressForm ?? 'je';
  const messages = {...openingMessages[language](addressForm), ...initiativeDetailMessages[language](addressForm), ...ownWords};
  return {...model, messages};
}

/** Shows what was found: an initiative, or the addresses of several that go by one slug. */
export function showInitiative(
  host: DetailFormsHost,
  client: Reader,
  found: Initiative | readonly string[],
): Loaded<Initiative, InitiativeModel> {
  addStyles(host.renderRoot, detailStyles);
  if (!('name' in found)) return {thing: null, show: (model) => severalChoice(found, inContext(model))};
  const detail = new InitiativeDetail(host, client, found);
  return {thing: found, show: (model) => detail.render(model)};
}

/** All there is to read about an initiative, below its name. */
class InitiativeDetail {
  readonly #initiative: Initiative;
  /** Everybody in the same building: nobody waits for it, and when it can't be had only that is missing. */
  readonly #building: Loading<SharedPlace>;
  readonly #forms: DetailForms;
  readonly #host: DetailFormsHost;

  constructor(host: DetailFormsHost, client: Reader, initiative: Initiative) {
    this.#host = host;
    this.#initiative = initiative;
    this.#building = new Loading(host);
    this.#forms = new DetailForms(host, {resource: 'initiative', ...initiative});
    const {community, place} = initiative;
    if (place?.slug) this.#building.ask([client], (signal) => client.places.get(`${community}~${place.slug}`, {signal}));
  }

  render(model: InitiativeModel): TemplateResult {
    const context = inContext(model);
    const {messages, language, timeZone, headingLevel} = context;
    const {stage, summary, updatedAt, isRecentlyChecked, url, lookingFor} = this.#initiative;
    return html`
      ${stage === 'active' ? nothing : html`<p><span class="badge" part="badge">${labelOf(initiativeStages, stage, language)}</span></p>`}
      <div class="detail-columns">
        <div class="detail-text">
          <p class="lead">${writtenByPeople(summary, language)}</p>
          ${photos(this.#initiative.photos, apiAround(this.#host), context)} ${story(this.#initiative, context)}
          ${
            lookingFor.length
              ? html`${heading(headingLevel + 1, messages.lookingFor, 'section-title')}
                  <ul>
                    ${lookingFor.map(({text}) => html`<li>${writtenByPeople(text, language)}</li>`)}
                  </ul>`
              : nothing
          }
          ${coalition(this.#initiative, context)} ${this.#renderBuilding(context)}
        </div>
        <div class="detail-facts">${factsOf(this.#initiative, context)}</div>
      </div>
      ${this.#forms.render(context)}
      <p class="detail-foot">
        <a href=${url}>${messages.ownPage}</a>
        <span class="muted">${messages.updatedOn(formatDateOfMoment(updatedAt, language, timeZone))}</span>
        ${isRecentlyChecked ? nothing : html`<span class="muted">${messages.notRecentlyChecked}</span>`}
      </p>
    `;
  }

  #renderBuilding({messages, headingLevel, language, addressOf, onOpenInitiative, onOpenPartner}: Context): Part {
    const building = this.#building.value;
    const others = building?.occupants.filter(({id}) => id !== this.#initiative.id) ?? [];
    if (!building || !others.length) return nothing;
    const opens = {initiative: onOpenInitiative, partner: onOpenPartner, service: null};
    return html`
      ${heading(headingLevel + 1, messages.alsoIn(building.name), 'section-title')}
      <ul>
        ${others.map(({id, slug, community, resource, name}) => {
          const open = opens[resource];
          const handleOpen = open && (() => open({id, slug, community, name: inLanguage(name, language).text}));
          return html`<li>${reference(writtenByPeople(name, language), addressOf({slug, community}), handleOpen)}</li>`;
        })}
      </ul>
    `;
  }
}

function story({story: chapters}: Initiative, {messages, language, headingLevel}: Context): Part {
  if (!chapters.length) return nothing;
  return html`
    ${heading(headingLevel + 1, messages.story, 'section-title')}
    ${chapters.map(({title, blocks: parsed, date}) => {
      const text = inLanguage(parsed, language);
      return html`
        ${heading(headingLevel + 2, writtenByPeople(title, language), 'chapter-title')}
        ${date ? html`<p class="muted"><time datetime=${date}>${formatDate(date, language)}</time></p>` : nothing}
        <div lang=${text.language} class="chapter">${blocks(text.text)}</div>
      `;
    })}
  `;
}

function coalition({coalition: members}: Initiative, {messages, language, headingLevel, addressOf, onOpenPartner}: Context): Part {
  if (!members.length) return nothing;
  return html`
    ${heading(headingLevel + 1, messages.coalition, 'section-title')}
    <ul>
      ${members.map(({partner, role, since}) => {
        const open = onOpenPartner && (() => onOpenPartner({id: null, ...partner}));
        const told = [labelOf(partnerKinds, partner.kind, language), labelOf(coalitionRoles, role, language)];
        const sinceWhen = since ? [`${messages.since} ${formatDate(since, language)}`] : [];
        return html`<li>
          ${reference(partner.name, addressOf(partner), open)}
          <span class="muted">${`(${[...told, ...sinceWhen].join(', ').toLowerCase()})`}</span>
        </li>`;
      })}
    </ul>
  `;
}

function factsOf(initiative: Initiative, {messages, language, timeZone, community}: Context): Part {
  const {kind, themes, since, accessibility, contact, opening, place} = initiative;
  const member = community?.members.find(({slug}) => slug === initiative.community)?.name;
  const told = Object.entries(accessibility).filter(([, answer]) => answer !== undefined && answer !== 'unknown') as [string, string][];
  return facts([
    [messages.kind, labelOf(initiativeKinds, kind, language)],
    [messages.place, [place?.name, whereIs(initiative)]],
    [messages.community, member],
    [messages.opening, opening && openingFacts(opening, {words: messages, messages, language, timeZone})],
    [messages.since, since && formatDate(since, language)],
    [messages.themes, themes.map((theme) => labelOf(knownThemes, theme, language)).join(', ')],
    [
      messages.accessibility,
      told.map(
        ([feature, answer]) =>
          `${labelOf(accessibilityFeatures, feature, language)}: ${labelOf(accessibilityAnswers, answer, language).toLowerCase()}`,
      ),
    ],
    ...contactFacts(contact, messages),
  ]);
}
