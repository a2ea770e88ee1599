// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {ListingCategory} from './types.ts';

/** Kinds of help, with their labels, in the order in which they are shown. */
export const listingCategories: Readonly<Record<ListingCategory, Label>> = {
  household: {nl: 'In huis', en: 'Around the house'},
  garden: {nl: 'Tuin', en: 'Garden'},
  repair: {nl: 'Repareren', en: 'Repairs'},
  transport: {nl: 'Vervoer en boodschappen', en: 'Transport and errands'},
  company: {nl: 'Gezelschap', en: 'Company'},
  'care-light': {nl: 'Lichte hulp en zorg', en: 'Light help and care'},
  children: {nl: 'Kinderen', en: 'Children'},
  animals: {nl: 'Dieren', en: 'Animals'},
  cooking: {nl: 'Koken', en: 'Cooking'},
  computer: {nl: 'Computer en telefoon', en: 'Computer and phone'},
  paperwork: {nl: 'Formulieren en brieven', en: 'Forms and letters'},
  language: {nl: 'Taal', en: 'Language'},
  lessons: {nl: 'Les en uitleg', en: 'Lessons'},
  other: {nl: 'Anders', en: 'Other'},
};
