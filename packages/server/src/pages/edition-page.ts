import {addressSchema, editionNumberSchema, type EditionStory} from '@buurtkit/contract';
import {formatDateOfMoment} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {RequestContext} from '../http/request-context.ts';
import {ProblemError} from '../problem-error.ts';
import {newsPart, storyPart, type EditionReader} from '../publications/edition-parts.ts';
import {getEdition, getPublication} from '../publications/get-publication.ts';
import {communityPage} from './community-page.ts';
import {page, type Html} from './layout.ts';
import {sampleNote} from './listing-page.ts';
import {photosPart} from './photos-part.ts';
import {textIn} from './text-in.ts';

/** An edition as a whole, to read on a screen and on paper. */
export async function editionPage(c: RequestContext): Promise<Response> {
  const address = addressSchema.safeParse(c.req.param('slug'));
  const number = editionNumberSchema.safeParse(c.req.param('number'));
  if (!address.success || !number.success) throw new ProblemError('edition.not-found');
  const {scope, community, words} = await communityPage(c);
  const {language} = scope;
  const [edition, publication] = await Promise.all([
    getEdition(scope, address.data, Number(number.data)),
    getPublication(scope, address.data),
  ]);
  const reader = {language, words};
  const {latest} = publication;
  const title = `${textIn(language, edition.title)}, ${words.publication.edition(edition.number).toLowerCase()}`;
  const home = new URL(publication.url).pathname;
  const book = `/v1/communities/${edition.community}/publications/${edition.publication}/editions/${edition.number}?format=epub`;
  return page(c, {
    title: `${title}, ${community.name}`,
    language,
    words,
    community,
    head: html`<link rel="canonical" href="${edition.url}" /><link rel="alternate" type="application/epub+zip" href="${book}" />`,
    content: html`<a class="back" href="${home}">${words.publication.allEditions}</a>
      <article class="edition">
        <h1>${title}</h1>
        ${sampleNote(community, words)}
        <p class="muted">${words.publication.publishedOn(formatDateOfMoment(edition.publishedAt, language, community.timeZone))}</p>
        ${
          latest && latest.number > edition.number
            ? html`<p class="sample">
                <strong>${words.publication.isOlder}</strong> <a href="${home}/${latest.number}">${words.publication.toLatest}</a>
              </p>`
            : ''
        }
        <p>${textIn(language, edition.summary)}</p>
        <p class="ways">
          <a href="${book}">${words.publication.readAsBook}</a>
          <a href="/v1/communities/${community.slug}/feed.atom">${words.publication.follow}</a>
        </p>
        ${
          edition.note === null
            ? ''
            : html`<h2>${words.publication.fromTheEditor}</h2>
                <p>${textIn(language, edition.note)}</p>`
        }
        <h2>${words.publication.whatIsNew}</h2>
        ${newsPart(edition, (anchor) => `#verhaal-${anchor}`, reader)}
        <nav aria-labelledby="inhoudsopgave">
          <h2 id="inhoudsopgave">${words.publication.contents}</h2>
          <ol>
            ${edition.stories.map((story) => html`<li><a href="#verhaal-${story.anchor}">${story.name}</a></li>`)}
          </ol>
        </nav>
        ${edition.stories.map((story) => storySection(story, reader))}
        <p class="muted">${words.publication.onlineAt} <a href="${edition.url}">${edition.url}</a></p>
      </article>`,
  });
}

function storySection(story: EditionStory, reader: EditionReader): Html {
  return html`<section class="story" id="verhaal-${story.anchor}">
    <h2><a href="${new URL(story.url).pathname}">${story.name}</a></h2>
    ${photosPart(story.photos, reader.language, reader.words)} ${storyPart(story, reader)}
  </section>`;
}
