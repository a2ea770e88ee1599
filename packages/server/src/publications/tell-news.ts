import {isDeepStrictEqual} from 'node:util';
import type {EditionNews} from '@buurtkit/contract';
import type {SnapshotStory} from './publication-store.ts';

/** What these stories tell that those of the edition before did not. */
export function tellNews(stories: readonly SnapshotStory[], before: readonly SnapshotStory[]): EditionNews {
  const earlier = new Map(before.map((story) => [story.id, story]));
  const news: EditionNews = {stories: [], chapters: [], changed: []};
  for (const story of stories) {
    const old = earlier.get(story.id);
    if (!old) {
      news.stories.push(story.anchor);
      continue;
    }
    const added = story.chapters.filter(({id}) => old.chapters.every((chapter) => chapter.id !== id));
    news.chapters.push(...added.map(({id}) => ({story: story.anchor, chapter: id})));
    const kept = story.chapters.filter((chapter) => !added.includes(chapter));
    if (!isDeepStrictEqual(told({...story, chapters: kept}), told(old))) news.changed.push(story.anchor);
  }
  return news;
}

export function isNothingNew({stories, chapters, changed}: EditionNews): boolean {
  return stories.length + chapters.length + changed.length === 0;
}

/** What a reader reads of a story; not where it stands. */
function told({anchor: _anchor, community: _community, slug: _slug, ...rest}: SnapshotStory) {
  return rest;
}
