import {createHash} from 'node:crypto';
import {derivedId} from './derived-id.ts';
import type {EntryRequest} from './entries/post-entry.ts';

/** The name of an entry that the server writes by itself: the same occasion gives the same entry, however often it is tried. */
export function ownRequest(occasion: string, ...parts: readonly string[]): EntryRequest {
  const told = [occasion, ...parts];
  return {id: derivedId(...told), hash: createHash('sha256').update(told.join('\n')).digest()};
}
