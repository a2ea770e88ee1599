import {createHash} from 'node:crypto';

const space = Buffer.from('3b1d4a0ce0a55d7a9d3f5b6f0c3e2a71', 'hex');

/** A UUIDv5 (RFC 9562, 5.5): the same names give the same id, on every server and at any time. */
export function namedId(...names: readonly (string | number)[]): string {
  const bytes = createHash('sha1').update(space).update(JSON.stringify(names)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
