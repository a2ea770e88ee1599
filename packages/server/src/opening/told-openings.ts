import type {Initiative, OpeningHours} from '@buurtkit/contract';
import {sql, type RawBuilder} from 'kysely';
import {openedTables, type Opened} from './opened.ts';
import {daysTold} from './opening-window.ts';

type Opening = NonNullable<Initiative['opening']>;
export type ToldOpenings = Opening['openings'];

/** The openings of the coming days of what a row of this table or subquery is; what is over is not among them. */
export function toldOpenings(opened: Opened, table: string, now: Date): RawBuilder<ToldOpenings> {
  const {openings, id} = openedTables[opened];
  return sql`(select coalesce(json_agg(json_build_object('from', o.opens_at, 'until', o.closes_at) order by o.opens_at), '[]')
    from ${openings} o
    where o.community_id = ${sql.ref(`${table}.community_id`)} and o.${id} = ${sql.ref(`${table}.id`)}
      and o.closes_at > ${now}::timestamptz and o.opens_at < ${now}::timestamptz + make_interval(hours => ${daysTold * 24}))`;
}

/** What an answer tells about when it is open; null when nobody told us. */
export function representOpening(hours: OpeningHours | null, openings: ToldOpenings): Opening | null {
  if (!hours) return null;
  const {note, isByAppointment} = hours;
  return {note, isByAppointment, openings: openings.map(({from, until}) => ({from: utc(from), until: utc(until)}))};
}

function utc(moment: string): string {
  return new Date(moment).toISOString();
}
