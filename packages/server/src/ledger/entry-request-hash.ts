import {createHash} from 'node:crypto';
import {callerName, type Caller} from '../scope.ts';

/** What makes two requests for an entry the same: who asks, where it goes and what it carries. */
export function entryRequestHash(caller: Caller, request: Buffer): Buffer {
  return createHash('sha256').update(callerName(caller)).update('\n').update(request).digest();
}
