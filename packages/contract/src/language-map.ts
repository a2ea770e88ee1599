import * as z from 'zod/mini';

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text that people wrote, per language; Dutch is always there. */
export type LanguageMap = {nl: string; en?: string | undefined};

/** A language map whose texts hold at most `maxLength` characters each. */
export function languageMap(maxLength: number) {
  const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(maxLength));
  return z.strictObject({nl: text, en: z.optional(text)});
}
