import * as z from 'zod/mini';
import {languageMap} from './language-map.ts';
import {dateSchema, momentSchema} from './moments.ts';

export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type Weekday = (typeof weekdays)[number];

const timeOfDaySchema = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/), z.meta({examples: ['13:30']}));

const hoursSchema = {
  opens: timeOfDaySchema,
  /** At or before `opens`: past midnight, the next day. */
  closes: timeOfDaySchema,
};

const ruleSchema = z
  .strictObject({
    weekdays: z.array(z.enum(weekdays)).check(z.minLength(1), z.maxLength(7)),
    /** Which of these weekdays in the month: 1–5, or -1 for the last; null is every week. */
    nth: z.nullable(
      z.int().check(
        z.gte(-1),
        z.lte(5),
        z.refine((nth) => nth !== 0, {error: 'range'}),
      ),
    ),
    ...hoursSchema,
  })
  .register(z.globalRegistry, {
    id: 'OpeningRule',
    description:
      'Weekly, or with `nth` monthly: the second Tuesday is `{weekdays: ["tu"], nth: 2}`. `closes` at or before `opens` is past midnight.',
    examples: [{weekdays: ['mo', 'we'], nth: null, opens: '13:30', closes: '17:00'}],
  });

const exceptionSchema = z
  .strictObject({
    from: dateSchema,
    until: dateSchema,
    openings: z.array(z.strictObject(hoursSchema)).check(z.maxLength(6)),
    note: z.nullable(languageMap(200)),
  })
  .check(z.refine(({from, until}) => from <= until, {error: 'range', path: ['until']}))
  .register(z.globalRegistry, {
    id: 'OpeningException',
    description: 'Days on which the rules don’t hold, first and last included: other hours, or none at all.',
    examples: [{from: '2026-12-24', until: '2027-01-03', openings: [], note: {nl: 'Kerstvakantie'}}],
  });

export const openingHoursSchema = z
  .strictObject({
    rules: z.array(ruleSchema).check(z.maxLength(40)),
    exceptions: z.array(exceptionSchema).check(z.maxLength(100)),
    /** On Dutch public holidays: as every week, or closed unless an exception says otherwise. */
    isOpenOnHolidays: z.boolean(),
    isByAppointment: z.boolean(),
    note: z.nullable(languageMap(300)),
  })
  .register(z.globalRegistry, {
    id: 'OpeningHours',
    description: 'When it is open, as rules in the time zone of its community.',
    examples: [
      {
        rules: [{weekdays: ['mo', 'we'], nth: null, opens: '13:30', closes: '17:00'}],
        exceptions: [],
        isOpenOnHolidays: false,
        isByAppointment: false,
        note: null,
      },
    ],
  });
export type OpeningHours = z.infer<typeof openingHoursSchema>;

export const openingSchema = z
  .object({
    note: z.nullable(languageMap(300)),
    isByAppointment: z.boolean(),
    openings: z.array(z.object({from: momentSchema, until: momentSchema})),
  })
  .register(z.globalRegistry, {
    id: 'Opening',
    description: 'When it is open in the coming 14 days, worked out on the server: a client only compares moments.',
    examples: [{note: null, isByAppointment: false, openings: [{from: '2026-11-24T13:00:00Z', until: '2026-11-24T15:00:00Z'}]}],
  });

/** `now`, or a moment within the coming 60 days. */
export const openAtSchema = z
  .union([z.literal('now'), momentSchema])
  .check(
    z.meta({description: 'Open op dit moment: `now`, of een tijd binnen 60 dagen (RFC 3339).', examples: ['now', '2026-11-24T13:00:00Z']}),
  );
