import type {Chapter, CoalitionMember, Initiative, InitiativeListItem} from '@buurtkit/contract';
import type {Selectable} from 'kysely';
import type {Tables} from '../db/tables.ts';
import {representOwnedFields} from '../external-ids/owned-fields.ts';
import {representOpening, type ToldOpenings} from '../opening/told-openings.ts';
import {representPhoto, type ToldPhoto} from '../photos/photo-row.ts';
import type {ToldPlace} from '../places/place-link.ts';
import {representWhere} from '../places/represent-where.ts';

export type InitiativeRow = Omit<Selectable<Tables['initiatives']>, 'search_terms' | 'created_at'> & {community: string};
/** A row with what an answer tells beyond it. */
export type ToldInitiativeRow = InitiativeRow & {
  openings: ToldOpenings;
  coalition: CoalitionMember[];
  building: ToldPlace;
  photos: ToldPhoto[];
};
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
  'place_id',
  'has_contact_form',
  'owned_fields',
  'opening_hours',
  'looking_for',
  'external_ids',
  'checked_at',
  'is_recently_checked',
  'revision',
  'updated_at',
] as const;

export function representListItem(row: ToldInitiativeRow, publicUrl: string): InitiativeListItem {
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
    ...representWhere(row),
    areas: row.areas,
    opening: representOpening(row.opening_hours, row.openings),
    accessibility: row.accessibility,
    contact: row.contact,
    hasContactForm: row.has_contact_form,
    photos: row.photos.map((photo) => representPhoto(photo, publicUrl)),
    coalition: row.coalition,
    lookingFor: row.looking_for,
    externalIds: row.external_ids,
    checkedAt: row.checked_at?.toISOString() ?? null,
    isRecentlyChecked: row.is_recently_checked,
    updatedAt: row.updated_at.toISOString(),
    url: `${publicUrl}/${row.community}/initiatieven/${row.slug}`,
  };
}

/** What a file holds of an initiative: its hours as rules, and not on which of the coming days it is open. */
export type InitiativeRecord = Omit<InitiativeListItem, 'opening'> & Pick<Initiative, 'openingHours'>;

export function representRecord(row: InitiativeRow, publicUrl: string): InitiativeRecord {
  const {opening: _opening, ...record} = representListItem({...row, openings: [], coalition: [], building: null, photos: []}, publicUrl);
  return {...record, openingHours: row.opening_hours};
}

function representChapter(row: ChapterRow): Chapter {
  return {id: row.id, title: row.title, text: row.text, blocks: row.blocks, date: row.dated};
}

export function representInitiative(row: ToldInitiativeRow, chapters: readonly ChapterRow[], publicUrl: string): Initiative {
  return {
    ...representListItem(row, publicUrl),
    story: chapters.map(representChapter),
    openingHours: row.opening_hours,
    ownedFields: representOwnedFields(row.owned_fields),
  };
}
