import type {LanguageMap, OpeningHours, Weekday} from '@buurtkit/contract';
import {weekdays} from '@buurtkit/contract';

type Rule = OpeningHours['rules'][number];
type Exception = OpeningHours['exceptions'][number];
type Hours = {opens: string; closes: string};

export const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
/** In quotes by itself it says that one can only come by appointment; any other text in quotes is a note. */
export const byAppointment = 'op afspraak';

/**
 * Opening hours as one line in the notation of OpenStreetMap (wiki.openstreetmap.org/wiki/Key:opening_hours), as far as our
 * rules go: `Mo,We 13:30-17:00; Tu[2] 19:00-23:30; PH off; 2026 Dec 24-2027 Jan 3 off "Kerstvakantie"; "op afspraak"`.
 * Hours on top of others on the same weekday follow a comma, since after a semicolon they would take their place. Ours alone
 * is the English of a note: `"Kerstvakantie" en:"Christmas holidays"`. What this writes, `readOpeningNotation` reads exactly.
 */
export function writeOpeningNotation({rules, exceptions, isOpenOnHolidays, isByAppointment, note}: OpeningHours): string {
  const others = [
    ...(isOpenOnHolidays ? [] : ['PH off']),
    ...exceptions.map(exceptionText),
    ...(isByAppointment ? [quoted(byAppointment)] : []),
    ...(note ? [noteText(note)] : []),
  ];
  const regular = rulesText(rules);
  return [...(regular === '' ? [] : [regular]), ...others].join('; ') || 'off';
}

function rulesText(rules: readonly Rule[]): string {
  let text = '';
  for (const [index, rule] of rules.entries()) {
    const before = rules[index - 1];
    if (before && daysText(before) === daysText(rule)) text += `,${hoursText(rule)}`;
    else text += `${separator(rules.slice(0, index), rule)}${daysText(rule)} ${hoursText(rule)}`;
  }
  return text;
}

function separator(earlier: readonly Rule[], rule: Rule): string {
  if (earlier.length === 0) return '';
  return earlier.some((other) => other.weekdays.some((weekday) => rule.weekdays.includes(weekday))) ? ', ' : '; ';
}

function daysText({weekdays: days, nth}: Rule): string {
  const names = days.map(nameOf);
  if (nth !== null) return names.map((name) => `${name}[${nth}]`).join(',');
  const runs: Weekday[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    const isNext = last !== undefined && weekdays.indexOf(day) === weekdays.indexOf(last.at(-1) ?? day) + 1;
    if (isNext) last.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => (run.length > 2 ? `${nameOf(run[0] ?? 'mo')}-${nameOf(run.at(-1) ?? 'su')}` : run.map(nameOf).join(',')))
    .join(',');
}

function nameOf(weekday: Weekday): string {
  return weekday.charAt(0).toUpperCase() + weekday.slice(1);
}

function hoursText({opens, closes}: Hours): string {
  return `${opens}-${closes}`;
}

function exceptionText({from, until, openings, note}: Exception): string {
  const hours = openings.length === 0 ? 'off' : openings.map(hoursText).join(',');
  return `${dateText(from)}${from === until ? '' : `-${dateText(until)}`} ${hours}${note ? ` ${textsOf(note)}` : ''}`;
}

function dateText(date: string): string {
  const [year, month, day] = date.split('-');
  return `${year} ${months[Number(month) - 1]} ${Number(day)}`;
}

function noteText(note: LanguageMap): string {
  return note.nl.toLowerCase() === byAppointment ? `nl:${textsOf(note)}` : textsOf(note);
}

function textsOf({nl, en}: LanguageMap): string {
  return en === undefined ? quoted(nl) : `${quoted(nl)} en:${quoted(en)}`;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
