import {coalitionRoles, type Edition, type EditionStory, type Language} from '@buurtkit/contract';
import {formatDate} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {Html, Words} from '../pages/layout.ts';
import {blockPart} from '../pages/rich-text.ts';
import {textIn} from '../pages/text-in.ts';

export type EditionReader = {language: Language; words: Words};

/** What the edition before did not have, each with the way to it. */
export function newsPart({news, stories}: Edition, addressOf: (anchor: string) => string, {language, words}: EditionReader): Html {
  const story = (anchor: string) => stories.find((one) => one.anchor === anchor);
  const line = (anchor: string, what: string) => html`<li><a href="${addressOf(anchor)}">${story(anchor)?.name ?? ''}</a>: ${what}</li>`;
  const chapterTitle = (anchor: string, id: string) => {
    const chapter = story(anchor)?.chapters.find((one) => one.id === id);
    return chapter ? textIn(language, chapter.title) : '';
  };
  const lines = [
    ...news.stories.map((anchor) => line(anchor, words.publication.newStory)),
    ...news.chapters.map(({story: anchor, chapter}) => line(anchor, words.publication.newChapter(chapterTitle(anchor, chapter)))),
    ...news.changed.map((anchor) => line(anchor, words.publication.changedStory)),
  ];
  return lines.length === 0
    ? html`<p>${words.publication.nothingNew}</p>`
    : html`<ul>
        ${lines}
      </ul>`;
}

/** A story below its name: what it is, who stands behind it, and its chapters. */
export function storyPart({city, summary, coalition, chapters}: EditionStory, {language, words}: EditionReader): Html {
  return html`${city === null ? '' : html`<p class="muted">${city}</p>`}
    <p>${textIn(language, summary)}</p>
    ${chapters.map(
      (chapter) =>
        html`<section>
          <h3>${textIn(language, chapter.title)}</h3>
          ${chapter.date === null ? '' : html`<p class="muted"><time datetime="${chapter.date}">${formatDate(chapter.date, language)}</time></p>`}
          ${(chapter.blocks[language] ?? chapter.blocks.nl).map(blockPart)}
        </section>`,
    )}
    ${
      coalition.length > 0
        ? html`<h3>${words.initiative.coalition}</h3>
            <ul>
              ${coalition.map(({name, role}) => html`<li>${name} (${coalitionRoles[role][language].toLowerCase()})</li>`)}
            </ul>`
        : ''
    }`;
}
