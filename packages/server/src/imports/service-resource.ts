import {areaCodesOf} from '../lists/area-codes.ts';
import {renewOpenings} from '../opening/renew-openings.ts';
import {mergeExternalIds} from './merge-external-ids.ts';
import type {Resource} from './resource.ts';

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

export const serviceResource: Resource<'service'> = {
  name: 'service',
  table: 'services',
  columns: [
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
  ],
  jsonColumns: new Set([
    'name',
    'summary',
    'for_whom',
    'how_to_get',
    'cost',
    'capacity',
    'areas',
    'contact',
    'opening_hours',
    'external_ids',
  ]),
  defaults: {themes: [], status: 'active', areas: [], area_codes: [], contact: {}, external_ids: [], owned_fields: {}},
  belongings: [],
  slugFrom: () => null,
  named: ({partner, place}) => ({partners: partner === undefined ? [] : [partner], places: place ? [place] : []}),
  columnsOf: (changes, _before, references) => ({
    ...(changes.partner !== undefined && {partner_id: references.partner(changes.partner)?.id ?? null}),
    ...(changes.name !== undefined && {name: json(changes.name)}),
    ...(changes.summary !== undefined && {summary: json(changes.summary)}),
    ...(changes.functions !== undefined && {functions: [...new Set(changes.functions)]}),
    ...(changes.themes !== undefined && {themes: [...new Set(changes.themes)]}),
    ...(changes.forWhom !== undefined && {for_whom: json(changes.forWhom)}),
    ...(changes.howToGet !== undefined && {how_to_get: json(changes.howToGet)}),
    ...(changes.cost !== undefined && {cost: json(changes.cost)}),
    ...(changes.capacity !== undefined && {capacity: json(changes.capacity)}),
    ...(changes.status !== undefined && {status: changes.status}),
    ...(changes.place !== undefined && {place_id: changes.place === null ? null : (references.place(changes.place) ?? null)}),
    ...(changes.areas !== undefined && {areas: json(changes.areas), area_codes: areaCodesOf(null, changes.areas)}),
    ...(changes.contact !== undefined && {contact: json(changes.contact)}),
    ...(changes.openingHours !== undefined && {opening_hours: json(changes.openingHours)}),
    ...(changes.externalIds !== undefined && {external_ids: json(changes.externalIds)}),
  }),
  merge: (record, before) => {
    const merged = {...record.value};
    if (merged.externalIds) merged.externalIds = mergeExternalIds(merged.externalIds, record, before);
    return merged;
  },
  follow: (scope, ids) => renewOpenings(scope, 'service', ids),
};
