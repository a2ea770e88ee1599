import type {Language} from './generated/types.ts';
import type {Label} from './label.ts';

export {accessibilityAnswers} from './generated/accessibility-answers.ts';
export {accessibilityFeatures} from './generated/accessibility-features.ts';
export {accountKinds} from './generated/account-kinds.ts';
export {ageBands} from './generated/age-bands.ts';
export {coalitionRoles} from './generated/coalition-roles.ts';
export {entryKinds} from './generated/entry-kinds.ts';
export {exchangeStates} from './generated/exchange-states.ts';
export {holdStates} from './generated/hold-states.ts';
export {hoursStates} from './generated/hours-states.ts';
export {initiativeContexts} from './generated/initiative-contexts.ts';
export {initiativeKinds} from './generated/initiative-kinds.ts';
export {initiativeStages} from './generated/initiative-stages.ts';
export {knownSkills} from './generated/known-skills.ts';
export {knownThemes} from './generated/known-themes.ts';
export {listingCategories} from './generated/listing-categories.ts';
export {listingKinds} from './generated/listing-kinds.ts';
export {listingStates} from './generated/listing-states.ts';
export {minorsPolicies} from './generated/minors-policies.ts';
export {opportunityKinds} from './generated/opportunity-kinds.ts';
export {partnerKinds} from './generated/partner-kinds.ts';
export {partsOfDay} from './generated/parts-of-day.ts';
export {paymentRequestStates} from './generated/payment-request-states.ts';
export {precisions} from './generated/precisions.ts';
export {scales} from './generated/scales.ts';
export {serviceFunctions} from './generated/service-functions.ts';
export {serviceStatuses} from './generated/service-statuses.ts';
export {shiftStates} from './generated/shift-states.ts';
export {signupApprovals} from './generated/signup-approvals.ts';
export {signupStates} from './generated/signup-states.ts';
export {signupSteps} from './generated/signup-steps.ts';
export {vogRequirements} from './generated/vog-requirements.ts';
export type {Label} from './label.ts';

/**
 * What people read for a value. A value that this version doesn't know, such as a theme somebody made up, shows as its own words.
 *
 * @example labelOf(initiativeKinds, 'village-house', 'nl') // 'Dorpshuis'
 * @example labelOf(knownThemes, 'street-art', 'nl') // 'Street art'
 */
export function labelOf(vocabulary: Readonly<Record<string, Label>>, value: string, language: Language): string {
  if (Object.hasOwn(vocabulary, value)) return vocabulary[value]![language];
  const words = value.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
