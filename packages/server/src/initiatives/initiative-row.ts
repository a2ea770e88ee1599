import type {Chapter, Initiative, InitiativeListItem} from '@buurtkit/contract';
import type {Selectable} from 'kysely';
import type {Tables} from '../db/tables.ts';

export type InitiativeRow = Omit<Selectable<Tables['initiatives']>, 'search' | 'created_at'> & {community: string};
export type ChapterRow = Selectable<Tables['chapters']>;

export const initiativeColumns = [
  'community_id',
  'id',
  'slug',
  'name',
  'kind',
  'stage',
  'themes',
  'context',
  'scale',
  'since',
  'summary',
  'city',
  'area_code',
  'area_year',
  'precision',
  'longitude',
  'latitude',
  'areas',
  'area_codes',
  'accessibility',
  'contact',
  'looking_for',
  'external_ids',
  'checked_at',
  'is_recently_checked',
  'revision',
  'updated_at',
] as const;

export function representListItem(row: InitiativeRow, publicUrl: string): InitiativeListItem {
  return {
    id: row.id,
    slug: row.slug,
    community: row.community,
    name: row.name,
    kind: row.kind,
    stage: row.stage,
    themes: row.themes,
    context: row.context,
    scale: row.scale,
    since: row.since,
    summary: row.summary,
    place:
      row.city === null || row.precision === null
        ? null
        : {city: row.city, areaCode: row.area_code, areaYear: row.area_year, precision: row.precision},
    location: row.longitude === null || row.latitude === null ? null : {type: 'Point', coordinates: [row.longitude, row.latitude]},
    areas: row.areas,
    opening: null,
    accessibility: row.accessibility,
    contact: row.contact,
    photos: [],
    coalition: [],
    lookingFor: row.looking_for,
    externalIds: row.external_ids,
    checkedAt: row.checked_at?.toISOString() ?? null,
    isRecentlyChecked: row.is_recently_checked,
    updatedAt: row.updated_at.toISOString(),
    url: `${publicUrl}/${row.community}/initiatieven/${row.slug}`,
  };
}

function representChapter(row: ChapterRow): Chapter {
  return {id: row.id, title: row.title, text: row.text, blocks: row.blocks, date: row.dated};
}

export function representInitiative(row: InitiativeRow, chapters: readonly ChapterRow[], publicUrl: string): Initiative {
  return {...representListItem(row, publicUrl), story: chapters.map(representChapter), openingHours: null};
}
