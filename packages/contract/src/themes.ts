import * as z from 'zod/mini';

/** Themes are open: any word in kebab-case. */
export const themeSchema = z.string().check(z.maxLength(40), z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.meta({examples: ['meeting']}));
