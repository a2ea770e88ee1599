import * as z from 'zod/mini';

/** RFC 3339: answers are in UTC, input takes any offset. */
export const momentSchema = z.iso.datetime({offset: true}).check(z.meta({examples: ['2026-11-24T13:00:00Z']}));

/** A calendar date, a month or a year: `1998`, `1998-04` or `1998-04-12`. */
export const partialDateSchema = z
  .string()
  .check(z.regex(/^(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/), z.meta({examples: ['1998', '1998-04']}));

export const dateSchema = z.iso.date().check(
  z.refine((date) => date > '0001', {error: 'range'}),
  z.meta({examples: ['2026-11-24']}),
);
