import * as z from 'zod/mini';

export const ownedFieldSchema = z.object({field: z.string(), source: z.string()}).register(z.globalRegistry, {
  id: 'OwnedField',
  description: 'A field that another system keeps, and which one: it can’t be changed here.',
  examples: [{field: 'name', source: 'sociale-kaart-x'}],
});
export type OwnedField = z.infer<typeof ownedFieldSchema>;
