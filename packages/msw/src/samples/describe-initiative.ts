import type {Block, Chapter, Initiative, LanguageMap} from '@buurtkit/contract';
import {numberedId} from './numbered-id.ts';

type Told = Pick<Initiative, 'slug' | 'community' | 'name' | 'kind' | 'stage' | 'summary'>;

/** What is particular to an initiative; the rest is as for one of which nothing more is known. */
export type InitiativeSketch = Told &
  Partial<Omit<Initiative, keyof Told | 'id' | 'location' | 'story' | 'url'>> & {
    /** Longitude and latitude. */
    coordinates?: [number, number] | null;
    story?: Pick<Chapter, 'title' | 'text'>[];
  };

const updatedAt = '2026-11-22T09:00:00Z';

function paragraphs(text: string): Block[] {
  return text.split(/\n{2,}/).map((paragraph) => ({type: 'paragraph', content: [{type: 'text', text: paragraph}]}));
}

/** A chapter as the API gives it; every blank line begins a paragraph, and other Markdown is left as it is. */
export function describeChapter(
  id: string,
  {title, text, date = null}: {title: LanguageMap; text: LanguageMap; date?: string | null | undefined},
): Chapter {
  return {id, title, text, blocks: {nl: paragraphs(text.nl), ...(text.en !== undefined && {en: paragraphs(text.en)})}, date};
}

/** An initiative as the API gives it, with an id that is always the same for the same number. */
export function describeInitiative(number: number, {coordinates, story = [], ...sketch}: InitiativeSketch): Initiative {
  return {
    id: numberedId('initiative', number),
    themes: [],
    context: null,
    scale: null,
    since: null,
    place: null,
    location: coordinates ? {type: 'Point', coordinates} : null,
    areas: [],
    opening: null,
    accessibility: {},
    contact: {},
    hasContactForm: false,
    photos: [],
    coalition: [],
    lookingFor: [],
    externalIds: [],
    checkedAt: updatedAt,
    isRecentlyChecked: true,
    updatedAt,
    openingHours: null,
    ownedFields: [],
    ...sketch,
    url: `http://localhost:8787/${sketch.community}/initiatieven/${sketch.slug}`,
    story: story.map((chapter, index) => describeChapter(numberedId('chapter', number * 100 + index), chapter)),
  };
}
