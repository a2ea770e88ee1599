import {renewOpenings} from '../opening/renew-openings.ts';
import {ownColumnsOf} from '../services/write-service.ts';
import {mergeExternalIds} from './merge-external-ids.ts';
import type {Resource} from './resource.ts';

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
    ...ownColumnsOf(changes),
    ...(changes.place !== undefined && {place_id: changes.place === null ? null : (references.place(changes.place) ?? null)}),
  }),
  merge: (record, before) => {
    const merged = {...record.value};
    if (merged.externalIds) merged.externalIds = mergeExternalIds(merged.externalIds, record, before);
    return merged;
  },
  follow: (scope, ids) => renewOpenings(scope, 'service', ids),
};
