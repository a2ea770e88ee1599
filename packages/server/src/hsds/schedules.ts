import type {OpeningHours, Weekday} from '@buurtkit/contract';
import {weekdays} from '@buurtkit/contract';
import {textOr} from './document.ts';
import {namedId} from './named-id.ts';

export type Schedule = {
  id: string;
  service_id?: string;
  location_id?: string;
  freq?: 'WEEKLY' | 'MONTHLY';
  interval?: number;
  wkst?: 'MO';
  byday?: string;
  opens_at?: string;
  closes_at?: string;
  valid_from?: string;
  valid_to?: string;
  description?: string;
};

type Of = {service_id: string} | {location_id: string};

/** A schedule (RFC 5545, 3.3.10) per rule, and one per exception: from which day to which, with a description when it is closed. */
export function schedulesOf(hours: OpeningHours | null | undefined, of: Of): Schedule[] {
  if (!hours) return [];
  const owner = Object.values(of).join();
  const regular = hours.rules.map(({weekdays: days, nth, opens, closes}, index): Schedule => {
    const byday = days.map((day) => `${nth ?? ''}${day.toUpperCase()}`).join(',');
    return {
      id: namedId('schedule', owner, 'rule', index),
      ...of,
      freq: nth === null ? 'WEEKLY' : 'MONTHLY',
      interval: 1,
      wkst: 'MO',
      byday,
      opens_at: opens,
      closes_at: closes,
    };
  });
  const exceptional = hours.exceptions.flatMap(({from, until, openings, note}, index) =>
    (openings.length === 0 ? [null] : openings).map((opening, nth): Schedule => {
      const description = note?.nl ?? (opening ? undefined : 'Gesloten');
      return {
        id: namedId('schedule', owner, 'exception', index, nth),
        ...of,
        valid_from: from,
        valid_to: until,
        ...(opening && {opens_at: opening.opens, closes_at: opening.closes}),
        ...(description !== undefined && {description}),
      };
    }),
  );
  return [...regular, ...exceptional];
}

const day = /^(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/;
const time = /^(\d{2}:\d{2})(?::00)?(?:Z|[+-]\d{2}:\d{2})?$/;

/** What another system's schedules say of opening hours; those that say something else are left out. */
export function hoursOfSchedules(schedules: readonly unknown[]): OpeningHours | null {
  const rules = schedules.flatMap((schedule) => rulesOf((schedule ?? {}) as Record<string, unknown>));
  return rules.length === 0 ? null : {rules, exceptions: [], isOpenOnHolidays: false, isByAppointment: false, note: null};
}

function rulesOf({freq, interval, byday, opens_at, closes_at}: Record<string, unknown>): OpeningHours['rules'] {
  const [, opens] = time.exec(textOr(opens_at, '')) ?? [];
  const [, closes] = time.exec(textOr(closes_at, '')) ?? [];
  const days = textOr(byday, '')
    .split(',')
    .map((part) => day.exec(part.trim()));
  if (!opens || !closes || (freq !== 'WEEKLY' && freq !== 'MONTHLY') || (interval ?? 1) !== 1 || days.some((found) => !found)) return [];
  const byNth = Map.groupBy(days, (found) => found?.[1] ?? '');
  return [...byNth].map(([nth, found]) => ({
    weekdays: weekdays.filter((weekday: Weekday) => found.some((each) => each?.[2]?.toLowerCase() === weekday)),
    nth: nth === '' ? null : Number(nth),
    opens,
    closes,
  }));
}
