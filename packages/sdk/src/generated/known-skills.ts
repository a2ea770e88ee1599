// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {KnownSkill} from './types.ts';

/** Skills that have a label; skills are open, so there are others, with their labels, in the order in which they are shown. */
export const knownSkills: Readonly<Record<KnownSkill, Label>> = {
  administration: {nl: 'Administratie', en: 'Administration'},
  animals: {nl: 'Omgaan met dieren', en: 'Working with animals'},
  care: {nl: 'Zorgen voor iemand', en: 'Caring for somebody'},
  children: {nl: 'Omgaan met kinderen', en: 'Working with children'},
  cleaning: {nl: 'Schoonmaken', en: 'Cleaning'},
  computers: {nl: 'Computers en telefoons', en: 'Computers and phones'},
  cooking: {nl: 'Koken', en: 'Cooking'},
  crafts: {nl: 'Handwerk en knutselen', en: 'Crafts'},
  driving: {nl: 'Autorijden', en: 'Driving'},
  forms: {nl: 'Formulieren invullen', en: 'Filling in forms'},
  gardening: {nl: 'Tuinieren', en: 'Gardening'},
  hospitality: {nl: 'Mensen ontvangen', en: 'Welcoming people'},
  languages: {nl: 'Talen spreken', en: 'Speaking languages'},
  listening: {nl: 'Luisteren', en: 'Listening'},
  music: {nl: 'Muziek maken', en: 'Making music'},
  organising: {nl: 'Organiseren', en: 'Organising'},
  photography: {nl: 'Fotograferen', en: 'Photography'},
  repairs: {nl: 'Klussen en repareren', en: 'Odd jobs and repairs'},
  sewing: {nl: 'Naaien', en: 'Sewing'},
  sport: {nl: 'Sporten en bewegen', en: 'Sport and exercise'},
  teaching: {nl: 'Uitleggen en lesgeven', en: 'Explaining and teaching'},
  till: {nl: 'Achter de kassa staan', en: 'Working the till'},
  writing: {nl: 'Schrijven', en: 'Writing'},
};
