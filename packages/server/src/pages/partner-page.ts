import {
  addressSchema,
  coalitionRoles,
  knownThemes,
  partnerKinds,
  serviceFunctions,
  serviceStatuses,
  type Partner,
  type PartnerReference,
  type Service,
  type SharedPlace,
} from '@buurtkit/contract';
import {formatDateOfMoment} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {RequestContext} from '../http/request-context.ts';
import {jsonLdScript} from '../json-ld/json-ld-script.ts';
import {thingsOfPartnerAnswer} from '../json-ld/things.ts';
import {getPartner} from '../partners/get-partner.ts';
import {getPlace} from '../places/get-place.ts';
import {ProblemError} from '../problem-error.ts';
import {communityPage} from './community-page.ts';
import {contactFacts, factsPart, mailLink, phoneLink, whereTold} from './facts-part.ts';
import {page, type Html} from './layout.ts';
import {openingPart} from './opening-part.ts';
import {referenceList, roleTold, type PageReader} from './reference-list.ts';
import {reportAddress} from './report-page.ts';
import {orAddresses, severalPage} from './several-page.ts';
import {labelOf, textIn} from './text-in.ts';

/** One organisation: what it does for residents, how to reach it, and whom it stands behind. */
export async function partnerPage(c: RequestContext): Promise<Response> {
  const address = addressSchema.safeParse(c.req.param('slug'));
  if (!address.success) throw new ProblemError('partner.not-found');
  const open = await communityPage(c);
  const {scope, community, words} = open;
  const {language} = scope;
  const found = await orAddresses(getPartner(scope, address.data));
  if ('addresses' in found)
    return severalPage(c, open, {
      addresses: found.addresses,
      folder: 'sociale-kaart',
      title: words.partner.severalByThisName,
      hint: words.partner.severalByThisNameHint,
    });
  const {partner} = found;
  const building = partner.place?.slug ? (await getPlace(scope, `${partner.community}~${partner.place.slug}`)).place : null;
  const reader = {language, words, timeZone: community.timeZone, now: scope.now};
  return page(c, {
    title: `${partner.name}, ${community.name}`,
    language,
    words,
    community,
    head: html`<link rel="canonical" href="${partner.url}" /><meta
        name="description"
        content="${textIn(language, partner.summary)}"
      />${jsonLdScript(...thingsOfPartnerAnswer(partner, scope.publicUrl))}`,
    content: html`<a class="back" href="/${community.slug}/sociale-kaart">${words.page.allPartners}</a>
      <article>
        <h1>${partner.name}</h1>
        ${partner.isSample ? html`<p class="sample"><strong>${words.list.sample}.</strong> ${words.partner.sampleHint}</p>` : ''}
        <p>${textIn(language, partner.summary)}</p>
        ${factsOf(partner, building, reader)}
        ${
          partner.services.length > 0
            ? html`<h2>${words.partner.services}</h2>
                ${partner.services.map((service) => servicePart(service, partner, reader))}`
            : ''
        }
        ${referenceList(
          words.partner.coalition,
          partner.coalition.map(({initiative, role, since}) => ({
            href: `/${initiative.community}/initiatieven/${initiative.slug}`,
            name: initiative.name,
            told: roleTold([coalitionRoles[role][language]], since, reader),
          })),
        )}
        ${referenceList(
          words.partner.members,
          partner.members.map((member) => organisation(member, reader)),
        )}
        ${referenceList(
          words.partner.networks,
          partner.networks.map((network) => organisation(network, reader)),
        )}
        <p class="muted">${words.partner.updatedOn(formatDateOfMoment(partner.updatedAt, language, community.timeZone))}</p>
        <p><a href="${reportAddress({...partner, resource: 'partner'})}">${words.report.title}</a></p>
      </article>`,
  });
}

function organisation({community, slug, name, kind}: PartnerReference, {language}: PageReader) {
  return {href: `/${community}/sociale-kaart/${slug}`, name, told: partnerKinds[kind][language].toLowerCase()};
}

function factsOf(partner: Partner, building: SharedPlace | null, {language, words}: PageReader): Html | string {
  const {kind, city, place, areas, themes, contacts, website, parent} = partner;
  const {partner: said} = words;
  return factsPart([
    [said.kind, partnerKinds[kind][language]],
    [said.place, whereTold(building, place) || city],
    [said.areas, areas.map(({name}) => name).join(', ')],
    [said.themes, themes.map((theme) => labelOf(knownThemes, theme, language)).join(', ')],
    [said.contact, contacts.length > 0 && html`${contacts.map((contact) => contactPart(contact, language))}`],
    [said.website, website && html`<a href="${website}">${website}</a>`],
    [said.parent, parent && html`<a href="/${parent.community}/sociale-kaart/${parent.slug}">${parent.name}</a>`],
  ]);
}

function contactPart({name, role, email, phone}: Partner['contacts'][number], language: PageReader['language']): Html {
  const who = [name, role && textIn(language, role)].filter((one) => one !== null).join(', ');
  const ways = [phone && phoneLink(phone), email && mailLink(email)].filter((way) => way !== null && way !== '');
  return html`<p>
    ${who}${who && ways.length > 0 ? html`<br />` : ''}${ways.map((way, index) => html`${index > 0 ? html`<br />` : ''}${way}`)}
  </p>`;
}

function servicePart(service: Service, partner: Partner, reader: PageReader): Html {
  const {language, words} = reader;
  const {partner: said} = words;
  const {id, name, summary, status, functions, forWhom, howToGet, cost, capacity, place, contact} = service;
  const text = (texts: Service['forWhom']) => texts && textIn(language, texts);
  return html`<section id="${id}">
    <h3>${textIn(language, name)}</h3>
    ${status === 'active' ? '' : html`<p><span class="badge">${serviceStatuses[status][language]}</span></p>`}
    <p>${textIn(language, summary)}</p>
    ${factsPart([
      [said.functions, functions.map((one) => serviceFunctions[one][language]).join(', ')],
      [said.forWhom, text(forWhom)],
      [said.howToGet, text(howToGet)],
      [said.cost, text(cost)],
      [said.capacity, text(capacity)],
      [said.place, place && place.slug !== partner.place?.slug && [place.name, place.city].filter(Boolean).join(', ')],
      [said.opening, openingPart(service, reader)],
      ...contactFacts(contact, words),
    ])}
  </section>`;
}
