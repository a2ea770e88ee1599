import {
  faultsOf,
  idSchema,
  newInitiativeSchema,
  newPartnerSchema,
  newServiceSchema,
  newSharedPlaceSchema,
  type FaultCode,
} from '@buurtkit/contract';
import * as z from 'zod';
import {isStorable} from '../http/unstorable-text.ts';
import type {ImportFault, ImportRecord, ResourceName, Silence, Values} from './import-record.ts';

type Candidate = {id: unknown; value: unknown; silentOn?: ReadonlySet<Silence>};
type Names = Pick<ImportRecord, 'columnOf'>;

export function faultAt(column: string, code: FaultCode, {value, detail}: {value?: string | undefined; detail?: string} = {}): ImportFault {
  return {code, column, ...(value !== undefined && {value}), ...(detail !== undefined && {detail})};
}

const givenIdSchema = z.union([z.literal(''), idSchema]);

const schemas = {
  initiative: newInitiativeSchema,
  partner: newPartnerSchema,
  service: newServiceSchema,
  place: newSharedPlaceSchema,
} satisfies Record<ResourceName, unknown>;

/** An initiative in our own words. */
export function readRecord(
  {id, initiative, silentOn}: {id: unknown; initiative: unknown; silentOn?: ReadonlySet<Silence>},
  names: Names,
): ImportRecord<'initiative'> | ImportFault[] {
  return readRecordOf('initiative', {id, value: initiative, ...(silentOn && {silentOn})}, names);
}

/** Holds a record against the contract: all that is wrong with it at once, under the file's own names. */
export function readRecordOf<Name extends ResourceName>(
  resource: Name,
  {id, value, silentOn = new Set()}: Candidate,
  {columnOf}: Names,
): ImportRecord<Name> | ImportFault[] {
  const faults: ImportFault[] = [];
  const parsedId = givenIdSchema.safeParse(id ?? '');
  if (!parsedId.success) faults.push(faultAt(columnOf('#/id'), 'format', {value: typeof id === 'string' ? id : JSON.stringify(id)}));

  const parsed = schemas[resource].safeParse(value);
  if (!parsed.success) {
    for (const fault of faultsOf(parsed.error, value, 'body')) {
      const pointer = fault.pointer ?? '#';
      // A report is kept, and where somebody lives is kept nowhere.
      const isHome = pointer.startsWith('#/location') && valueAt(value, '#/place/precision') === 'grid';
      const found = isHome ? undefined : valueAt(value, pointer);
      faults.push(
        faultAt(columnOf(pointer), fault.code, {value: typeof found === 'string' || typeof found === 'number' ? String(found) : undefined}),
      );
    }
  }
  for (const pointer of unstorable(value, '#'))
    faults.push(faultAt(columnOf(pointer), 'format', {detail: 'This has characters that are no text.'}));
  if (faults.length > 0 || !parsed.success || !parsedId.success) return faults;
  return {resource, id: parsedId.data === '' ? null : parsedId.data.toLowerCase(), value: parsed.data as Values[Name], silentOn, columnOf};
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

/** PostgreSQL would refuse the whole batch for one of them. */
function unstorable(value: unknown, pointer: string): string[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [pointer];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => unstorable(inner, `${pointer}/${key}`));
}
