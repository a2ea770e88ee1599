import type {CreditSettings} from '@buurtkit/contract';
import {formatDuration} from './format-duration.ts';
import {locales} from './formats.ts';
import type {Language} from './wording.ts';

/** What a community calls its credits, and how much time one is. */
export type CreditName = Pick<CreditSettings, 'name' | 'minutesPerCredit'>;

/** Whether the credit is simply an hour: then a number of them is a duration, and need not be said twice. */
export function areHours({name, minutesPerCredit}: CreditName): boolean {
  return minutesPerCredit === 60 && name.nl.one === 'uur';
}

/** Minutes as the community names them: `1,5 tijdspunten`, `1 happy coin`, `2 uur en 15 minuten`; below zero with a minus. */
export function formatCredits(minutes: number, credits: CreditName, language: Language): string {
  const sign = minutes < 0 ? '−' : '';
  if (areHours(credits)) return sign + formatDuration(Math.abs(minutes), language);
  const count = Math.round((Math.abs(minutes) / credits.minutesPerCredit) * 100) / 100;
  const number = new Intl.NumberFormat(locales[language], {maximumFractionDigits: 2}).format(count);
  const {one, other} = creditName(credits, language);
  return `${sign}${number} ${count === 1 ? one : other}`;
}

/** As {@link formatCredits}, and behind it how much time that is: `1,5 tijdspunten (1 uur en 30 minuten)`. */
export function formatCreditsAndTime(minutes: number, credits: CreditName, language: Language): string {
  const text = formatCredits(minutes, credits, language);
  return areHours(credits) ? text : `${text} (${formatDuration(Math.abs(minutes), language)})`;
}

/** What the credits are called, where the community has a name in this language. */
export function creditName({name}: CreditName, language: Language): CreditSettings['name']['nl'] {
  return name[language] ?? name.nl;
}

/** What one can give or ask at once: every step to eight hours, every hour to a day, and two more. */
export function creditAmounts(stepMinutes: number): number[] {
  const upTo = (from: number, until: number, step: number) =>
    Array.from({length: Math.floor((until - from) / step)}, (_, index) => from + step * (index + 1));
  return [...upTo(0, 480, stepMinutes), ...upTo(480, 1440, 60), 1920, 2400];
}
