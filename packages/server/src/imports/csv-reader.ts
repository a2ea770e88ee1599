import {Readable} from 'node:stream';
import {parse, type CsvError} from 'csv-parse';
import {csvRecord, readHeader, unusedCells} from './csv-record.ts';
import {decodeText, detectEncoding} from './decode-text.ts';
import type {FaultyRow, ReadRow, RecordReader} from './import-record.ts';

/** CSV as spreadsheets write it: `,`, `;` or tabs, UTF-8, UTF-16 or Windows-1252, columns in any order. */
export const readCsv: RecordReader = async function* (source): AsyncGenerator<ReadRow> {
  const encoding = await detectEncoding(source);
  const delimiter = await detectDelimiter(decodeText(source, encoding));
  const unreadable: FaultyRow[] = [];
  // Rows come out in the order in which they were parsed, some time later: where each began waits here.
  const starts: number[] = [];
  let line = 1;
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: 1_000_000,
    on_record: (cells, {lines}) => {
      starts.push(line);
      line = lines + 1;
      return cells;
    },
    on_skip: (error) => {
      unreadable.push({line, faults: [{code: 'format', detail: sentenceOf(error)}]});
      if (typeof error?.['lines'] === 'number') line = error['lines'] + 1;
      return undefined;
    },
  });
  const text = Readable.from(decodeText(source, encoding));
  text.on('error', (error) => parser.destroy(error)).pipe(parser);

  const told = new Set<string>();
  let header: ReturnType<typeof readHeader> | undefined;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      yield* unreadable.splice(0);
      const start = starts.shift() ?? line;
      if (cells.length === 1 && cells[0]?.trim() === '') continue;
      if (header) {
        const unused = unusedCells(cells, header).filter(({column}) => !told.has(column));
        for (const {column} of unused) told.add(column);
        if (unused.length > 0) yield {line: start, warnings: unused};
        yield csvRecord(start, cells, header);
        continue;
      }
      header = readHeader(cells);
      if (header.warnings.length > 0) yield {line: start, warnings: header.warnings};
      if (header.faults.length > 0) {
        yield {line: start, faults: header.faults};
        return;
      }
    }
  } finally {
    text.destroy();
  }
  yield* unreadable;
  if (!header && unreadable.length === 0)
    yield {line: 1, faults: [{code: 'required', detail: 'The file is empty: its first line has to name the columns.'}]};
};

/** The one of these that the first line has most of, outside quotes. */
async function detectDelimiter(text: AsyncIterable<string>): Promise<string> {
  let first = '';
  for await (const piece of text) {
    first += piece;
    if (/[\r\n]/.test(first.trimStart()) || first.length > 65_536) break;
  }
  const [header = ''] = first.trimStart().split(/[\r\n]/, 1);
  const plain = header.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => plain.split(delimiter).length;
  return [',', ';', '\t'].reduce((most, delimiter) => (count(delimiter) > count(most) ? delimiter : most));
}

function sentenceOf(error: CsvError | undefined): string {
  switch (error?.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return 'A quotation mark opens in this row and does not close again.';
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'A quotation mark stands inside a cell: put the cell between quotation marks and write it twice.';
    default:
      return 'This row is no CSV.';
  }
}
