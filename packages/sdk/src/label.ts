/** What people read for a value, per language. */
export type Label = Readonly<{nl: string; en: string}>;
