import * as z from 'zod/mini';
import {emailSchema} from './communities.ts';
import {pointSchema} from './geometry.ts';
import {idSchema, slugSchema} from './identifiers.ts';
import {newInitiativeSchema} from './initiatives.ts';
import {languages} from './language-map.ts';
import {initiativeKinds, valuesOf} from './vocabularies.ts';

/** A person's name on one line: it may stand in the header of a mail. */
export const personNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(120), z.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u));

/** What a resident may say of an initiative: all but what belongs to those who keep the directory. */
export const submissionContentSchema = z
  .extend(z.partial(z.omit(newInitiativeSchema, {slug: true, externalIds: true, coalition: true, context: true})), {
    /** As it was typed, for the moderator alone: it is never published, and not taken of a private home. */
    address: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  })
  .register(z.globalRegistry, {
    id: 'SubmissionContent',
    description:
      'What somebody says of an initiative. Of a new one: a name, a kind and a summary at least. Of a change: only what changes. `address` is one that could not be looked up: a moderator reads it and sets the place by hand; it is not published, and refused of a private home.',
    examples: [{name: 'Buurttuin Oost', kind: 'other', summary: {nl: 'Samen tuinieren op het veldje.'}}],
  });
export type SubmissionContent = z.infer<typeof submissionContentSchema>;

type Sent = {initiative?: unknown; content?: Record<string, unknown>};

/** Looked at also when something else is wrong, so that all faults come at once. */
function needed(isThere: (sent: Sent) => boolean, path: string[]) {
  return z.refine((sent) => typeof sent !== 'object' || sent === null || isThere(sent as Sent), {
    error: 'required',
    path,
    when: () => true,
  });
}

const isTold = (content: Sent['content'], field: string) => typeof content !== 'object' || content === null || content[field] !== undefined;
const neededForNew = (field: string) =>
  needed(({initiative, content}) => initiative !== undefined || isTold(content, field), ['content', field]);

export const newSubmissionSchema = z
  .strictObject({
    initiative: z.optional(slugSchema),
    content: submissionContentSchema,
    name: z.optional(personNameSchema),
    email: emailSchema,
    locale: z.optional(z.enum(languages)),
  })
  .check(
    neededForNew('name'),
    neededForNew('kind'),
    neededForNew('summary'),
    needed(
      ({initiative, content}) =>
        initiative === undefined || typeof content !== 'object' || content === null || Object.keys(content).length > 0,
      ['content'],
    ),
  )
  .register(z.globalRegistry, {
    id: 'NewSubmission',
    description:
      'A new initiative, or a change of the one that `initiative` names. `email` is private: a link is sent there, and nothing counts before it was pressed.',
    examples: [
      {
        content: {name: 'Buurttuin Oost', kind: 'other', summary: {nl: 'Samen tuinieren op het veldje.'}},
        email: 'bewoner@example.nl',
        locale: 'nl',
      },
    ],
  });
export type NewSubmission = z.infer<typeof newSubmissionSchema>;

export const submissionStates = ['awaiting-email', 'pending', 'approved', 'refused', 'superseded'] as const;

export const submissionSchema = z.object({id: idSchema, state: z.enum(submissionStates)}).register(z.globalRegistry, {
  id: 'Submission',
  description: 'What was sent in and how it stands. `awaiting-email` until its sender has pressed the link in the mail.',
  examples: [{id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e', state: 'awaiting-email'}],
});
export type Submission = z.infer<typeof submissionSchema>;

export const similarRequestSchema = z
  .strictObject({name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)), location: z.optional(pointSchema)})
  .register(z.globalRegistry, {
    id: 'SimilarRequest',
    description: 'An initiative that somebody is about to send in. It travels in the body, since its place may be a home.',
    examples: [{name: 'Buurtsuper', location: {type: 'Point', coordinates: [6.872, 53.358]}}],
  });
export type SimilarRequest = z.infer<typeof similarRequestSchema>;

export const similarInitiativeSchema = z
  .object({
    slug: slugSchema,
    community: slugSchema,
    name: z.string(),
    kind: z.enum(valuesOf(initiativeKinds)),
    city: z.nullable(z.string()),
    distance: z.nullable(z.int().check(z.gte(0))),
  })
  .register(z.globalRegistry, {
    id: 'SimilarInitiative',
    description: 'An initiative that may be the same one: by its name, or since it is within 250 metres. `distance` in metres.',
    examples: [
      {slug: 'buurtsuper-holwierde', community: 'eemsdelta', name: 'Buurtsuper Holwierde', kind: 'shop', city: 'Holwierde', distance: 40},
    ],
  });
export type SimilarInitiative = z.infer<typeof similarInitiativeSchema>;

export const similarInitiativesSchema = z
  .object({data: z.array(similarInitiativeSchema).check(z.maxLength(5)), total: z.int().check(z.gte(0))})
  .register(z.globalRegistry, {
    id: 'SimilarInitiatives',
    description: 'At most five, the likeliest first.',
    examples: [{data: [], total: 0}],
  });
