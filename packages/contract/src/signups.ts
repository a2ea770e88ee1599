import * as z from 'zod/mini';
import {emailSchema, phoneSchema} from './communities.ts';
import {idSchema} from './identifiers.ts';
import {languages, languageMap} from './language-map.ts';
import {dateSchema, momentSchema} from './moments.ts';
import {commaList, cursorSchema, facetCountSchema, limitSchema} from './paging.ts';
import {ageBands, hoursStates, signupSteps, signupStates, valuesOf} from './vocabularies.ts';

const stateSchema = z.enum(valuesOf(signupStates));
const roleKeySchema = z.string().check(z.minLength(1), z.maxLength(40));
const answersSchema = z.record(z.string().check(z.maxLength(40)), z.string().check(z.trim(), z.maxLength(1000)));

export const holdSchema = z.object({id: idSchema, expiresAt: momentSchema}).register(z.globalRegistry, {
  id: 'Hold',
  description: 'A place kept for ten minutes while somebody fills in the form.',
  examples: [{id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d82', expiresAt: '2026-11-22T09:10:00Z'}],
});
export type Hold = z.infer<typeof holdSchema>;

export const newHoldSchema = z.strictObject({role: z.optional(roleKeySchema)}).register(z.globalRegistry, {
  id: 'NewHold',
  description: 'Which role to keep a place in; not needed when there is one.',
  examples: [{}],
});

export const newSignupSchema = z
  .strictObject({
    shiftId: z.optional(idSchema),
    opportunityId: z.optional(idSchema),
    role: z.optional(roleKeySchema),
    holdId: z.optional(idSchema),
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
    email: z.optional(emailSchema),
    phone: z.optional(phoneSchema),
    ageBand: z.enum(valuesOf(ageBands)),
    guardianEmail: z.optional(emailSchema),
    /** How many children come along; they take no place. */
    children: z.optional(z.int().check(z.gte(0), z.lte(10))),
    answers: z.optional(answersSchema),
    locale: z.enum(languages),
  })
  .check(
    z.refine(({shiftId, opportunityId}) => (shiftId === undefined) !== (opportunityId === undefined), {
      error: 'required',
      path: ['shiftId'],
    }),
  )
  .register(z.globalRegistry, {
    id: 'NewSignup',
    description:
      'Somebody who wants to help, in a shift or with work that has none: exactly one of `shiftId` and `opportunityId`. Without `email` only a desk may sign somebody up.',
    examples: [
      {
        shiftId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d81',
        name: 'Sanne Voorbeeld',
        email: 'sanne@example.nl',
        ageBand: '18+',
        locale: 'nl',
      },
    ],
  });
export type NewSignup = z.infer<typeof newSignupSchema>;

export const signupReceiptSchema = z
  .object({
    id: idSchema,
    state: stateSchema,
    /** On the waiting list, from 1. */
    position: z.nullable(z.int().check(z.gte(1))),
    nextStep: z.enum(valuesOf(signupSteps)),
    /** Until when that step can be taken. */
    until: z.nullable(momentSchema),
    /** Shifts of the same person at the same time, when the community allows it. */
    overlaps: z.array(z.object({title: languageMap(120), start: momentSchema, end: momentSchema})),
  })
  .register(z.globalRegistry, {
    id: 'SignupReceipt',
    description: 'What became of a sign-up and what comes next. Nothing personal stands in it.',
    examples: [
      {
        id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d83',
        state: 'awaiting-email',
        position: null,
        nextStep: 'confirm-email',
        until: '2026-11-23T09:00:00Z',
        overlaps: [],
      },
    ],
  });
export type SignupReceipt = z.infer<typeof signupReceiptSchema>;

const signupExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d83',
  state: 'confirmed',
  position: null,
  shiftId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d81',
  opportunityId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d80',
  role: 'gastvrouw',
  name: 'Sanne Voorbeeld',
  email: 'sanne@example.nl',
  phone: null,
  ageBand: '18+',
  children: 0,
  answers: {},
  introAt: null,
  vogSeenOn: null,
  vogExpiresOn: null,
  checkedInAt: null,
  signedUpAt: '2026-11-22T09:00:00Z',
};

export const signupSchema = z
  .object({
    id: idSchema,
    state: stateSchema,
    position: z.nullable(z.int()),
    shiftId: z.nullable(idSchema),
    opportunityId: idSchema,
    role: z.nullable(z.string()),
    name: z.string(),
    email: z.nullable(z.string()),
    phone: z.nullable(z.string()),
    ageBand: z.enum(valuesOf(ageBands)),
    children: z.int(),
    answers: z.record(z.string(), z.string()),
    introAt: z.nullable(momentSchema),
    vogSeenOn: z.nullable(dateSchema),
    vogExpiresOn: z.nullable(dateSchema),
    checkedInAt: z.nullable(momentSchema),
    signedUpAt: momentSchema,
  })
  .register(z.globalRegistry, {
    id: 'Signup',
    description: 'Somebody on a shift or on work without shifts, as its organisers see it. Personal.',
    examples: [signupExample],
  });
export type Signup = z.infer<typeof signupSchema>;

export const rosterSchema = z
  .object({
    shiftId: idSchema,
    title: languageMap(120),
    start: momentSchema,
    end: momentSchema,
    note: z.nullable(languageMap(1000)),
    /** Four digits that whoever is there can type to check in; other ones for each shift. */
    checkInCode: z.string(),
    places: z.array(signupSchema),
    waiting: z.array(signupSchema),
  })
  .register(z.globalRegistry, {
    id: 'Roster',
    description: 'Who comes to a shift, who waits, and the code to check in. Personal.',
    examples: [
      {
        shiftId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d81',
        title: {nl: 'Koffie schenken'},
        start: '2026-11-24T13:00:00Z',
        end: '2026-11-24T15:00:00Z',
        note: null,
        checkInCode: '4711',
        places: [signupExample],
        waiting: [],
      },
    ],
  });
export type Roster = z.infer<typeof rosterSchema>;

export const checkInSchema = z.strictObject({code: z.optional(z.string().check(z.regex(/^\d{4}$/)))}).register(z.globalRegistry, {
  id: 'CheckIn',
  description: 'Somebody is there: told by the desk, or by the code of the shift.',
  examples: [{}],
});

export const reasonSchema = z
  .strictObject({reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000))})
  .register(z.globalRegistry, {
    id: 'Reason',
    description: 'Why: the one concerned gets to read it.',
    examples: [{reason: 'Er is al iemand.'}],
  });

