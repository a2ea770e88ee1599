import type {Label} from './generated/vocabularies.ts';
import type {Language} from './generated/types.ts';

export {
  accessibilityAnswers,
  accessibilityFeatures,
  coalitionRoles,
  initiativeContexts,
  initiativeKinds,
  initiativeStages,
  knownThemes,
  partnerKinds,
  precisions,
  scales,
  type Label,
} from './generated/vocabularies.ts';

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
