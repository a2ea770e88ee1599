import {faultsOf, faultTexts, idSchema, newInitiativeSchema, type FaultCode} from '@buurtkit/contract';
import type {ImportFault, ImportRecord, Silence} from './import-record.ts';

type Candidate = {id: unknown; initiative: Record<string, unknown>; silentOn?: ReadonlySet<Silence>};
type Names = {
  /** What the file calls the thing at a JSON pointer. */
  columnOf(pointer: string): string;
};

export function faultAt(column: string, code: FaultCode, {value, detail}: {value?: string | undefined; detail?: string} = {}): ImportFault {
  return {code, column, ...(value !== undefined && {value}), detail: detail ?? faultTexts[code].en};
}

/** Holds a record against the contract: all that is wrong with it at once, under the file's own names. */
export function readRecord({id, initiative, silentOn = new Set()}: Candidate, {columnOf}: Names): ImportRecord | ImportFault[] {
  const faults: ImportFault[] = [];
  const hasId = id !== undefined && id !== null && id !== '';
  if (hasId && !idSchema.safeParse(id).success) faults.push(faultAt(columnOf('#/id'), 'format', {value: String(id)}));

  const parsed = newInitiativeSchema.safeParse(initiative);
  if (!parsed.success) {
    for (const fault of faultsOf(parsed.error, initiative, 'body')) {
      const pointer = fault.pointer ?? '#';
      const value = valueAt(initiative, pointer);
      faults.push(faultAt(columnOf(pointer), fault.code, {value: typeof value === 'string' || typeof value === 'number' ? String(value) : undefined}));
    }
  }
  for (const pointer of unstorable(initiative, '#')) faults.push(faultAt(columnOf(pointer), 'format', {detail: 'This has characters that are no text.'}));
  if (faults.length > 0 || !parsed.success) return faults;
  return {id: hasId ? String(id).toLowerCase() : null, initiative: parsed.data, silentOn};
}

function valueAt(input: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined), input);
}

/** PostgreSQL keeps neither a NUL nor half a surrogate pair, and would refuse the whole batch for one of them. */
function unstorable(value: unknown, pointer: string): string[] {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [pointer] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => unstorable(inner, `${pointer}/${key}`));
}
