import type {Opportunity, Shift} from '@buurtkit/sdk';
import {knownSkills, knownThemes, labelOf, opportunityKinds, shiftStates, vogRequirements} from '@buurtkit/sdk/vocabularies';
import {
  agesTold,
  formatDateOfMoment,
  formatDay,
  formatLanguage,
  formatPeriod,
  formatTime,
  volunteeringDetailMessages,
  type VolunteeringDetailMessages,
} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {sampleMark} from '../community/sample-mark.ts';
import {blocks} from '../detail/blocks.ts';
import {contactFacts} from '../detail/contact-facts.ts';
import {facts} from '../detail/facts.ts';
import {heading} from '../headings/heading.ts';
import {inLanguage, writtenByPeople} from '../vocabulary/written-by-people.ts';
import type {OpportunityModel} from './load-opportunity.ts';

export {detailStyles} from '../detail/detail-styles.ts';
export {shiftStyles} from './shift-styles.ts';

type Part = TemplateResult | typeof nothing;
type Context = OpportunityModel & {messages: VolunteeringDetailMessages};

/** All there is to read about work, below its title; how it stands with each shift is said before anything is filled in. */
export function opportunityDetail(opportunity: Opportunity, model: OpportunityModel): TemplateResult {
  const {language, community, ownWords, words, timeZone, headingLevel} = model;
  const messages = {...volunteeringDetailMessages[language](community?.addressForm ?? 'je'), ...ownWords};
  const context: Context = {...model, messages};
  const {summary, isSample, blocks: text, url, updatedAt} = opportunity;
  const told = text && inLanguage(text, language);
  return html`
    ${isSample ? html`<p class="sample">${sampleMark(isSample, words)} <span class="muted">${messages.sampleHint}</span></p>` : nothing}
    <div class="detail-columns">
      <div class="detail-text">
        <p class="lead">${writtenByPeople(summary, language)}</p>
        ${told ? html`<div class="chapter" lang=${told.language}>${blocks(told.text)}</div>` : nothing}
        ${heading(headingLevel + 1, messages.when, 'section-title')} ${whenOf(opportunity, context)}
      </div>
      <div class="detail-facts">${factsOf(opportunity, context)}</div>
    </div>
    <p class="detail-foot">
      <a href=${url}>${messages.ownPage}</a>
      <span class="muted">${messages.updatedOn(formatDateOfMoment(updatedAt, language, timeZone))}</span>
    </p>
  `;
}

function whenOf({isClosed, shifts, shiftCount}: Opportunity, context: Context): TemplateResult {
  const {messages, onSignUp} = context;
  if (isClosed) return html`<p>${messages.closedHint}</p>`;
  if (shifts.length > 0)
    return html`
      ${shiftCount === 0 ? html`<p>${messages.noShiftsLeft}</p>` : nothing}
      <ul class="shifts">
        ${shifts.map((shift) => shiftRow(shift, context))}
      </ul>
    `;
  return html`
    <p>${messages.withoutShifts}</p>
    <p>
      <button class="button primary" part="sign-up" type="button" data-address="any" @click=${() => onSignUp(null)}>
        ${messages.signUp}
      </button>
    </p>
  `;
}

function shiftRow(shift: Shift, context: Context): TemplateResult {
  const {messages, language, timeZone, onSignUp} = context;
  const when = formatPeriod(shift.start, shift.end, language, timeZone);
  const waits = shift.state === 'waitlist';
  const canSignUp = shift.state === 'open' || waits;
  return html`
    <li class="shift" part="shift" data-id=${shift.id}>
      <div>
        <p class="shift-when">${when}</p>
        ${placesOf(shift, context)}
      </div>
      ${
        canSignUp
          ? html`<button
              class="button ${waits ? '' : 'primary'}"
              part="sign-up"
              type="button"
              data-address=${shift.id}
              aria-label=${waits ? messages.joinWaitlistFor(when) : messages.signUpFor(when)}
              @click=${() => onSignUp(shift)}
            >
              ${waits ? messages.joinWaitlist : messages.signUp}
            </button>`
          : nothing
      }
    </li>
  `;
}

function placesOf({state, roles, waitlist, signupOpens}: Shift, {messages, language, timeZone}: Context): TemplateResult {
  if (state === 'open' && roles.length > 1)
    return html`<ul class="shift-places">
      ${roles.map(({label, free}) => html`<li>${messages.placesInRole(inLanguage(label, language).text, free)}</li>`)}
    </ul>`;
  if (state === 'open') return html`<p class="shift-places">${messages.placesLeft(roles[0]?.free ?? 0)}</p>`;
  const told =
    state === 'not-yet' && signupOpens
      ? messages.opensOn(`${formatDay(signupOpens, language, timeZone)}, ${formatTime(signupOpens, language, timeZone)}`)
      : labelOf(shiftStates, state, language);
  const waiting = state === 'waitlist' && waitlist.length > 0 ? `. ${messages.waiting(waitlist.length)}` : '';
  return html`<p class="shift-places">${told}${waiting}</p>`;
}

function factsOf(opportunity: Opportunity, {messages, language}: Context): Part {
  const {kind, place, areas, vog, commitment, skills, languages, themes} = opportunity;
  const {expenses, training, earnsCredits, isForChildren, approval, initiative, partner, contact} = opportunity;
  const text = (texts: Opportunity['commitment']) => texts && writtenByPeople(texts, language);
  return facts([
    [messages.kind, labelOf(opportunityKinds, kind, language)],
    [messages.initiative, initiative?.name ?? partner?.name],
    [messages.place, place && [place.name, place.city]],
    [messages.areas, areas.map(({name}) => name).join(', ')],
    [messages.commitment, text(commitment)],
    [messages.forWhom, agesTold(opportunity, messages)],
    [messages.vog, labelOf(vogRequirements, vog, language)],
    [messages.afterSignUp, approval === 'review' ? messages.meetFirst : messages.atOnce],
    [messages.languages, languages.map((code) => formatLanguage(code, language)).join(', ')],
    [messages.skills, skills.map((skill) => labelOf(knownSkills, skill, language)).join(', ')],
    [messages.themes, themes.map((theme) => labelOf(knownThemes, theme, language)).join(', ')],
    [messages.children, isForChildren ? messages.withChildren : null],
    [messages.expenses, text(expenses)],
    [messages.training, text(training)],
    [messages.credits, earnsCredits ? messages.earnsCredits : null],
    ...contactFacts(contact, messages),
  ]);
}
