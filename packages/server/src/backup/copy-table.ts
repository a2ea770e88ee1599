import {createHash} from 'node:crypto';
import {Transform, type Writable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import type pg from 'pg';
import {from as copyFrom, to as copyTo} from 'pg-copy-streams';
import {copyIn, copyOut, type TableShape} from './table-order.ts';

export type Copied = {rows: number; bytes: number; sha256: string};

/** Writes a table's rows to a stream; says how many, and the hash of what it wrote. */
export async function copyTable(client: pg.Client, table: TableShape, target: Writable): Promise<Copied> {
  const rows = client.query(copyTo(copyOut(table)));
  const meter = aMeter();
  await pipeline(rows, meter.stream, target);
  return {rows: rows.rowCount, ...meter.read()};
}

/** Fills a table from a stream. */
export async function fillTable(
  client: pg.Client,
  table: Pick<TableShape, 'name' | 'columns'>,
  source: AsyncIterable<Buffer>,
): Promise<Copied> {
  const rows = client.query(copyFrom(copyIn(table)));
  const meter = aMeter();
  await pipeline(source, meter.stream, rows);
  return {rows: rows.rowCount, ...meter.read()};
}

function aMeter() {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return {stream, read: () => ({bytes, sha256: hash.digest('hex')})};
}
