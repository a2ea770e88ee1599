import type {Initiative, Point} from '@buurtkit/contract';
import {expect, test} from 'vitest';
import {submissionOf, valuesOfInitiative} from './submission-values.ts';

const at = (longitude: number, latitude: number): Point => ({type: 'Point', coordinates: [longitude, latitude]});
const building = {city: 'Holwierde', areaCode: 'GM1979', areaYear: 2025, precision: 'exact', slug: 'het-huis', name: 'Het Huis'};
const current = {
  slug: 'tafel',
  name: 'Tafel',
  kind: 'other',
  stage: 'active',
  summary: {nl: 'Samen eten.'},
  place: building,
  location: at(6.87, 53.35),
  contact: {},
  hasContactForm: false,
  lookingFor: [],
} as unknown as Initiative;

function sent(filledIn: Record<string, string>, location: Point | null) {
  return submissionOf({...valuesOfInitiative(current, 'nl'), ...filledIn}, {language: 'nl', location, current}).content;
}

test('whoever fills in the address of the building that it is in takes it nowhere', () => {
  expect(sent({address: 'Kerkplein 12'}, at(6.8701, 53.3501))).toEqual({});
  expect(sent({address: 'Kerkplein 12', city: 'Appingedam'}, at(6.87, 53.35))).toEqual({
    place: {...building, city: 'Appingedam'},
    location: at(6.87, 53.35),
  });
});

test('another address takes it out of the building, and in another town out of the area', () => {
  expect(sent({address: 'Dijk 1'}, at(6.871, 53.35))).toEqual({
    place: {city: 'Holwierde', areaCode: 'GM1979', areaYear: 2025, precision: 'exact'},
    location: at(6.871, 53.35),
  });
  expect(sent({address: 'Dijk 1', city: 'Appingedam'}, at(6.86, 53.32))).toEqual({
    place: {city: 'Appingedam', areaCode: null, areaYear: null, precision: 'exact'},
    location: at(6.86, 53.32),
  });
});

test('what becomes a home leaves its building', () => {
  expect(sent({isHome: 'on'}, null)).toEqual({
    place: {city: 'Holwierde', areaCode: 'GM1979', areaYear: 2025, precision: 'grid'},
    location: at(6.87, 53.35),
  });
});
