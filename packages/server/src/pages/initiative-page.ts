import {
  accessibilityAnswers,
  accessibilityFeatures,
  addressSchema,
  coalitionRoles,
  initiativeKinds,
  initiativeStages,
  knownThemes,
  partnerKinds,
  valuesOf,
  type Initiative,
  type Language,
  type SharedPlace,
} from '@buurtkit/contract';
import {formatDate, formatDateOfMoment, messageForm} from '@buurtkit/texts';
import {html} from 'hono/html';
import {listInitiativeHistory} from '../history/list-initiative-history.ts';
import {getInitiative} from '../initiatives/get-initiative.ts';
import {jsonLdScript} from '../json-ld/json-ld-script.ts';
import {thingOfAnswer} from '../json-ld/things.ts';
import {getPlace} from '../places/get-place.ts';
import {ProblemError} from '../problem-error.ts';
import type {RequestContext} from '../http/request-context.ts';
import {communityPage} from './community-page.ts';
import {contactFacts, factsPart, whereTold} from './facts-part.ts';
import {historyPart} from './history-part.ts';
import {messageAddress} from './message-page.ts';
import {page, type Html} from './layout.ts';
import {sampleNote} from './listing-page.ts';
import {openingPart} from './opening-part.ts';
import {photosPart} from './photos-part.ts';
import {referenceList, roleTold, type PageReader} from './reference-list.ts';
import {blockPart} from './rich-text.ts';
import {orAddresses, severalPage} from './several-page.ts';
import {labelOf, textIn} from './text-in.ts';

const changesShown = 10;

/** One initiative with its whole story, who stands behind it, and who is in the same building. */
export async function initiativePage(c: RequestContext): Promise<Response> {
  const address = addressSchema.safeParse(c.req.param('slug'));
  if (!address.success) throw new ProblemError('initiative.not-found');
  const open = await communityPage(c);
  const {scope, community, words} = open;
  const {language} = scope;
  const found = await orAddresses(getInitiative(scope, address.data));
  if ('addresses' in found)
    return severalPage(c, open, {
      addresses: found.addresses,
      folder: 'initiatieven',
      title: words.initiative.severalByThisName,
      hint: words.initiative.severalByThisNameHint,
    });
  const {initiative} = found;
  const {place} = initiative;
  const [history, building] = await Promise.all([
    listInitiativeHistory(scope, address.data, {limit: changesShown}),
    place?.slug ? getPlace(scope, `${initiative.community}~${place.slug}`) : null,
  ]);
  const reader = {language, words, timeZone: community.timeZone, now: scope.now};
  return page(c, {
    title: `${initiative.name}, ${community.name}`,
    language,
    words,
    community,
    head: html`<link rel="canonical" href="${initiative.url}" /><meta
        name="description"
        content="${textIn(language, initiative.summary)}"
      />${jsonLdScript(thingOfAnswer(initiative, scope.publicUrl))}`,
    content: html`<a class="back" href="/${community.slug}/initiatieven">${words.page.allInitiatives}</a>
      <article>
        <h1>${initiative.name}</h1>
        ${sampleNote(community, words)}
        <p>${textIn(language, initiative.summary)}</p>
        ${photosPart(initiative.photos, language, words)} ${factsOf(initiative, building?.place ?? null, reader)}
        ${
          initiative.lookingFor.length > 0
            ? html`<h2>${words.initiative.lookingFor}</h2>
                <ul>
                  ${initiative.lookingFor.map(({text}) => html`<li>${textIn(language, text)}</li>`)}
                </ul>`
            : ''
        }
        ${
          initiative.story.length > 0
            ? html`<h2>${words.initiative.story}</h2>
                ${initiative.story.map((chapter) => chapterPart(chapter, language))}`
            : ''
        }
        ${referenceList(
          words.initiative.coalition,
          initiative.coalition.map(({partner, role, since}) => ({
            href: `/${partner.community}/sociale-kaart/${partner.slug}`,
            name: partner.name,
            told: roleTold([partnerKinds[partner.kind][language], coalitionRoles[role][language]], since, reader),
          })),
        )}
        ${building ? occupantsPart(building.place, initiative, reader) : ''}
        <p class="muted">
          ${initiative.isRecentlyChecked ? '' : html`${words.initiative.notRecentlyChecked} · `}${words.initiative.updatedOn(formatDateOfMoment(initiative.updatedAt, language, community.timeZone))}${
            initiative.checkedAt === null
              ? ''
              : ` · ${words.freshness.checkedOn(formatDateOfMoment(initiative.checkedAt, language, community.timeZone))}`
          }
        </p>
        ${historyPart(history.data, reader)}
        ${initiative.hasContactForm ? html`<p><a href="${messageAddress(initiative)}">${messageForm({language, addressForm: community.addressForm}, initiative).title}</a></p>` : ''}
        <p>
          <a href="/${initiative.community}/initiatieven/${initiative.slug}/klopt-niet">${words.report.title}</a> ·
          <a href="/${initiative.community}/initiatieven/${initiative.slug}/wijzig">${words.submission.change}</a>
        </p>
      </article>`,
  });
}

function factsOf(initiative: Initiative, building: SharedPlace | null, reader: PageReader): Html | string {
  const {kind, stage, themes, since, place, areas, contact, accessibility} = initiative;
  const {language, words} = reader;
  const {initiative: said} = words;
  const access = valuesOf(accessibilityFeatures).flatMap((feature) => {
    const answer = accessibility[feature];
    return answer === undefined || answer === 'unknown'
      ? []
      : [html`<li>${accessibilityFeatures[feature][language]}: ${accessibilityAnswers[answer][language].toLowerCase()}</li>`];
  });
  return factsPart([
    [said.kind, initiativeKinds[kind][language]],
    [said.stage, initiativeStages[stage][language]],
    [said.themes, themes.map((theme) => labelOf(knownThemes, theme, language)).join(', ')],
    [said.since, since && formatDate(since, language)],
    [said.place, whereTold(building, place)],
    [said.area, areas.map(({name}) => name).join(', ')],
    [said.opening, openingPart(initiative, reader)],
    [
      said.accessibility,
      access.length > 0 &&
        html`<ul>
          ${access}
        </ul>`,
    ],
    ...contactFacts(contact, words),
  ]);
}

/** Who else is in its building: initiatives, organisations, and what these do there. */
function occupantsPart({name: building, occupants}: SharedPlace, {id: own}: Initiative, {language, words}: PageReader): Html | string {
  const folders = {initiative: 'initiatieven', partner: 'sociale-kaart', service: 'sociale-kaart'};
  return referenceList(
    words.initiative.alsoIn(building),
    occupants
      .filter(({id}) => id !== own)
      .map(({resource, id, community, slug, name}) => ({
        href: `/${community}/${folders[resource]}/${slug}${resource === 'service' ? `#${id}` : ''}`,
        name: textIn(language, name),
        told: '',
      })),
  );
}

function chapterPart({title, blocks, date}: Initiative['story'][number], language: Language): Html {
  return html`<section>
    <h3>${textIn(language, title)}</h3>
    ${date === null ? '' : html`<p class="muted"><time datetime="${date}">${formatDate(date, language)}</time></p>`}
    ${(blocks[language] ?? blocks.nl).map(blockPart)}
  </section>`;
}
