import type * as z from 'zod/mini';
import {faultCodes, type Fault, type FaultCode} from './problems.ts';

/** A JSON pointer in its URI fragment form (RFC 6901, section 6). */
function pointerOf(path: readonly PropertyKey[]): string {
  return `#${path.map((segment) => `/${encodeURIComponent(String(segment).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;
}

function faultCodeOf(issue: z.core.$ZodIssue, isMissing: boolean): FaultCode {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing ? 'required' : 'format';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too-short' : 'range';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'range';
    case 'unrecognized_keys':
      return 'unknown';
    case 'invalid_value':
      return isMissing ? 'required' : 'not-allowed';
    case 'custom':
      return faultCodes.find((code) => code === issue.message) ?? 'format';
    default:
      return isMissing ? 'required' : 'format';
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value === null || typeof value !== 'object' ? undefined : (value as Record<PropertyKey, unknown>)[key]),
    input,
  );
}

/** All that a schema found wrong in a body or a query, as faults with a place and a code. */
export function faultsOf(error: z.core.$ZodError, input: unknown, where: 'body' | 'query'): Fault[] {
  const seen = new Map<string, Fault>();
  const add = (path: readonly PropertyKey[], code: FaultCode) => {
    const fault: Fault = where === 'body' ? {pointer: pointerOf(path), code} : {parameter: String(path[0] ?? ''), code};
    seen.set(`${fault.pointer ?? fault.parameter} ${code}`, fault);
  };
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) add([...issue.path, key], 'unknown');
    else add(issue.path, faultCodeOf(issue, valueAt(input, issue.path) === undefined));
  }
  return [...seen.values()];
}
