import type {Language, LanguageMap} from '@buurtkit/contract';

/** What people wrote, in the reader's language when they did, else in Dutch. */
export function textIn(language: Language, text: LanguageMap): string {
  return text[language] ?? text.nl;
}
