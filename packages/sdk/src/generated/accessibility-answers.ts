// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {AccessibilityAnswer} from './types.ts';

/** Answers about what a visitor can count on, with their labels, in the order in which they are shown. */
export const accessibilityAnswers: Readonly<Record<AccessibilityAnswer, Label>> = {
  yes: {nl: 'Ja', en: 'Yes'},
  no: {nl: 'Nee', en: 'No'},
  partly: {nl: 'Deels', en: 'Partly'},
  unknown: {nl: 'Niet bekend', en: 'Not known'},
};
