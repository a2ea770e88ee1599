// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {InitiativeStage} from './types.ts';

/** How far an initiative is, with their labels, in the order in which they are shown. */
export const initiativeStages: Readonly<Record<InitiativeStage, Label>> = {
  idea: {nl: 'Idee', en: 'Idea'},
  starting: {nl: 'Begint net', en: 'Starting'},
  active: {nl: 'Actief', en: 'Active'},
  threatened: {nl: 'Bedreigd', en: 'Threatened'},
  'taken-over': {nl: 'Overgenomen door bewoners', en: 'Taken over by residents'},
  pilot: {nl: 'Proef', en: 'Pilot'},
  paused: {nl: 'Staat even stil', en: 'Paused'},
  finished: {nl: 'Afgerond', en: 'Finished'},
};
