import * as z from 'zod/mini';
import {emailSchema} from './communities.ts';
import {languages} from './language-map.ts';
import {momentSchema} from './moments.ts';
import {personNameSchema} from './submissions.ts';

export const initiativePersonSchema = z
  .object({
    name: z.nullable(z.string()),
    email: z.string(),
    locale: z.enum(languages),
    confirmedAt: z.nullable(momentSchema),
  })
  .register(z.globalRegistry, {
    id: 'InitiativePerson',
    description: 'Somebody of an initiative: private. `confirmedAt` is when that person pressed a link in a mail of ours.',
    examples: [{name: 'Bewoner', email: 'bewoner@example.nl', locale: 'nl', confirmedAt: '2026-11-22T09:00:00Z'}],
  });
export type InitiativePerson = z.infer<typeof initiativePersonSchema>;

export const initiativePeopleSchema = z
  .object({data: z.array(initiativePersonSchema), total: z.int().check(z.gte(0))})
  .register(z.globalRegistry, {
    id: 'InitiativePeople',
    description: 'Who gets an initiative’s mail: messages, reports, and the question whether its page is still right.',
    examples: [{data: [], total: 0}],
  });
export type InitiativePeople = z.infer<typeof initiativePeopleSchema>;

export const newInitiativePeopleSchema = z
  .strictObject({
    data: z
      .array(z.strictObject({name: z.optional(z.nullable(personNameSchema)), email: emailSchema, locale: z.optional(z.enum(languages))}))
      .check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'NewInitiativePeople',
    description: 'All of an initiative’s people as they should be from now on.',
    examples: [{data: [{name: 'Bewoner', email: 'bewoner@example.nl'}]}],
  });
export type NewInitiativePeople = z.infer<typeof newInitiativePeopleSchema>;

export const newMessageSchema = z
  .strictObject({
    name: personNameSchema,
    email: emailSchema,
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(4000)),
  })
  .register(z.globalRegistry, {
    id: 'NewMessage',
    description: 'A message to the people of an initiative. They see the name and address of who wrote, and answer there; nothing is kept.',
    examples: [{name: 'Buurvrouw', email: 'buurvrouw@example.nl', text: 'Mag ik een keer komen kijken?'}],
  });
export type NewMessage = z.infer<typeof newMessageSchema>;

export const messageReceiptSchema = z.object({state: z.literal('sent')}).register(z.globalRegistry, {
  id: 'MessageReceipt',
  description: 'The message is on its way.',
  examples: [{state: 'sent'}],
});
export type MessageReceipt = z.infer<typeof messageReceiptSchema>;
