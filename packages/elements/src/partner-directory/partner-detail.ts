import type {Partner, PartnerReference, Service} from '@buurtkit/sdk';
import {coalitionRoles, knownThemes, labelOf, partnerKinds, serviceFunctions, serviceStatuses} from '@buurtkit/sdk/vocabularies';
import {formatDate, formatDateOfMoment, partnerDetailMessages, type Language, type PartnerDetailMessages} from '@buurtkit/texts';
import {html, nothing, type TemplateResult} from 'lit';
import {sampleMark} from '../community/sample-mark.ts';
import {contactFacts, mailLink, phoneLink} from '../detail/contact-facts.ts';
import {DetailForms, type DetailFormsHost} from '../detail/detail-forms.ts';
import type {Loaded} from '../detail/detail-panel.ts';
import {detailStyles} from '../detail/detail-styles.ts';
import {facts} from '../detail/facts.ts';
import {reference} from '../detail/reference.ts';
import {severalChoice} from '../detail/several-choice.ts';
import {heading} from '../headings/heading.ts';
import {openingFacts} from '../opening/opening-facts.ts';
import {addStyles} from '../styles/add-styles.ts';
import {writtenByPeople} from '../vocabulary/written-by-people.ts';
import type {PartnerModel} from './load-partner.ts';

type Part = TemplateResult | typeof nothing;
type Context = PartnerModel & {messages: PartnerDetailMessages};

function inContext(model: PartnerModel): Context {
  const {language, community, ownWords} = model;
  return {...model, messages: {...partnerDetailMessages[language](community?.addressForm ?? 'je'), ...ownWords}};
}

/** Shows what was found: an organisation, or the addresses of several that go by one slug. */
export function showPartner(host: DetailFormsHost, found: Partner | readonly string[]): Loaded<Partner, PartnerModel> {
  addStyles(host.renderRoot, detailStyles);
  if (!('name' in found)) return {thing: null, show: (model) => severalChoice(found, inContext(model))};
  const detail = new PartnerDetail(host, found);
  return {thing: found, show: (model) => detail.render(model)};
}

/** All there is to read about an organisation, below its name. */
class PartnerDetail {
  readonly #partner: Partner;
  readonly #forms: DetailForms;

  constructor(host: DetailFormsHost, partner: Partner) {
    this.#partner = partner;
    this.#forms = new DetailForms(host, {resource: 'partner', ...partner});
  }

  render(model: PartnerModel): TemplateResult {
    const partner = this.#partner;
    const context = inContext(model);
    const {messages, words, language, timeZone} = context;
    const {summary, isSample, services, coalition, members, networks, url, updatedAt} = partner;
    return html`
      ${isSample ? html`<p class="sample">${sampleMark(isSample, words)} <span class="muted">${messages.sampleHint}</span></p>` : nothing}
      <div class="detail-columns">
        <div class="detail-text">
          <p class="lead">${writtenByPeople(summary, language)}</p>
          ${section(
            messages.services,
            services.map((one) => service(one, partner, context)),
            context,
          )}
          ${list(
            messages.coalition,
            coalition.map((one) => standsBehind(one, context)),
            context,
          )}
          ${list(
            messages.members,
            members.map((one) => organisation(one, context)),
            context,
          )}
          ${list(
            messages.networks,
            networks.map((one) => organisation(one, context)),
            context,
          )}
        </div>
        <div class="detail-facts">${factsOf(partner, context)}</div>
      </div>
      ${this.#forms.render(context)}
      <p class="detail-foot">
        <a href=${url}>${messages.ownPage}</a>
        <span class="muted">${messages.updatedOn(formatDateOfMoment(updatedAt, language, timeZone))}</span>
      </p>
    `;
  }
}

function section(title: string, content: readonly unknown[], {headingLevel}: Context): Part {
  return content.length ? html`${heading(headingLevel + 1, title, 'section-title')} ${content}` : nothing;
}

function list(title: string, items: readonly unknown[], context: Context): Part {
  if (!items.length) return nothing;
  const content = html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;
  return section(title, [content], context);
}

function standsBehind({initiative, role, since}: Partner['coalition'][number], context: Context): TemplateResult {
  const {messages, language, addressOf, onOpenInitiative} = context;
  const told = labelOf(coalitionRoles, role, language) + (since ? `, ${messages.since} ${formatDate(since, language)}` : '');
  return html`
    ${reference(initiative.name, addressOf(initiative), () => onOpenInitiative({id: null, ...initiative}))}
    <span class="muted">${`(${told.toLowerCase()})`}</span>
  `;
}

function organisation(partner: PartnerReference, {language, addressOf, onOpenPartner}: Context): TemplateResult {
  return html`
    ${reference(partner.name, addressOf(partner), () => onOpenPartner({id: null, ...partner}))}
    <span class="muted">${`(${labelOf(partnerKinds, partner.kind, language).toLowerCase()})`}</span>
  `;
}

function service(offered: Service, partner: Partner, context: Context): TemplateResult {
  const {messages, words, language, timeZone, headingLevel} = context;
  const {name, summary, status, functions, forWhom, howToGet, cost, capacity, place, contact, opening} = offered;
  const text = (texts: Service['forWhom']) => texts && writtenByPeople(texts, language);
  return html`<div class="service">
    ${heading(headingLevel + 2, writtenByPeople(name, language), 'chapter-title')}
    ${status === 'active' ? nothing : html`<p><span class="badge" part="badge">${labelOf(serviceStatuses, status, language)}</span></p>`}
    <p>${writtenByPeople(summary, language)}</p>
    ${facts([
      [messages.functions, functions.map((one) => labelOf(serviceFunctions, one, language)).join(', ')],
      [messages.forWhom, text(forWhom)],
      [messages.howToGet, text(howToGet)],
      [messages.cost, text(cost)],
      [messages.capacity, text(capacity)],
      [messages.place, place && place.slug !== partner.place?.slug ? [place.name, place.city] : null],
      [messages.opening, opening && openingFacts(opening, {words, messages, language, timeZone})],
      ...contactFacts(contact, messages),
    ])}
  </div>`;
}

function factsOf(partner: Partner, context: Context): Part {
  const {messages, language, community} = context;
  const {kind, city, place, areas, themes, parent, website, contacts} = partner;
  return facts([
    [messages.kind, labelOf(partnerKinds, kind, language)],
    [messages.place, [place?.name, place?.city ?? city]],
    [messages.community, community?.members.find(({slug}) => slug === partner.community)?.name],
    [messages.areas, areas.map(({name}) => name).join(', ')],
    [messages.themes, themes.map((theme) => labelOf(knownThemes, theme, language)).join(', ')],
    [messages.contact, contacts.map((contact) => reachable(contact, language))],
    ...contactFacts({...(website && {website})}, messages),
    [messages.parent, parent && organisation(parent, context)],
  ]);
}

function reachable({name, role, email, phone}: Partner['contacts'][number], language: Language): TemplateResult {
  const who = [name, role && writtenByPeople(role, language)].filter((one) => one !== null);
  return html`<span class="contact-lines">
    ${who.map((one) => html`<span>${one}</span> `)} ${phone ? phoneLink(phone) : nothing} ${email ? mailLink(email) : nothing}
  </span>`;
}
