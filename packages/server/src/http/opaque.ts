import * as z from 'zod';
import {ProblemError} from '../problem-error.ts';
import {isStorable} from './unstorable-text.ts';

/** A position in a list as text that only we read. */
export function writeOpaque(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Reads back what `writeOpaque` wrote; anything else is a fault of the parameter that held it. */
export function readOpaque<Schema extends z.ZodType>(schema: Schema, text: string, parameter: string): z.infer<Schema> {
  const parsed = schema.safeParse(parse(text));
  if (!parsed.success) throw badPosition(parameter);
  return parsed.data;
}

export function badPosition(parameter: string): ProblemError {
  return new ProblemError('request.invalid', {faults: [{parameter, code: 'format'}]});
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'), (name, value: unknown) => {
      if (!isStorable(name) || (typeof value === 'string' && !isStorable(value))) throw new SyntaxError('not ours');
      return value;
    }) as unknown;
  } catch {
    return undefined;
  }
}
