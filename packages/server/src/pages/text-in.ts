import type {Language, LanguageMap} from '@buurtkit/contract';

type Labels = Readonly<Record<string, {nl: string; en: string}>>;

/** What people read for a value of a vocabulary; one that somebody made up shows as its own words. */
export function labelOf(labels: Labels, value: string, language: Language): string {
  if (Object.hasOwn(labels, value)) return labels[value]![language];
  const words = value.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What people wrote, in the reader's language when they did, else in Dutch. */
export function textIn(language: Language, text: LanguageMap): string {
  return text[language] ?? text.nl;
}
