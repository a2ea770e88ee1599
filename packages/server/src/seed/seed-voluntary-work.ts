import {newOpportunitySchema, newShiftSchema, slugSchema, weekdays, type NewShift} from '@buurtkit/contract';
import {sql} from 'kysely';
import type {Temporal} from 'temporal-polyfill';
import * as z from 'zod/mini';
import {dateAt} from '../clock/in-time-zone.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {createOpportunity} from '../volunteering/opportunities/create-opportunity.ts';
import {createShift} from '../volunteering/shifts/create-shift.ts';

const timeSchema = z.string().check(z.regex(/^\d{2}:\d{2}$/));

const shiftSchema = z.extend(z.pick(newShiftSchema, {roles: true, waitlist: true, note: true}), {
  weekday: z.enum(weekdays),
  /** Clock times in the community's own time zone. */
  from: timeSchema,
  until: timeSchema,
  /** How many weeks after the first such day to come; one shift for each. */
  weeks: z.array(z.int().check(z.gte(0))),
  cancelDaysBefore: z.optional(z.int().check(z.gte(0))),
});
const workSchema = z.array(z.extend(newOpportunitySchema, {community: slugSchema, shifts: z.array(shiftSchema)}));

export type WorkData = z.infer<typeof workSchema>;

export function readWork(file: unknown): WorkData {
  return workSchema.parse(file);
}

/** The invented work of a community, with shifts in the coming weeks; what is there already stays as it is. */
export async function seedVoluntaryWork(scope: Scope, data: WorkData): Promise<void> {
  for (const {community, shifts, ...opportunity} of data) {
    if (community !== scope.community.slug) continue;
    await inTransaction(scope, async (trxScope) => {
      if (await isThere(trxScope, opportunity.title.nl)) return;
      const {id} = await createOpportunity(trxScope, {...opportunity, isSample: true});
      for (const shift of shifts.flatMap((each) => shiftsOf(each, scope, id))) await createShift(trxScope, shift);
    });
  }
}

async function isThere({trx, community}: TrxScope, title: string): Promise<boolean> {
  const found = sql`select from opportunities where community_id = ${community.id} and is_sample and title ->> 'nl' = ${title}`;
  return (await found.execute(trx)).rows.length > 0;
}

function shiftsOf({weekday, from, until, weeks, cancelDaysBefore, ...more}: WorkData[number]['shifts'][number], scope: Scope, id: string) {
  const {timeZone} = scope.community;
  const today = dateAt(scope.now, timeZone);
  const daysUntil = (weekdays.indexOf(weekday) + 1 - today.dayOfWeek + 7) % 7 || 7;
  return weeks.map((week): NewShift => {
    const day = today.add({days: daysUntil, weeks: week});
    const at = (date: Temporal.PlainDate, time: string) => date.toZonedDateTime({timeZone, plainTime: time}).toInstant().toString();
    return {
      ...more,
      opportunityId: id,
      start: at(day, from),
      end: at(day, until),
      ...(cancelDaysBefore !== undefined && {cancelUntil: at(day.subtract({days: cancelDaysBefore}), from)}),
    };
  });
}
