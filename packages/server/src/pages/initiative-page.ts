import {
  accessibilityAnswers,
  accessibilityFeatures,
  addressSchema,
  initiativeKinds,
  initiativeStages,
  knownThemes,
  type Initiative,
  type Language,
} from '@buurtkit/contract';
import {formatDate, formatDateOfMoment} from '@buurtkit/texts';
import {html} from 'hono/html';
import {representCommunity} from '../communities/represent-community.ts';
import {readCommunity} from '../communities/store.ts';
import {listInitiativeHistory} from '../history/list-initiative-history.ts';
import {getInitiative} from '../initiatives/get-initiative.ts';
import {jsonLdScript} from '../json-ld/json-ld-script.ts';
import {thingOfAnswer} from '../json-ld/things.ts';
import {ProblemError} from '../problem-error.ts';
import type {RequestContext} from '../http/request-context.ts';
import {historyPart} from './history-part.ts';
import {page, wordsFor, type Html, type Words} from './layout.ts';
import {openingPart} from './opening-part.ts';
import {pageScope} from './page-scope.ts';
import {blockPart} from './rich-text.ts';

const changesShown = 10;

/** One initiative with its whole story. */
export async function initiativePage(c: RequestContext): Promise<Response> {
  const address = addressSchema.safeParse(c.req.param('slug'));
  if (!address.success) throw new ProblemError('initiative.not-found');
  const scope = await pageScope(c, c.req.param('community') ?? '');
  const {language} = scope;
  const [{initiative}, history, row] = await Promise.all([
    getInitiative(scope, address.data),
    listInitiativeHistory(scope, address.data, {limit: changesShown}),
    readCommunity(scope.database.public, scope.community.id),
  ]);
  const community = representCommunity(row, scope.publicUrl);
  const words = wordsFor(language, community.addressForm);
  return page(c, {
    title: `${initiative.name}, ${community.name}`,
    language,
    words,
    community,
    head: html`<link rel="canonical" href="${initiative.url}" /><meta
        name="description"
        content="${textOf(initiative.summary, language)}"
      />${jsonLdScript(thingOfAnswer(initiative, scope.publicUrl))}`,
    content: html`<a class="back" href="/${community.slug}/initiatieven">${words.page.allInitiatives}</a>
      <article>
        <h1>${initiative.name}</h1>
        ${community.isSample ? html`<p class="sample"><strong>${words.list.sample}.</strong> ${words.list.sampleHint}</p>` : ''}
        <p>${textOf(initiative.summary, language)}</p>
        ${facts(initiative, openingPart(initiative, {language, words, timeZone: community.timeZone, now: scope.now}), language, words)}
        ${
          initiative.lookingFor.length > 0
            ? html`<h2>${words.initiative.lookingFor}</h2>
                <ul>
                  ${initiative.lookingFor.map(({text}) => html`<li>${textOf(text, language)}</li>`)}
                </ul>`
            : ''
        }
        ${
          initiative.story.length > 0
            ? html`<h2>${words.initiative.story}</h2>
                ${initiative.story.map((chapter) => chapterPart(chapter, language))}`
            : ''
        }
        <p class="muted">
          ${initiative.isRecentlyChecked ? '' : html`${words.initiative.notRecentlyChecked} · `}${words.initiative.updatedOn(formatDateOfMoment(initiative.updatedAt, language, community.timeZone))}${
            initiative.checkedAt === null
              ? ''
              : ` · ${words.freshness.checkedOn(formatDateOfMoment(initiative.checkedAt, language, community.timeZone))}`
          }
        </p>
        ${historyPart(history.data, {language, words, timeZone: community.timeZone})}
        <p>
          <a href="/${initiative.community}/initiatieven/${initiative.slug}/klopt-niet">${words.report.title}</a> ·
          <a href="/${initiative.community}/initiatieven/${initiative.slug}/wijzig">${words.submission.change}</a>
        </p>
      </article>`,
  });
}

function textOf(text: {nl: string; en?: string | undefined}, language: Language): string {
  return text[language] ?? text.nl;
}

function facts(
  {kind, stage, themes, since, place, areas, contact, accessibility}: Initiative,
  opening: Html | undefined,
  language: Language,
  words: Words,
): Html {
  const themeNames = themes.map((theme) => (knownThemes as Record<string, {nl: string; en: string}>)[theme]?.[language] ?? theme);
  const access = Object.entries(accessibility).map(
    ([feature, answer]) =>
      `${accessibilityFeatures[feature as keyof typeof accessibilityFeatures][language]}: ${accessibilityAnswers[answer ?? 'unknown'][language].toLowerCase()}`,
  );
  const line = (term: string, value: Html | string | undefined) =>
    value
      ? html`<dt>${term}</dt>
          <dd>${value}</dd>`
      : '';
  return html`<dl>
    ${line(words.initiative.kind, initiativeKinds[kind][language])} ${line(words.initiative.stage, initiativeStages[stage][language])}
    ${line(words.initiative.themes, themeNames.join(', '))}
    ${line(words.initiative.since, since === null ? undefined : formatDate(since, language))} ${line(words.initiative.place, place?.city)}
    ${line(words.initiative.area, areas.map(({name}) => name).join(', '))} ${line(words.initiative.opening, opening)}
    ${line(words.initiative.accessibility, access.join(', '))}
    ${line(words.initiative.website, contact.website && html`<a href="${contact.website}">${contact.website}</a>`)}
    ${line(words.initiative.email, contact.email && html`<a href="mailto:${contact.email}">${contact.email}</a>`)}
    ${line(words.initiative.phone, contact.phone && html`<a href="tel:${contact.phone.replaceAll(/[^+\d]/g, '')}">${contact.phone}</a>`)}
  </dl>`;
}

function chapterPart({title, blocks, date}: Initiative['story'][number], language: Language): Html {
  return html`<section>
    <h3>${textOf(title, language)}</h3>
    ${date === null ? '' : html`<p class="muted"><time datetime="${date}">${formatDate(date, language)}</time></p>`}
    ${(blocks[language] ?? blocks.nl).map(blockPart)}
  </section>`;
}
