import type {SharedPlace} from '@buurtkit/contract';
import {numberedId} from './numbered-id.ts';

const updatedAt = '2026-11-22T09:00:00Z';

/** Two invented buildings: one that an initiative, an organisation and its service share, one with room for others. */
export const samplePlaces: readonly SharedPlace[] = [
  {
    id: numberedId('place', 1),
    slug: 'buurthuis-de-brug',
    community: 'groningen',
    name: 'Buurthuis De Brug',
    address: {street: 'Voorbeeldkade 12', postcode: '9700 AA'},
    city: 'Groningen',
    areaCode: 'GM0014',
    areaYear: 2025,
    location: {type: 'Point', coordinates: [6.5665, 53.2194]},
    accessibility: {stepFree: 'yes', toilet: 'yes', hearingLoop: 'no'},
    isAvailable: false,
    availableFor: null,
    updatedAt,
    occupants: [
      {
        resource: 'initiative',
        id: numberedId('initiative', 2),
        slug: 'stip-groningen',
        community: 'groningen',
        name: {nl: 'STIP Groningen'},
      },
      {resource: 'partner', id: numberedId('partner', 1), slug: 'welzijn-de-brug', community: 'groningen', name: {nl: 'Welzijn De Brug'}},
      {
        resource: 'service',
        id: numberedId('service', 100),
        slug: 'welzijn-de-brug',
        community: 'groningen',
        name: {nl: 'Spreekuur bij de koffie', en: 'Walk-in with coffee'},
      },
    ],
  },
  {
    id: numberedId('place', 2),
    slug: 'dorpshuis-de-wierde',
    community: 'eemsdelta',
    name: 'Dorpshuis De Wierde',
    address: {street: 'Voorbeeldpad 3', postcode: null},
    city: 'Holwierde',
    areaCode: 'GM1979',
    areaYear: 2025,
    location: {type: 'Point', coordinates: [6.871, 53.357]},
    accessibility: {stepFree: 'partly', parking: 'yes'},
    isAvailable: true,
    availableFor: {nl: 'Een zaal voor dertig mensen, op dinsdag en donderdag.', en: 'A room for thirty, on Tuesdays and Thursdays.'},
    updatedAt,
    occupants: [
      {
        resource: 'partner',
        id: numberedId('partner', 5),
        slug: 'dorpsbelang-de-wierde',
        community: 'eemsdelta',
        name: {nl: 'Dorpsbelang De Wierde'},
      },
    ],
  },
];
