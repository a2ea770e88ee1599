import * as z from 'zod/mini';
import {idSchema, slugSchema} from './identifiers.ts';
import {languageMap} from './language-map.ts';
import {momentSchema} from './moments.ts';
import {cursorSchema, facetCountSchema, limitSchema} from './paging.ts';
import {shiftStates, valuesOf} from './vocabularies.ts';

const roleKeySchema = z.string().check(z.minLength(1), z.maxLength(40), z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));
const capacitySchema = z.int().check(z.gte(1), z.lte(10_000));
const waitlistFields = {enabled: z.boolean(), max: z.int().check(z.gte(0), z.lte(1000))};

export const shiftRoleSchema = z
  .object({key: roleKeySchema, label: languageMap(80), capacity: capacitySchema, free: z.int().check(z.gte(0))})
  .register(z.globalRegistry, {
    id: 'ShiftRole',
    description: 'What one can do in a shift, for how many people, and how many places are free now.',
    examples: [{key: 'gastvrouw', label: {nl: 'Gastvrouw of gastheer'}, capacity: 2, free: 1}],
  });

const shiftExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d81',
  opportunityId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d80',
  community: 'voorbeeldbuurt',
  start: '2026-11-24T13:00:00Z',
  end: '2026-11-24T15:00:00Z',
  roles: [{key: 'gastvrouw', label: {nl: 'Gastvrouw of gastheer'}, capacity: 2, free: 1}],
  waitlist: {enabled: true, max: 5, length: 0},
  signupOpens: null,
  signupCloses: null,
  cancelUntil: null,
  state: 'open',
  updatedAt: '2026-11-22T09:00:00Z',
};

export const shiftSchema = z
  .object({
    id: idSchema,
    opportunityId: idSchema,
    community: slugSchema,
    start: momentSchema,
    end: momentSchema,
    roles: z.array(shiftRoleSchema),
    waitlist: z.object({...waitlistFields, length: z.int().check(z.gte(0))}),
    signupOpens: z.nullable(momentSchema),
    signupCloses: z.nullable(momentSchema),
    cancelUntil: z.nullable(momentSchema),
    state: z.enum(valuesOf(shiftStates)),
    updatedAt: momentSchema,
  })
  .register(z.globalRegistry, {
    id: 'Shift',
    description:
      'One dated slot of an opportunity, with its free places at this moment. `state` says whether one can sign up, and why not.',
    examples: [shiftExample],
  });
export type Shift = z.infer<typeof shiftSchema>;

export const shiftPageSchema = z
  .object({
    data: z.array(shiftSchema),
    total: z.int().check(z.gte(0)),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.array(facetCountSchema)),
  })
  .register(z.globalRegistry, {
    id: 'ShiftPage',
    description: 'A page of shifts, the first to begin first.',
    examples: [{data: [shiftExample], total: 1, next: null, facets: {}}],
  });

export const shiftQuerySchema = z.strictObject({
  opportunity: z.optional(idSchema.check(z.meta({description: 'Van één klus.'}))),
  from: z.optional(momentSchema.check(z.meta({description: 'Momenten die vanaf dan eindigen; zonder: die nog niet voorbij zijn.'}))),
  until: z.optional(momentSchema.check(z.meta({description: 'Momenten die vóór dan beginnen.'}))),
  cursor: z.optional(cursorSchema),
  limit: z.optional(limitSchema),
});
export type ShiftQuery = z.infer<typeof shiftQuerySchema>;

const newRoleSchema = z.strictObject({key: roleKeySchema, label: languageMap(80), capacity: capacitySchema}).register(z.globalRegistry, {
  id: 'NewShiftRole',
  description: 'What one can do in a shift, and for how many people.',
  examples: [{key: 'gastvrouw', label: {nl: 'Gastvrouw of gastheer'}, capacity: 2}],
});

const writableFields = {
  start: momentSchema,
  end: momentSchema,
  roles: z.array(newRoleSchema).check(z.minLength(1), z.maxLength(10)),
  waitlist: z.strictObject(waitlistFields),
  signupOpens: z.nullable(momentSchema),
  signupCloses: z.nullable(momentSchema),
  cancelUntil: z.nullable(momentSchema),
  /** Only who has a place gets to read it. */
  note: z.nullable(languageMap(1000)),
};

export const newShiftSchema = z
  .extend(z.partial(z.strictObject(writableFields)), {
    opportunityId: idSchema,
    start: writableFields.start,
    end: writableFields.end,
    roles: writableFields.roles,
  })
  .register(z.globalRegistry, {
    id: 'NewShift',
    description: 'A shift to add. Without a waiting list nobody waits; sign-up is open until it starts.',
    examples: [
      {
        opportunityId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d80',
        start: '2026-11-24T13:00:00Z',
        end: '2026-11-24T15:00:00Z',
        roles: [{key: 'gastvrouw', label: {nl: 'Gastvrouw of gastheer'}, capacity: 2}],
      },
    ],
  });
export type NewShift = z.infer<typeof newShiftSchema>;

export const shiftChangesSchema = z.partial(z.strictObject({...writableFields, isCancelled: z.literal(true)})).register(z.globalRegistry, {
  id: 'ShiftChanges',
  description: 'What changes (RFC 7396). `isCancelled` calls the shift off, for good: everyone on it hears so.',
  examples: [{waitlist: {enabled: true, max: 10}}],
});
export type ShiftChanges = z.infer<typeof shiftChangesSchema>;
