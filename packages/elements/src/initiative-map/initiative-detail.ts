import type {Chapter, Community, Initiative} from '@buurtkit/sdk';
import {
  accessibilityAnswers,
  accessibilityFeatures,
  coalitionRoles,
  initiativeKinds,
  initiativeStages,
  knownThemes,
  labelOf,
} from '@buurtkit/sdk/vocabularies';
import {
  formatDate,
  formatDateOfMoment,
  initiativeDetailMessages,
  type InitiativeDetailMessages,
  type InitiativeMessages,
  type Language,
} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {blocks} from '../detail/blocks.ts';
import {facts} from '../detail/facts.ts';
import {heading} from '../headings/heading.ts';
import {openingFacts} from '../opening/opening-facts.ts';
import {inLanguage, writtenByPeople} from '../vocabulary/written-by-people.ts';
import {whereIs} from './initiative-row.ts';

export {detailStyles} from '../detail/detail-styles.ts';
export {initiativeChoice} from './initiative-choice.ts';

/** What the panel of an initiative needs besides the initiative. */
export type DetailContext = {
  /** The page's own words. */
  messages: Partial<InitiativeDetailMessages>;
  /** What the list says too. */
  words: InitiativeMessages;
  language: Language;
  timeZone: string;
  headingLevel: number;
  /** Its settings, for the name of the municipality within a region. */
  community: Community | null;
};

type FullContext = DetailContext & {messages: InitiativeDetailMessages};

/** All there is to read about an initiative, below its name. */
export function initiativeDetail(initiative: Initiative, given: DetailContext): TemplateResult {
  const {language, timeZone, headingLevel, community} = given;
  const messages = {...initiativeDetailMessages[language](community?.addressForm ?? 'je'), ...given.messages};
  const context = {...given, messages};
  const {stage, summary, lookingFor, coalition, updatedAt, isRecentlyChecked, url} = initiative;
  return html`
    ${stage === 'active' ? nothing : html`<p><span class="badge" part="badge">${labelOf(initiativeStages, stage, language)}</span></p>`}
    <div class="detail-columns">
      <div class="detail-text">
        <p class="lead">${writtenByPeople(summary, language)}</p>
        ${story(initiative.story, context)}
        ${
          lookingFor.length
            ? html`${heading(headingLevel + 1, messages.lookingFor, 'section-title')}
                <ul>
                  ${lookingFor.map(({text}) => html`<li>${writtenByPeople(text, language)}</li>`)}
                </ul>`
            : nothing
        }
        ${
          coalition.length
            ? html`${heading(headingLevel + 1, messages.coalition, 'section-title')}
                <ul>
                  ${coalition.map(({partner, role}) => html`<li>${partner.name} <span class="muted">${`(${labelOf(coalitionRoles, role, language).toLowerCase()})`}</span></li>`)}
                </ul>`
            : nothing
        }
      </div>
      <div class="detail-facts">${factsOf(initiative, context)}</div>
    </div>
    <p class="detail-foot">
      <a href=${url}>${messages.ownPage}</a>
      <span class="muted">${messages.updatedOn(formatDateOfMoment(updatedAt, language, timeZone))}</span>
      ${isRecentlyChecked ? nothing : html`<span class="muted">${messages.notRecentlyChecked}</span>`}
    </p>
  `;
}

function story(chapters: readonly Chapter[], {messages, language, headingLevel}: FullContext): TemplateResult | typeof nothing {
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

function factsOf(initiative: Initiative, {messages, words, language, timeZone, community}: FullContext): TemplateResult | typeof nothing {
  const {kind, themes, since, accessibility, contact} = initiative;
  const member = community?.members.find(({slug}) => slug === initiative.community)?.name;
  const told = Object.entries(accessibility).filter(([, answer]) => answer !== undefined && answer !== 'unknown') as [string, string][];
  return facts([
    [messages.kind, labelOf(initiativeKinds, kind, language)],
    [messages.place, whereIs(initiative)],
    [messages.community, member],
    [messages.opening, initiative.opening && openingFacts(initiative.opening, {words, messages, language, timeZone})],
    [messages.since, since && formatDate(since, language)],
    [messages.themes, themes.map((theme) => labelOf(knownThemes, theme, language)).join(', ')],
    [
      messages.accessibility,
      told.map(
        ([feature, answer]) =>
          `${labelOf(accessibilityFeatures, feature, language)}: ${labelOf(accessibilityAnswers, answer, language).toLowerCase()}`,
      ),
    ],
    [messages.website, contact.website && html`<a href=${contact.website}>${withoutScheme(contact.website)}</a>`],
    [messages.email, contact.email && html`<a href="mailto:${contact.email}">${contact.email}</a>`],
    [messages.phone, contact.phone && html`<a href="tel:${contact.phone.replace(/[^+\d]/g, '')}">${contact.phone}</a>`],
  ]);
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}
