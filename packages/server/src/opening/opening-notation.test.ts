import {openingHoursSchema} from '@buurtkit/contract';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {anyOpeningHours, hoursOf, weekly} from '../testing/opening-hours.ts';
import {writeOpeningNotation} from './opening-notation.ts';
import {OpeningNotationError, readOpeningNotation} from './read-opening-notation.ts';

const runs = Number(process.env['BUURTKIT_PROPERTY_RUNS'] ?? 1000);

test('opening hours fit in one cell that a person can read', () => {
  const hours = hoursOf({
    rules: [weekly('mo,we', '13:30', '17:00'), weekly('tu', '19:00', '23:30', 2), weekly('we', '19:00', '21:00')],
    exceptions: [
      {from: '2026-12-24', until: '2027-01-03', openings: [], note: {nl: 'Kerstvakantie', en: 'Christmas holidays'}},
      {from: '2026-12-05', until: '2026-12-05', openings: [{opens: '10:00', closes: '12:00'}], note: null},
    ],
    isByAppointment: true,
    note: {nl: 'Bel even "aan"'},
  });

  expect(writeOpeningNotation(hours)).toBe(
    'Mo,We 13:30-17:00; Tu[2] 19:00-23:30, We 19:00-21:00; PH off; ' +
      '2026 Dec 24-2027 Jan 3 off "Kerstvakantie" en:"Christmas holidays"; 2026 Dec 5 10:00-12:00; "op afspraak"; "Bel even \\"aan\\""',
  );
  expect(readOpeningNotation(writeOpeningNotation(hours))).toEqual(hours);
});

test('whatever the hours, they come back from the cell exactly', () => {
  const number = (max: number) => fc.integer({min: 0, max}).map((value) => String(value).padStart(2, '0'));
  const times = fc.oneof(
    fc.constant('24:00'),
    fc.tuple(number(23), number(59)).map((parts) => parts.join(':')),
  );
  const dates = fc
    .date({min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true})
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(anyOpeningHours({times, dates}), (hours) => {
      expect(readOpeningNotation(writeOpeningNotation(hours))).toEqual(hours);
    }),
    {numRuns: runs},
  );
});

test.each([
  ['Mo-Fr 9:00-17:00; PH off', hoursOf({rules: [weekly('mo,tu,we,th,fr', '09:00', '17:00')]})],
  [
    'ma-wo,vr 9.00-12.30, 13.00-17.00; PH off',
    hoursOf({rules: [weekly('mo,tu,we,fr', '09:00', '12:30'), weekly('mo,tu,we,fr', '13:00', '17:00')]}),
  ],
  [
    'Mo-Fr 09:00-17:00; We 09:00-12:00; PH off',
    hoursOf({rules: [weekly('mo,tu,th,fr', '09:00', '17:00'), weekly('we', '09:00', '12:00')]}),
  ],
  ['Mo-Su 09:00-17:00; Sa-Su off; PH off', hoursOf({rules: [weekly('mo,tu,we,th,fr', '09:00', '17:00')]})],
  ['Tu[1,3] 10:00-11:00; PH off;', hoursOf({rules: [weekly('tu', '10:00', '11:00', 1), weekly('tu', '10:00', '11:00', 3)]})],
  ['24/7', hoursOf({rules: [weekly('mo,tu,we,th,fr,sa,su', '00:00', '24:00')], isOpenOnHolidays: true})],
  [
    '2026 dec 24-26 off',
    hoursOf({exceptions: [{from: '2026-12-24', until: '2026-12-26', openings: [], note: null}], isOpenOnHolidays: true}),
  ],
  ['ma 9-12,13-17; PH off', hoursOf({rules: [weekly('mo', '09:00', '12:00'), weekly('mo', '13:00', '17:00')]})],
  ['off', hoursOf({isOpenOnHolidays: true})],
])('“%s” is read as a neighbour means it', (text, hours) => {
  expect(readOpeningNotation(text)).toEqual(hours);
});

test.each([
  'dinsdag tussen tien en twee',
  'ma t/m vr 9-12',
  'Mo 10:00',
  'Mo 10:00-12:00 Tu 10:00-12:00',
  '"open',
  'Tu 9:00-12:00; Tu[2] 19:00-21:00',
  'Jul-Aug off',
  '"een"; "twee"',
  'PH 10:00-12:00',
])('“%s” is refused, with the place where it stops making sense', (text) => {
  expect(() => readOpeningNotation(text)).toThrow(OpeningNotationError);
});

test('a text in which everything stands in a wrong place is read as opening hours or refused', () => {
  const piece = fc.constantFrom(
    'Mo',
    'Tu[2]',
    '-',
    ',',
    ';',
    ' ',
    '10:00',
    '12:00',
    'off',
    'PH',
    '2026 Dec 24',
    '"koffie"',
    'en:',
    '24/7',
    '[',
    'zo',
  );
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 12}), (pieces) => {
      expect(['read', 'refused']).toContain(whatBecomesOf(pieces.join('')));
    }),
    {numRuns: runs},
  );
});

function whatBecomesOf(text: string): string {
  try {
    return openingHoursSchema.safeParse(readOpeningNotation(text)).success ? 'read' : 'read as no opening hours';
  } catch (error) {
    return error instanceof OpeningNotationError ? 'refused' : String(error);
  }
}
