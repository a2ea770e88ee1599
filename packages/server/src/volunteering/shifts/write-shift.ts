import type {Fault, PartOfDay, ShiftChanges} from '@buurtkit/contract';
import {inTimeZone} from '../../clock/in-time-zone.ts';
import {ProblemError} from '../../problem-error.ts';

/** In the time zone of the community: 1 is Monday; the afternoon begins at twelve, the evening at six. */
export function whenOf(startsAt: Date, timeZone: string): {weekday: number; part_of_day: PartOfDay} {
  const start = inTimeZone(startsAt, timeZone);
  return {weekday: start.dayOfWeek, part_of_day: start.hour < 12 ? 'morning' : start.hour < 18 ? 'afternoon' : 'evening'};
}

export function dateOrNull(moment: string | null): Date | null {
  return moment === null ? null : new Date(moment);
}

type Times = {start: Date; end: Date; roles?: ShiftChanges['roles'] | undefined} & Pick<
  ShiftChanges,
  'signupOpens' | 'signupCloses' | 'cancelUntil'
>;

const longestShift = 7 * 86_400_000;

/** What no schema of one field can tell: it ends after it begins, sign-up closes after it opens, each role has its own key. */
export function requireSoundShift({start, end, signupOpens, signupCloses, cancelUntil, roles = []}: Times): void {
  const length = end.getTime() - start.getTime();
  const faults: Fault[] = [
    ...(length <= 0 || length > longestShift ? [{pointer: '#/end', code: 'range' as const}] : []),
    ...(signupCloses && new Date(signupCloses) > end ? [{pointer: '#/signupCloses', code: 'range' as const}] : []),
    ...(signupOpens && signupCloses && new Date(signupOpens) >= new Date(signupCloses)
      ? [{pointer: '#/signupOpens', code: 'range' as const}]
      : []),
    ...(cancelUntil && new Date(cancelUntil) > end ? [{pointer: '#/cancelUntil', code: 'range' as const}] : []),
    ...roles.flatMap(({key}, index): Fault[] =>
      roles.findIndex((other) => other.key === key) < index ? [{pointer: `#/roles/${index}/key`, code: 'not-allowed'}] : [],
    ),
  ];
  if (faults.length > 0) throw new ProblemError('request.invalid', {faults});
}
