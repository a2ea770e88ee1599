import {languages, type Edition, type EditionStory, type Language} from '@buurtkit/contract';
import {formatDateOfMoment} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {Community} from '../communities/community.ts';
import {wordsFor, type Html} from '../pages/layout.ts';
import {textIn} from '../pages/text-in.ts';
import {BookWithPhotos} from './book-with-photos.ts';
import {newsPart, storyPart, type EditionReader} from './edition-parts.ts';
import {withoutControls} from './printable-text.ts';

const stylesheet = `body { line-height: 1.5; }
h2 { margin-top: 2em; }
blockquote { margin-inline-start: 1em; padding-inline-start: 1em; border-inline-start: 0.2em solid; }
.muted { font-size: 0.9em; }
figure { margin: 1em 0; }
img { max-width: 100%; height: auto; }
`;

// The library's own sheet of particulars claims all rights, names itself the maker and says that the book changed just now.
const particulars = `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="edition" xml:lang="<%= lang %>">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="edition"><%= publisher %></dc:identifier>
    <dc:title><%= title %></dc:title>
    <dc:description><%= description %></dc:description>
    <dc:language><%= lang %></dc:language>
    <dc:creator><%= author.join(', ') %></dc:creator>
    <dc:date><%= date %></dc:date>
    <meta property="dcterms:modified"><%= date.slice(0, 19) %>Z</meta>
  </metadata>
  <manifest>
    <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
    <item id="toc" href="toc.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="css" href="style.css" media-type="text/css"/>
    <% content.forEach((chapter) => { %><item id="<%= chapter.id %>" href="<%= chapter.filename %>" media-type="application/xhtml+xml"/>
    <% }) %>
    <% images.forEach((image) => { %><item id="photo-<%= image.id %>" href="images/<%= image.id %>.<%= image.extension %>" media-type="<%= image.mediaType %>"/>
    <% }) %>
  </manifest>
  <spine toc="ncx">
    <% content.filter((chapter) => chapter.beforeToc).forEach((chapter) => { %><itemref idref="<%= chapter.id %>"/><% }) %>
    <itemref idref="toc"/>
    <% content.filter((chapter) => !chapter.beforeToc).forEach((chapter) => { %><itemref idref="<%= chapter.id %>"/>
    <% }) %>
  </spine>
</package>
`;

type HomeOfBook = Pick<Community, 'name' | 'timeZone' | 'addressForm'>;
/** Small photos by their addresses. */
type Photos = ReadonlyMap<string, Buffer>;
export type Book = {language: Language; content: Buffer};

/** The edition as an EPUB, in Dutch and in every other language that somebody wrote some of it in. */
export async function makeBooks(edition: Edition, community: HomeOfBook, photos: Photos): Promise<Book[]> {
  const books: Book[] = [];
  for (const language of languages)
    if (language === 'nl' || isWrittenIn(language, edition))
      books.push({language, content: await makeBook(edition, {community, photos, language})});
  return books;
}

function isWrittenIn(language: Language, {title, stories}: Edition): boolean {
  return [title, ...stories.map(({summary}) => summary)].some((text) => text[language] !== undefined);
}

async function makeBook(
  edition: Edition,
  {community, photos, language}: {community: HomeOfBook; photos: Photos; language: Language},
): Promise<Buffer> {
  const words = wordsFor(language, community.addressForm);
  const reader: EditionReader = {language, words};
  const title = `${textIn(language, edition.title)}, ${words.publication.edition(edition.number).toLowerCase()}`;
  const fileOf = (anchor: string) => `verhaal-${edition.stories.findIndex((story) => story.anchor === anchor) + 1}.xhtml`;
  const about = html`<h1>${title}</h1>
    <p class="muted">
      ${community.name}. ${words.publication.publishedOn(formatDateOfMoment(edition.publishedAt, language, community.timeZone))}.
    </p>
    <p>${textIn(language, edition.summary)}</p>
    ${
      edition.note === null
        ? ''
        : html`<h2>${words.publication.fromTheEditor}</h2>
            <p>${textIn(language, edition.note)}</p>`
    }
    <h2>${words.publication.whatIsNew}</h2>
    ${newsPart(edition, fileOf, reader)}
    ${edition.url.startsWith('http') ? html`<p>${words.publication.onlineAt} <a href="${edition.url}">${edition.url}</a></p>` : ''}`;

  const chapters = [
    {title: words.publication.about, filename: 'over.xhtml', beforeToc: true, excludeFromToc: true, content: await xhtml(about)},
    ...(await Promise.all(
      edition.stories.map(async (story) => ({
        title: withoutControls(story.name),
        filename: fileOf(story.anchor),
        content: await xhtml(
          html`<h2>${story.name}</h2>
            ${photosOf(story, photos, reader)} ${storyPart(story, reader)}`,
        ),
      })),
    )),
  ];
  const options = {
    title: withoutControls(title),
    author: withoutControls(community.name),
    description: withoutControls(textIn(language, edition.summary)),
    // The one field of the library's that its own particulars need and ours don't: it carries the identifier.
    publisher: `urn:uuid:${edition.id}`,
    date: edition.publishedAt,
    lang: language,
    tocTitle: words.publication.contents,
    tocInTOC: false,
    numberChaptersInTOC: false,
    prependChapterTitles: false,
    version: 3,
    css: stylesheet,
    contentOPF: particulars,
  };
  return new BookWithPhotos(options, chapters, photos).genEpub();
}

function photosOf(story: EditionStory, photos: Photos, {language, words}: EditionReader): Html[] {
  const atHand = story.photos.filter(({small}) => photos.has(small.url));
  return atHand.map(
    ({small, alt, credit}) =>
      html`<figure>
        <img src="${small.url}" alt="${textIn(language, alt)}" width="${small.width}" height="${small.height}" />
        <figcaption class="muted">${words.initiative.photoBy(credit)}</figcaption>
      </figure>`,
  );
}

async function xhtml(content: Html): Promise<string> {
  return withoutControls(String(await content));
}
