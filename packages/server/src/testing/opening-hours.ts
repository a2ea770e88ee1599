import {openingHoursSchema, weekdays, type OpeningHours} from '@buurtkit/contract';
import fc from 'fast-check';

/** Hours of which only what matters is told: closed on holidays, no exceptions, no note. */
export function hoursOf(told: Partial<OpeningHours>): OpeningHours {
  return {rules: [], exceptions: [], isOpenOnHolidays: false, isByAppointment: false, note: null, ...told};
}

export function weekly(days: string, opens: string, closes: string, nth: number | null = null): OpeningHours['rules'][number] {
  return {weekdays: days.split(',') as OpeningHours['rules'][number]['weekdays'], nth, opens, closes};
}

type Choices = {times: fc.Arbitrary<string>; dates: fc.Arbitrary<string>};

/** Any opening hours that the contract takes, with these times and dates. */
export function anyOpeningHours({times, dates}: Choices): fc.Arbitrary<OpeningHours> {
  const text = fc
    .oneof(
      fc.string({minLength: 1, maxLength: 30}),
      fc.constantFrom('op afspraak', 'Op afspraak', 'zeg "koffie"', '\\', 'off; Mo', '; ', 'en:"x"'),
    )
    .filter((value) => value.trim() !== '' && value.isWellFormed() && !value.includes('\0'));
  const note = fc.option(fc.oneof(fc.record({nl: text}), fc.record({nl: text, en: text})));
  const hours = fc.record({opens: times, closes: times});
  const rule = fc
    .record({
      days: fc.array(fc.constantFrom(...weekdays), {minLength: 1, maxLength: 7}),
      nth: fc.constantFrom(null, null, -1, 1, 2, 3, 4, 5),
      hours,
    })
    .map(({days, nth, hours: {opens, closes}}) => ({weekdays: days, nth, opens, closes}));
  const exception = fc
    .record({between: fc.tuple(dates, dates), openings: fc.array(hours, {maxLength: 3}), note})
    .map(({between, ...rest}) => ({from: between.toSorted()[0], until: between.toSorted()[1], ...rest}));
  return fc
    .record({
      rules: fc.array(rule, {maxLength: 5}),
      exceptions: fc.array(exception, {maxLength: 4}),
      isOpenOnHolidays: fc.boolean(),
      isByAppointment: fc.boolean(),
      note,
    })
    .map((candidate) => openingHoursSchema.parse(candidate));
}
