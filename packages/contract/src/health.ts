import * as z from 'zod/mini';

export const healthSchema = z
  .object({status: z.enum(['ok', 'failing']), database: z.enum(['ok', 'failing']), version: z.string()})
  .register(z.globalRegistry, {
    id: 'Health',
    description: 'Whether this process can answer, and its database with it.',
    examples: [{status: 'ok', database: 'ok', version: '1.0.0'}],
  });
export type Health = z.infer<typeof healthSchema>;
