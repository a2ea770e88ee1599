import {hoursStates} from '@buurtkit/contract';
import {formatDay, formatDuration} from '@buurtkit/texts';
import type {LinkForm} from '../../links/link-page.ts';
import {ProblemError} from '../../problem-error.ts';
import type {Scope, TrxScope} from '../../scope.ts';
import {daysToTell} from '../hours/days-to-tell.ts';
import {listHoursOf} from '../hours/list-hours.ts';
import type {HoursRow} from '../hours/store.ts';
import {submitHours} from '../hours/submit-hours.ts';
import type {KnownSignup} from '../signups/store.ts';
import {wordsOf} from './known-view.ts';

const step = 15;
const longest = 12 * 60;

/** The hours that somebody told for a sign-up, and how each stands. */
export async function hoursTold(scope: TrxScope, {signup}: KnownSignup): Promise<string[]> {
  const words = wordsOf(scope);
  return (await listHoursOf(scope, signup.id)).map(({minutes, worked_on: on, state, reason}) =>
    [
      words.hoursLine(formatDuration(minutes, scope.language), dayIn(scope, on), hoursStates[state][scope.language]),
      ...(reason === null ? [] : [words.hoursReason(reason)]),
    ].join(' '),
  );
}

/** Asks how long somebody helped, once they may have: of a shift on its own day, of other work on one of the last days. */
export async function hoursForm(scope: TrxScope, known: KnownSignup): Promise<LinkForm[]> {
  const words = wordsOf(scope);
  const told = await listHoursOf(scope, known.signup.id);
  const days = openDays(scope, known, told);
  if (!['confirmed', 'checked-in', 'done'].includes(known.signup.state) || days.length === 0) return [];
  const [before] = told.filter(({state}) => state === 'submitted');
  const minutes = Array.from({length: longest / step}, (_, index) => String((index + 1) * step));
  return [
    {
      fields: [
        ...(known.shift
          ? []
          : [
              {
                kind: 'choice' as const,
                name: 'on',
                label: words.hoursDay,
                isRequired: true,
                options: days.map((day) => ({value: day, label: dayIn(scope, day)})),
              },
            ]),
        {
          kind: 'choice',
          name: 'minutes',
          label: words.hoursLength,
          isRequired: true,
          value: String(known.shift && before ? before.minutes : lengthOf(known)),
          options: minutes.map((value) => ({value, label: formatDuration(Number(value), scope.language)})),
        },
      ],
      button: words.hoursButton,
      hiddenAct: 'hours',
    },
  ];
}

/** Takes what was told; false when it is no answer to the question that was asked. */
export async function takeHours(scope: TrxScope, known: KnownSignup, form: URLSearchParams): Promise<boolean> {
  const days = openDays(scope, known, await listHoursOf(scope, known.signup.id));
  const on = known.shift ? days[0] : days.find((day) => day === form.get('on'));
  const minutes = Number(form.get('minutes'));
  if (on === undefined || !Number.isInteger(minutes) || minutes < 1 || minutes > longest) return false;
  try {
    await submitHours(scope, known, {minutes, on});
    return true;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return false;
  }
}

/** The days for which hours can still be told, as nobody has decided on them; of a shift the day on which it began. */
function openDays(scope: Scope, known: KnownSignup, told: readonly HoursRow[]): string[] {
  const decided = new Set(told.filter(({state}) => state !== 'submitted').map(({worked_on: on}) => on));
  const days = daysToTell(scope, known);
  return (known.shift ? days.slice(-1) : days).filter((day) => !decided.has(day));
}

/** As long as the shift is, in the steps that can be chosen. */
function lengthOf({shift}: KnownSignup): number {
  const minutes = shift ? (shift.ends_at.getTime() - shift.starts_at.getTime()) / 60_000 : 60;
  return Math.min(longest, Math.max(step, Math.round(minutes / step) * step));
}

function dayIn({language}: Scope, date: string): string {
  return formatDay(`${date}T12:00:00Z`, language, 'UTC');
}