export const introSchema = z.strictObject({at: momentSchema}).register(z.globalRegistry, {
  id: 'Intro',
  description: 'When the first talk is.',
  examples: [{at: '2026-11-26T10:00:00Z'}],
});

export const vogSeenSchema = z.strictObject({seenOn: dateSchema, expiresOn: z.nullable(dateSchema)}).register(z.globalRegistry, {
  id: 'VogSeen',
  description: 'Somebody saw the certificate (VOG) on this day. Its number and a copy are kept nowhere.',
  examples: [{seenOn: '2026-11-22', expiresOn: '2029-11-22'}],
});

const hoursExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d84',
  signupId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d83',
  minutes: 120,
  on: '2026-11-24',
  state: 'submitted',
  reason: null,
  submittedAt: '2026-11-24T16:00:00Z',
};

export const hoursSchema = z
  .object({
    id: idSchema,
    signupId: idSchema,
    minutes: z.int(),
    on: dateSchema,
    state: z.enum(valuesOf(hoursStates)),
    reason: z.nullable(z.string()),
    submittedAt: momentSchema,
  })
  .register(z.globalRegistry, {id: 'Hours', description: 'Minutes that somebody helped, on a day.', examples: [hoursExample]});
export type Hours = z.infer<typeof hoursSchema>;

export const newHoursSchema = z
  .strictObject({signupId: idSchema, minutes: z.int().check(z.gte(1), z.lte(1440)), on: dateSchema})
  .register(z.globalRegistry, {
    id: 'NewHours',
    description:
      'Minutes that somebody helped, on a day, to be approved by someone else. Of a shift one of its own days, once it began; of work without shifts one of the last 31 since it was agreed.',
    examples: [{signupId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d83', minutes: 120, on: '2026-11-24'}],
  });
export type NewHours = z.infer<typeof newHoursSchema>;

const listOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    data: z.array(item),
    total: z.int().check(z.gte(0)),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.array(facetCountSchema)),
  });

export const signupPageSchema = listOf(signupSchema).register(z.globalRegistry, {
  id: 'SignupPage',
  description: 'A page of sign-ups, the last one first. Personal.',
  examples: [{data: [signupExample], total: 1, next: null, facets: {}}],
});

export const signupQuerySchema = z.strictObject({
  opportunity: z.optional(idSchema.check(z.meta({description: 'Van één klus.'}))),
  state: commaList(stateSchema, 'Hoe het ermee staat.'),
  cursor: z.optional(cursorSchema),
  limit: z.optional(limitSchema),
});
export type SignupQuery = z.infer<typeof signupQuerySchema>;

export const waitlistOrderSchema = z
  .strictObject({signupIds: z.array(idSchema).check(z.minLength(1), z.maxLength(1000)), reason: reasonSchema.shape.reason})
  .register(z.globalRegistry, {
    id: 'WaitlistOrder',
    description: 'Who waits in which order, everyone of them, and why it changed: that stays on record.',
    examples: [{signupIds: ['019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d83'], reason: 'Zij woont om de hoek.'}],
  });

export const hoursPageSchema = listOf(hoursSchema).register(z.globalRegistry, {
  id: 'HoursPage',
  description: 'A page of hours, the last submitted first.',
  examples: [{data: [hoursExample], total: 1, next: null, facets: {}}],
});

export const hoursQuerySchema = z.strictObject({
  state: commaList(z.enum(valuesOf(hoursStates)), 'Hoe het ermee staat.'),
  cursor: z.optional(cursorSchema),
  limit: z.optional(limitSchema),
});
export type HoursQuery = z.infer<typeof hoursQuerySchema>;

export const volunteeringReportSchema = z
  .object({
    /** Sign-ups that after seven days got neither an answer nor an escalation: always 0. */
    unansweredAfterSevenDays: z.int(),
    awaitingAnswer: z.int(),
    escalated: z.int(),
    signupsThisYear: z.int(),
    minutesApprovedThisYear: z.int(),
  })
  .register(z.globalRegistry, {
    id: 'VolunteeringReport',
    description: 'Whether everyone who offered help got an answer, and how much was done.',
    examples: [{unansweredAfterSevenDays: 0, awaitingAnswer: 2, escalated: 0, signupsThisYear: 40, minutesApprovedThisYear: 5400}],
  });
export type VolunteeringReport = z.infer<typeof volunteeringReportSchema>;
