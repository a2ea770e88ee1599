import * as z from 'zod/mini';
import {idSchema, slugSchema} from './identifiers.ts';
import {languages} from './language-map.ts';
import {momentSchema} from './moments.ts';
import {commaList, cursorSchema, facetCountSchema, limitSchema} from './paging.ts';
import {submissionContentSchema} from './submissions.ts';

export const moderationKinds = ['new-initiative', 'initiative-change', 'report'] as const;
export const moderationStates = ['pending', 'approved', 'refused', 'superseded', 'closed'] as const;
export const reportedResources = ['initiative', 'partner', 'service', 'place'] as const;

const subjectSchema = z
  .object({resource: z.enum(reportedResources), id: idSchema, slug: z.nullable(slugSchema), name: z.string()})
  .register(z.globalRegistry, {
    id: 'ModerationSubject',
    description: 'What an item is about. A service has no slug.',
    examples: [
      {resource: 'initiative', id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e', slug: 'buurtsuper-holwierde', name: 'Buurtsuper Holwierde'},
    ],
  });

const listItemFields = {
  id: idSchema,
  kind: z.enum(moderationKinds),
  state: z.enum(moderationStates),
  title: z.string(),
  subject: z.nullable(subjectSchema),
  submittedAt: momentSchema,
  decidedAt: z.nullable(momentSchema),
};

const listItemExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
  kind: 'new-initiative' as const,
  state: 'pending' as const,
  title: 'Buurttuin Oost',
  subject: null,
  submittedAt: '2026-11-22T09:00:00Z',
  decidedAt: null,
};

export const moderationListItemSchema = z.object(listItemFields).register(z.globalRegistry, {
  id: 'ModerationListItem',
  description: 'Something that waits for a moderator, or waited: a new initiative, a change, or a report that something isn’t right.',
  examples: [listItemExample],
});
export type ModerationListItem = z.infer<typeof moderationListItemSchema>;

export const fieldChangeSchema = z
  .object({field: z.string(), before: z.unknown(), now: z.unknown(), proposed: z.unknown(), hasMovedOn: z.boolean()})
  .register(z.globalRegistry, {
    id: 'FieldChange',
    description:
      'What a change does to one field: as it stood when the change was written, as it stands now, and as it is proposed. `hasMovedOn`: somebody else changed it meanwhile.',
    examples: [{field: 'stage', before: 'active', now: 'active', proposed: 'paused', hasMovedOn: false}],
  });
export type FieldChange = z.infer<typeof fieldChangeSchema>;

export const moderationItemSchema = z
  .object({
    ...listItemFields,
    content: z.nullable(submissionContentSchema),
    changes: z.array(fieldChangeSchema),
    text: z.nullable(z.string()),
    author: z.nullable(z.object({name: z.nullable(z.string()), email: z.string(), locale: z.enum(languages)})),
    reason: z.nullable(z.string()),
  })
  .register(z.globalRegistry, {
    id: 'ModerationItem',
    description:
      '`content` is what was sent in, word for word; `text` is what a report says. `author` is private, and null once that person was forgotten.',
    examples: [
      {
        ...listItemExample,
        content: {name: 'Buurttuin Oost', kind: 'other', summary: {nl: 'Samen tuinieren op het veldje.'}},
        changes: [],
        text: null,
        author: {name: null, email: 'bewoner@example.nl', locale: 'nl'},
        reason: null,
      },
    ],
  });
export type ModerationItem = z.infer<typeof moderationItemSchema>;

export const moderationPageSchema = z
  .object({
    data: z.array(moderationListItemSchema),
    total: z.int().check(z.gte(0)),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.array(facetCountSchema)),
  })
  .register(z.globalRegistry, {
    id: 'ModerationPage',
    description: 'A page of items, the one that waits longest first.',
    examples: [{data: [listItemExample], total: 1, next: null, facets: {}}],
  });

export const moderationQuerySchema = z.strictObject({
  state: commaList(z.enum(moderationStates), 'Hoe het ermee staat; zonder dit wat er nog wacht.'),
  cursor: z.optional(cursorSchema),
  limit: z.optional(limitSchema),
});
export type ModerationQuery = z.infer<typeof moderationQuerySchema>;

export const refusalSchema = z
  .strictObject({reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000))})
  .register(z.globalRegistry, {
    id: 'Refusal',
    description: 'Why not, in words that its author can read.',
    examples: [{reason: 'Dit initiatief staat er al: Buurttuin Oost.'}],
  });
export type Refusal = z.infer<typeof refusalSchema>;

export const moderationDecisionSchema = z
  .object({
    id: idSchema,
    state: z.enum(moderationStates),
    decidedAt: momentSchema,
    reason: z.nullable(z.string()),
    subject: z.nullable(subjectSchema),
  })
  .register(z.globalRegistry, {
    id: 'ModerationDecision',
    description: 'What was decided. `subject` is the initiative as it is published now, or what a report was about.',
    examples: [
      {
        id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
        state: 'refused',
        decidedAt: '2026-11-22T09:00:00Z',
        reason: 'Dit initiatief staat er al: Buurttuin Oost.',
        subject: null,
      },
    ],
  });
export type ModerationDecision = z.infer<typeof moderationDecisionSchema>;
