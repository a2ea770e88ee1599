import {faultsOf, faultTexts, idSchema, newInitiativeSchema, type FaultCode} from '@buurtkit/contract';
import * as z from 'zod';
import type {ImportFault, ImportRecord, Silence} from './import-record.ts';

type Candidate = {id: unknown; initiative: Record<string, unknown>; silentOn?: ReadonlySet<Silence>};
type Names = {
  /** What the file calls the thing at a JSON pointer. */
  columnOf(pointer: string): string;
};

export function faultAt(column: string, code: FaultCode, {value, detail}: {value?: string | undefined; detail?: string} = {}): ImportFault {
  return {code, column, ...(value !== undefined && {value}), detail: detail ?? faultTexts[code].en};
}

const givenIdSchema = z.union([z.literal(''), idSchema]);

/** Holds a record against the contract: all that is wrong with it at once, under the file's own names. */
export function readRecord({id, initiative, silentOn = new Set()}: Candidate, {columnOf}: Names): ImportRecord | ImportFault[] {
  const faults: ImportFault[] = [];
  const parsedId = givenIdSchema.safeParse(id ?? '');
  if (!parsedId.success) faults.push(faultAt(columnOf('#/id'), 'format', {value: typeof id === 'string' ? id : JSON.stringify(id)}));

  const parsed = newInitiativeSchema.safeParse(initiative);
  if (!parsed.success) {
    for (const fault of faultsOf(parsed.error, initiative, 'body')) {
      const pointer = fault.pointer ?? '#';
      const value = valueAt(initiative, pointer);
      faults.push(
        faultAt(columnOf(pointer), fault.code, {value: typeof value === 'string' || typeof value === 'number' ? String(value) : undefined}),
      );
    }
  }
  for (const pointer of unstorable(initiative, '#'))
    faults.push(faultAt(columnOf(pointer), 'format', {detail: 'This has characters that are no text.'}));
  if (faults.length > 0 || !parsed.success || !parsedId.success) return faults;
  return {id: parsedId.data === '' ? null : parsedId.data.toLowerCase(), initiative: parsed.data, silentOn};
}

function valueAt(input: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, key) => (value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined),
      input,
    );
}

/** PostgreSQL keeps neither a NUL nor half a surrogate pair, and would refuse the whole batch for one of them. */
function unstorable(value: unknown, pointer: string): string[] {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [pointer] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => unstorable(inner, `${pointer}/${key}`));
}
