import {columnsOf} from '../places/write-place.ts';
import {slugOf} from '../initiatives/slug.ts';
import type {Resource} from './resource.ts';

export const placeResource: Resource<'place'> = {
  name: 'place',
  table: 'places',
  columns: [
    'name',
    'street',
    'postcode',
    'city',
    'area_code',
    'area_year',
    'longitude',
    'latitude',
    'accessibility',
    'is_available',
    'available_for',
  ],
  jsonColumns: new Set(['accessibility', 'available_for']),
  defaults: {accessibility: {}, is_available: false},
  belongings: [],
  slugFrom: ({name}) => slugOf(name, 'plek'),
  named: () => ({partners: [], places: []}),
  columnsOf,
  merge: ({value: {slug: _slug, ...merged}}) => merged,
  follow: async () => undefined,
};
