import * as z from 'zod';
import {ProblemError} from '../problem-error.ts';

export type Sort = 'name' | 'date';
/** Where a page ended: the sort, the last one's name or moment, and its id. */
export type Position = {sort: Sort; key: string; id: string};

const positionSchema = z.tuple([z.enum(['name', 'date']), z.string(), z.uuid()]);

export function writeCursor({sort, key, id}: Position): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');
}

/** A cursor of another sort, or one that we didn't hand out, is a fault of the parameter. */
export function readCursor(cursor: string, sort: Sort): Position {
  const refuse = () => new ProblemError('request.invalid', {faults: [{parameter: 'cursor', code: 'format'}]});
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refuse();
  }
  const parsed = positionSchema.safeParse(value);
  if (!parsed.success || parsed.data[0] !== sort) throw refuse();
  if (sort === 'date' && Number.isNaN(Date.parse(parsed.data[1]))) throw refuse();
  return {sort, key: parsed.data[1], id: parsed.data[2]};
}
