// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {KnownTheme} from './types.ts';

/** Themes that have a label; themes are open, so there are others, with their labels, in the order in which they are shown. */
export const knownThemes: Readonly<Record<KnownTheme, Label>> = {
  ageing: {nl: 'Ouder worden', en: 'Ageing'},
  art: {nl: 'Kunst', en: 'Art'},
  care: {nl: 'Zorg', en: 'Care'},
  children: {nl: 'Kinderen', en: 'Children'},
  energy: {nl: 'Energie', en: 'Energy'},
  food: {nl: 'Eten', en: 'Food'},
  gardening: {nl: 'Tuinieren', en: 'Gardening'},
  green: {nl: 'Groen', en: 'Green'},
  health: {nl: 'Gezondheid', en: 'Health'},
  housing: {nl: 'Wonen', en: 'Housing'},
  information: {nl: 'Informatie', en: 'Information'},
  learning: {nl: 'Leren', en: 'Learning'},
  liveability: {nl: 'Leefbaarheid', en: 'Liveability'},
  loneliness: {nl: 'Eenzaamheid', en: 'Loneliness'},
  meeting: {nl: 'Ontmoeten', en: 'Meeting'},
  'neighbour-help': {nl: 'Burenhulp', en: 'Neighbour help'},
  repair: {nl: 'Repareren', en: 'Repair'},
  'self-management': {nl: 'Zelfbeheer', en: 'Self-management'},
  shop: {nl: 'Winkel', en: 'Shop'},
  'social-enterprise': {nl: 'Sociaal ondernemen', en: 'Social enterprise'},
  sport: {nl: 'Sport', en: 'Sport'},
  sustainability: {nl: 'Duurzaamheid', en: 'Sustainability'},
  'time-credits': {nl: 'Tijdspunten', en: 'Time credits'},
  volunteering: {nl: 'Vrijwilligerswerk', en: 'Volunteering'},
  women: {nl: 'Vrouwen', en: 'Women'},
  work: {nl: 'Werk', en: 'Work'},
  youth: {nl: 'Jeugd', en: 'Youth'},
};
