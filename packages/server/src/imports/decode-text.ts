import iconv from 'iconv-lite';
import type {ImportSource} from './import-record.ts';

export type Encoding = 'utf8' | 'win1252';

/** UTF-8 when every byte fits it, else what Excel writes on a Dutch Windows. One reading of the file, nothing kept. */
export async function detectEncoding(source: ImportSource): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', {fatal: true});
  try {
    for await (const bytes of source.read()) decoder.decode(bytes, {stream: true});
    decoder.decode();
    return 'utf8';
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'win1252';
    throw error;
  }
}

/** The text of a file in pieces, without its byte order mark. */
export async function* decodeText(source: ImportSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, {stripBOM: true});
  for await (const bytes of source.read()) {
    const text = decoder.write(Buffer.from(bytes));
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}
