import * as z from 'zod/mini';
import {emailSchema, phoneSchema} from './communities.ts';
import {webAddressSchema} from './web-address.ts';

export const publicContactSchema = z
  .strictObject({website: z.optional(webAddressSchema), email: z.optional(emailSchema), phone: z.optional(phoneSchema)})
  .register(z.globalRegistry, {
    id: 'PublicContact',
    description: 'How to reach an organisation or initiative; public by its own choice.',
    examples: [{website: 'https://www.example.nl'}],
  });
