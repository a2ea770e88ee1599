import * as z from 'zod/mini';
import {emailSchema} from './communities.ts';
import {idSchema, slugSchema} from './identifiers.ts';
import {reportedResources} from './moderation.ts';

export const newReportSchema = z
  .strictObject({
    resource: z.enum(reportedResources),
    slug: z.optional(slugSchema),
    id: z.optional(idSchema),
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
    email: z.optional(emailSchema),
  })
  .check(
    z.refine((sent) => typeof sent !== 'object' || sent === null || sent.slug !== undefined || sent.id !== undefined, {
      error: 'required',
      path: ['slug'],
      when: () => true,
    }),
  )
  .register(z.globalRegistry, {
    id: 'NewReport',
    description:
      'Something on a page isn’t right. Name the thing by its slug or its id (a service has only an id). `email` is for an answer, and private.',
    examples: [{resource: 'initiative', slug: 'buurtsuper-holwierde', text: 'De openingstijden kloppen niet meer.'}],
  });
export type NewReport = z.infer<typeof newReportSchema>;

export const reportReceiptSchema = z.object({id: idSchema, state: z.literal('received')}).register(z.globalRegistry, {
  id: 'ReportReceipt',
  description: 'The report has come in.',
  examples: [{id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e', state: 'received'}],
});
export type ReportReceipt = z.infer<typeof reportReceiptSchema>;
