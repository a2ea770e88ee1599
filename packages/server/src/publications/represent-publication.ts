import type {Edition, Publication, PublicationListItem} from '@buurtkit/contract';
import {photoFrom} from '../photos/photo-row.ts';
import type {EditionReferenceRow, EditionRow, PublicationRow} from './publication-store.ts';

type Reference = NonNullable<PublicationListItem['latest']>;

function addressOf({community, slug}: {community: string; slug: string}, publicUrl: string): string {
  return `${publicUrl}/${community}/uitgaven/${slug}`;
}

function representReference(row: EditionReferenceRow, url: string): Reference {
  return {number: row.number, publishedAt: row.published_at.toISOString(), note: row.note, url: `${url}/${row.number}`};
}

export function representListItem(row: PublicationRow, publicUrl: string): PublicationListItem {
  const url = addressOf(row, publicUrl);
  return {
    id: row.id,
    slug: row.slug,
    community: row.community,
    title: row.title,
    summary: row.summary,
    initiatives: row.initiatives,
    latest: row.latest && representReference({...row.latest, published_at: new Date(row.latest.published_at)}, url),
    updatedAt: row.updated_at.toISOString(),
    url,
  };
}

export function representPublication(row: PublicationRow, editions: readonly EditionReferenceRow[], publicUrl: string): Publication {
  const item = representListItem(row, publicUrl);
  return {...item, editions: editions.map((edition) => representReference(edition, item.url))};
}

/** The edition as it was; only where it and its initiatives are on the web follows the server. */
export function representEdition(row: EditionRow, publication: Pick<PublicationRow, 'community' | 'slug'>, publicUrl: string): Edition {
  return {
    id: row.id,
    publication: publication.slug,
    community: publication.community,
    number: row.number,
    title: row.title,
    summary: row.summary,
    note: row.note,
    publishedAt: row.published_at.toISOString(),
    news: row.news,
    stories: row.stories.map((story) => ({
      ...story,
      photos: story.photos.map((photo) => photoFrom(photo, '', publicUrl)),
      url: `${publicUrl}/${story.community}/initiatieven/${story.slug}`,
    })),
    url: `${addressOf(publication, publicUrl)}/${row.number}`,
  };
}
