import type {Fault} from '@buurtkit/contract';
import {ProblemError} from '../problem-error.ts';

/** PostgreSQL keeps no NUL, and half a surrogate pair is no character: such text can't be kept, nor searched for. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

export function unstorableInQuery(params: URLSearchParams): Fault[] {
  const names = new Set([...params].flatMap(([name, value]) => (isStorable(value) ? [] : [name])));
  return [...names].map((parameter) => ({parameter, code: 'format'}));
}

/** Texts of a document that can't be kept, however deep they stand. A name of a property like that makes it no JSON of ours at all (RFC 7493, 2.1). */
export function unstorableInBody(body: unknown): Fault[] {
  const faults: Fault[] = [];
  const waiting: {value: unknown; pointer: string}[] = [{value: body, pointer: '#'}];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const {value, pointer} = one;
    if (typeof value === 'string' && !isStorable(value)) faults.push({pointer, code: 'format'});
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (!isStorable(name)) throw new ProblemError('request.malformed');
      waiting.push({value: inner, pointer: `${pointer}/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`});
    }
  }
  return faults.reverse();
}
