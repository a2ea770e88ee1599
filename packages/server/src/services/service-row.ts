import type {PartnerReference, Service} from '@buurtkit/contract';
import type {Selectable} from 'kysely';
import type {Tables} from '../db/tables.ts';
import {representOwnedFields} from '../external-ids/owned-fields.ts';
import {representOpening, type ToldOpenings} from '../opening/told-openings.ts';
import {representToldPlace, type ToldPlace} from '../places/place-link.ts';

export type ServiceRow = Omit<Selectable<Tables['services']>, 'search_terms' | 'created_at'> & {community: string};
/** A row with what an answer tells beyond it. */
export type ToldServiceRow = ServiceRow & {partner: PartnerReference; building: ToldPlace; openings: ToldOpenings};

export const serviceColumns = [
  'community_id',
  'id',
  'partner_id',
  'name',
  'summary',
  'functions',
  'themes',
  'for_whom',
  'how_to_get',
  'cost',
  'capacity',
  'status',
  'place_id',
  'areas',
  'area_codes',
  'contact',
  'opening_hours',
  'external_ids',
  'owned_fields',
  'revision',
  'updated_at',
] as const;

export function representService(row: ToldServiceRow): Service {
  return {
    id: row.id,
    community: row.community,
    partner: row.partner,
    name: row.name,
    summary: row.summary,
    functions: row.functions,
    themes: row.themes,
    forWhom: row.for_whom,
    howToGet: row.how_to_get,
    cost: row.cost,
    capacity: row.capacity,
    status: row.status,
    place: representToldPlace(row.building),
    areas: row.areas,
    contact: row.contact,
    opening: representOpening(row.opening_hours, row.openings),
    openingHours: row.opening_hours,
    externalIds: row.external_ids,
    ownedFields: representOwnedFields(row.owned_fields),
    updatedAt: row.updated_at.toISOString(),
  };
}
