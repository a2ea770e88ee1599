import * as z from 'zod/mini';
import {emailSchema} from './communities.ts';
import {idSchema} from './identifiers.ts';
import {keyTargetSchema, roleSchema} from './keys.ts';
import {languages} from './language-map.ts';
import {momentSchema} from './moments.ts';
import {cursorSchema, facetCountSchema, limitSchema} from './paging.ts';
import {personNameSchema} from './submissions.ts';

const referenceFields = {
  id: idSchema,
  /** As the person gave it; null for who gave none, and for who was forgotten. */
  name: z.nullable(z.string()),
  role: roleSchema,
  /** The initiative or partner that an organiser is there for: `initiative:buurttuin`. */
  for: z.nullable(keyTargetSchema),
};
const referenceExample = {id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d90', name: 'Sanne Voorbeeld', role: 'member', for: null};

export const memberReferenceSchema = z.object(referenceFields).register(z.globalRegistry, {
  id: 'MemberReference',
  description: 'A member, without an address.',
  examples: [referenceExample],
});
export type MemberReference = z.infer<typeof memberReferenceSchema>;

const memberExample = {...referenceExample, email: 'sanne@example.nl', locale: 'nl', joinedAt: '2026-11-22T09:00:00Z'};

export const memberSchema = z
  .object({
    ...referenceFields,
    /** Null for who has none: the desk acts for them. */
    email: z.nullable(z.string()),
    locale: z.enum(languages),
    /** When they signed in for the first time; null for who was only invited so far. */
    joinedAt: z.nullable(momentSchema),
  })
  .register(z.globalRegistry, {
    id: 'Member',
    description: 'Somebody with an account, as they themselves and staff see them. Personal.',
    examples: [memberExample],
  });
export type Member = z.infer<typeof memberSchema>;

export const memberPageSchema = z
  .object({
    data: z.array(memberSchema),
    total: z.int().check(z.gte(0)),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.array(facetCountSchema)),
  })
  .register(z.globalRegistry, {
    id: 'MemberPage',
    description: 'A page of members, the last who came first. Personal.',
    examples: [{data: [memberExample], total: 1, next: null, facets: {}}],
  });
export type MemberPage = z.infer<typeof memberPageSchema>;

export const memberQuerySchema = z.strictObject({cursor: z.optional(cursorSchema), limit: z.optional(limitSchema)});
export type MemberQuery = z.infer<typeof memberQuerySchema>;

export const memberSearchSchema = z
  .strictObject({
    /** How a word of the name, or the address, begins. */
    q: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
    cursor: z.optional(cursorSchema),
    limit: z.optional(limitSchema),
  })
  .register(z.globalRegistry, {
    id: 'MemberSearch',
    description: 'Whom one looks for: how a word of the name, or the address, begins.',
    examples: [{q: 'sann'}],
  });
export type MemberSearch = z.infer<typeof memberSearchSchema>;

/** An organiser is there for one thing, and nobody else is. */
const hasItsTarget = z.refine<{role?: string | undefined; for?: string | null | undefined}>(
  (member) => (member.role === 'organiser') === (typeof member.for === 'string'),
  {error: 'required', path: ['for']},
);

export const newMemberSchema = z
  .strictObject({
    name: z.optional(personNameSchema),
    email: z.optional(emailSchema),
    locale: z.optional(z.enum(languages)),
    role: z.optional(roleSchema),
    for: z.optional(z.nullable(keyTargetSchema)),
  })
  .check(
    z.refine(({name, email}) => name !== undefined || email !== undefined, {error: 'required', path: ['name']}),
    hasItsTarget,
  )
  .register(z.globalRegistry, {
    id: 'NewMember',
    description:
      'Somebody who becomes a member. Without an address the desk acts for them. Another role than `member` is given by an administrator.',
    examples: [{name: 'Sanne Voorbeeld', email: 'sanne@example.nl'}],
  });
export type NewMember = z.infer<typeof newMemberSchema>;

export const memberChangesSchema = z
  .strictObject({name: z.optional(z.nullable(personNameSchema)), locale: z.optional(z.enum(languages))})
  .register(z.globalRegistry, {
    id: 'MemberChanges',
    description: 'What changes; what is left out stays as it is.',
    examples: [{name: 'Sanne'}],
  });
export type MemberChanges = z.infer<typeof memberChangesSchema>;

export const memberRoleSchema = z
  .strictObject({role: roleSchema, for: z.optional(z.nullable(keyTargetSchema))})
  .check(hasItsTarget)
  .register(z.globalRegistry, {
    id: 'MemberRole',
    description: 'What somebody may do from now on.',
    examples: [{role: 'desk'}],
  });
export type MemberRole = z.infer<typeof memberRoleSchema>;
