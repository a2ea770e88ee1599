import * as z from 'zod';
import {badPosition, readOpaque, writeOpaque} from '../http/opaque.ts';

export type Sort = 'name' | 'date' | 'distance';
/** Where a page ended: the sort, the last one's name, moment or distance in metres, and its id. */
export type Position = {sort: Sort; key: string; id: string};

const positionSchema = z.tuple([z.enum(['name', 'date', 'distance']), z.string(), z.uuid()]);
const momentSchema = z.iso.datetime().refine((moment) => !moment.startsWith('0000'));

export function writeCursor({sort, key, id}: Position): string {
  return writeOpaque([sort, key, id]);
}

/** A cursor of another sort, or one that we didn't hand out, is a fault of the parameter. */
export function readCursor(cursor: string, sort: Sort): Position {
  const [ofSort, key, id] = readOpaque(positionSchema, cursor, 'cursor');
  if (
    ofSort !== sort ||
    (sort === 'date' && !momentSchema.safeParse(key).success) ||
    (sort === 'distance' && !/^\d+(?:\.\d+)?(?:e-\d+)?$/.test(key))
  )
    throw badPosition('cursor');
  return {sort, key, id};
}
