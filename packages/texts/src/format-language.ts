import type {Language} from './wording.ts';

const names = new Map<Language, Intl.DisplayNames>();

/** The name of a language by its code (ISO 639): `tr` is `Turks`; one that has no name goes by its code. */
export function formatLanguage(code: string, language: Language): string {
  const known = names.get(language) ?? new Intl.DisplayNames(language, {type: 'language'});
  names.set(language, known);
  return known.of(code) ?? code;
}
