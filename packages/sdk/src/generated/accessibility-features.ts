// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.

import type {Label} from '../label.ts';
import type {AccessibilityFeature} from './types.ts';

/** What a visitor may want to count on, with their labels, in the order in which they are shown. */
export const accessibilityFeatures: Readonly<Record<AccessibilityFeature, Label>> = {
  stepFree: {nl: 'Zonder drempels', en: 'Step-free'},
  toilet: {nl: 'Toegankelijk toilet', en: 'Accessible toilet'},
  hearingLoop: {nl: 'Ringleiding', en: 'Hearing loop'},
  parking: {nl: 'Parkeerplek voor gehandicapten', en: 'Disabled parking'},
  quiet: {nl: 'Prikkelarm', en: 'Quiet'},
};
