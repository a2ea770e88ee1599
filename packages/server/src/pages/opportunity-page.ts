import {
  idSchema,
  knownSkills,
  knownThemes,
  opportunityKinds,
  shiftStates,
  vogRequirements,
  type Language,
  type Opportunity,
  type Shift,
} from '@buurtkit/contract';
import {agesTold, formatDateOfMoment, formatDay, formatLanguage, formatPeriod, formatTime} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {RequestContext} from '../http/request-context.ts';
import {ProblemError} from '../problem-error.ts';
import type {Scope} from '../scope.ts';
import {getOpportunity} from '../volunteering/opportunities/list-opportunities.ts';
import {communityPage, type OpenPage} from './community-page.ts';
import {contactFacts, factsPart} from './facts-part.ts';
import {page, type Html} from './layout.ts';
import {blockPart} from './rich-text.ts';
import {labelOf, textIn} from './text-in.ts';

/** One piece of work: what it is, and when one can come. How it stands with each shift is said before anything is filled in. */
export async function opportunityPage(c: RequestContext): Promise<Response> {
  const open = await communityPage(c);
  const {scope, community, words} = open;
  const {language} = scope;
  const opportunity = await opportunityAt(scope, c.req.param('id') ?? '');
  const {title, summary, blocks, url, updatedAt, isSample} = opportunity;
  return page(c, {
    title: `${textIn(language, title)}, ${community.name}`,
    language,
    words,
    community,
    head: html`<link rel="canonical" href="${url}" /><meta name="description" content="${textIn(language, summary)}" />`,
    content: html`<a class="back" href="/${community.slug}/vrijwilligerswerk">${words.page.allOpportunities}</a>
      <article>
        <h1>${textIn(language, title)}</h1>
        ${isSample ? html`<p class="sample"><strong>${words.list.sample}.</strong> ${words.volunteering.sampleHint}</p>` : ''}
        <p>${textIn(language, summary)}</p>
        ${blocks ? (blocks[language] ?? blocks.nl).map(blockPart) : ''}
        <h2>${words.volunteering.when}</h2>
        ${whenPart(opportunity, open)} ${factsOf(opportunity, open)}
        <p class="muted">${words.detail.updatedOn(formatDateOfMoment(updatedAt, language, community.timeZone))}</p>
      </article>`,
  });
}

export async function opportunityAt(scope: Scope, id: string): Promise<Opportunity> {
  if (!idSchema.safeParse(id).success) throw new ProblemError('opportunity.not-found');
  return (await getOpportunity(scope, id)).opportunity;
}

export function signupAddress({community, id}: Pick<Opportunity, 'community' | 'id'>, shift: Pick<Shift, 'id'> | null): string {
  return `/${community}/vrijwilligerswerk/${id}/aanmelden${shift ? `?moment=${shift.id}` : ''}`;
}

function whenPart(opportunity: Opportunity, open: OpenPage): Html {
  const {isClosed, shifts, shiftCount} = opportunity;
  const said = open.words.volunteering;
  if (isClosed) return html`<p>${said.closedHint}</p>`;
  if (shifts.length === 0)
    return html`<p>${said.withoutShifts}</p>
      <p><a class="button" href="${signupAddress(opportunity, null)}">${said.signUp}</a></p>`;
  return html`${shiftCount === 0 ? html`<p>${said.noShiftsLeft}</p>` : ''}
    <ul class="list">
      ${shifts.map((shift) => shiftPart(shift, opportunity, open))}
    </ul>`;
}

function shiftPart(shift: Shift, opportunity: Opportunity, {scope: {language}, community: {timeZone}, words}: OpenPage): Html {
  const said = words.volunteering;
  const when = formatPeriod(shift.start, shift.end, language, timeZone);
  const waits = shift.state === 'waitlist';
  const label = waits ? said.joinWaitlistFor(when) : said.signUpFor(when);
  const button = html`<p>
    <a class="button" href="${signupAddress(opportunity, shift)}" aria-label="${label}">${waits ? said.joinWaitlist : said.signUp}</a>
  </p>`;
  return html`<li>
    <h3>${when}</h3>
    ${placesTold(shift, language, timeZone, said).map((line) => html`<p class="muted">${line}</p>`)}
    ${shift.state === 'open' || waits ? button : ''}
  </li>`;
}

function placesTold(
  {state, roles, waitlist, signupOpens}: Shift,
  language: Language,
  timeZone: string,
  said: OpenPage['words']['volunteering'],
): string[] {
  if (state === 'open' && roles.length > 1) return roles.map(({label, free}) => said.placesInRole(textIn(language, label), free));
  if (state === 'open') return [said.placesLeft(roles[0]?.free ?? 0)];
  if (state === 'not-yet' && signupOpens)
    return [said.opensOn(`${formatDay(signupOpens, language, timeZone)}, ${formatTime(signupOpens, language, timeZone)}`)];
  return [shiftStates[state][language], ...(state === 'waitlist' && waitlist.length > 0 ? [said.waiting(waitlist.length)] : [])];
}

function factsOf(opportunity: Opportunity, {scope: {language}, words}: OpenPage): Html | string {
  const said = words.volunteering;
  const {kind, place, areas, vog, commitment, skills, languages, themes, expenses, training, earnsCredits} = opportunity;
  const {isForChildren, approval, initiative, partner, contact} = opportunity;
  const text = (texts: Opportunity['commitment']) => texts && textIn(language, texts);
  const folder = initiative ? 'initiatieven' : 'sociale-kaart';
  const organiser = initiative ?? partner;
  return factsPart([
    [said.kind, opportunityKinds[kind][language]],
    [said.initiative, organiser && html`<a href="/${organiser.community}/${folder}/${organiser.slug}">${organiser.name}</a>`],
    [said.place, place && [place.name, place.city].filter(Boolean).join(', ')],
    [said.areas, areas.map(({name}) => name).join(', ')],
    [said.commitment, text(commitment)],
    [said.forWhom, agesTold(opportunity, said).join('. ')],
    [said.vog, vogRequirements[vog][language]],
    [said.afterSignUp, approval === 'review' ? said.meetFirst : said.atOnce],
    [said.languages, languages.map((code) => formatLanguage(code, language)).join(', ')],
    [said.skills, skills.map((skill) => labelOf(knownSkills, skill, language)).join(', ')],
    [said.themes, themes.map((theme) => labelOf(knownThemes, theme, language)).join(', ')],
    [said.children, isForChildren && said.withChildren],
    [said.expenses, text(expenses)],
    [said.training, text(training)],
    [said.credits, earnsCredits && said.earnsCredits],
    ...contactFacts(contact, words),
  ]);
}
