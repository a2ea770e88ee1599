import iconv from 'iconv-lite';
import type {ImportSource} from './import-record.ts';

export type Encoding = 'utf8' | 'utf-16le' | 'utf-16be' | 'win1252';

const utf16Marks: Record<string, Encoding> = {fffe: 'utf-16le', feff: 'utf-16be'};

/** UTF-16 when the file says so; UTF-8 when every byte fits it, else what Excel writes on a Dutch Windows. One reading of the file, nothing kept. */
export async function detectEncoding(source: ImportSource): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', {fatal: true});
  let isFirst = true;
  try {
    for await (const bytes of source.read()) {
      const marked = isFirst && utf16Marks[Buffer.from(bytes.subarray(0, 2)).toString('hex')];
      if (marked) return marked;
      isFirst = false;
      decoder.decode(bytes, {stream: true});
    }
    decoder.decode();
    return 'utf8';
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'win1252';
    throw error;
  }
}

/** The text of a file in pieces, without its byte order mark. */
export async function* decodeText(source: ImportSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = encoding === 'win1252' ? iconv.getDecoder(encoding) : streamingDecoder(encoding);
  for await (const bytes of source.read()) {
    const text = decoder.write(Buffer.from(bytes));
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

/** Unlike iconv's, never ends a piece in the middle of a character. */
function streamingDecoder(encoding: Encoding) {
  const decoder = new TextDecoder(encoding);
  return {write: (bytes: Buffer) => decoder.decode(bytes, {stream: true}), end: () => decoder.decode()};
}
