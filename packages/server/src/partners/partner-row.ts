import type {Partner, PartnerListItem, PartnerReference, Service} from '@buurtkit/contract';
import type {Selectable} from 'kysely';
import type {Tables} from '../db/tables.ts';
import {representOwnedFields} from '../external-ids/owned-fields.ts';
import {representToldPlace, type ToldPlace} from '../places/place-link.ts';

export type PartnerRow = Omit<Selectable<Tables['partners']>, 'search_terms' | 'service_words' | 'created_at'> & {community: string};
/** A row with what an answer tells beyond it. */
export type ToldPartnerRow = PartnerRow & {parent: PartnerReference | null; building: ToldPlace; initiative_count: number};

export const partnerColumns = [
  'community_id',
  'id',
  'slug',
  'name',
  'kind',
  'city',
  'summary',
  'website',
  'is_sample',
  'contacts',
  'areas',
  'area_codes',
  'parent_community_id',
  'parent_id',
  'place_id',
  'external_ids',
  'owned_fields',
  'functions',
  'themes',
  'revision',
  'updated_at',
] as const;

export function representPartnerListItem(row: ToldPartnerRow, publicUrl: string): PartnerListItem {
  return {
    id: row.id,
    slug: row.slug,
    community: row.community,
    name: row.name,
    kind: row.kind,
    city: row.city,
    summary: row.summary,
    website: row.website,
    isSample: row.is_sample,
    contacts: row.contacts,
    areas: row.areas,
    parent: row.parent,
    place: representToldPlace(row.building),
    functions: row.functions,
    themes: row.themes,
    initiativeCount: row.initiative_count,
    externalIds: row.external_ids,
    updatedAt: row.updated_at.toISOString(),
    url: `${publicUrl}/${row.community}/sociale-kaart/${row.slug}`,
  };
}

/** Who and what belongs to an organisation. */
export type PartnerParts = {
  coalition: Partner['coalition'];
  services: Service[];
  members: PartnerReference[];
  networks: PartnerReference[];
};

export function representPartner(row: ToldPartnerRow, parts: PartnerParts, publicUrl: string): Partner {
  return {...representPartnerListItem(row, publicUrl), ...parts, ownedFields: representOwnedFields(row.owned_fields)};
}
