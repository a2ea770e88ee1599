import type {FaultCode, NewInitiative} from '@buurtkit/contract';

/** What an import reads: from its beginning each time it is asked. */
export type ImportSource = {read(): AsyncIterable<Uint8Array>};

/** What a file has no way to say, and so leaves as it is. */
export type Silence =
  | 'summary.en'
  | 'contact.website'
  | 'contact.email'
  | 'contact.phone'
  | 'place.areaCode'
  | 'place.areaYear'
  | 'place.precision'
  | 'externalIds.others';

/** An initiative as a file has it; what `initiative` leaves out stays as it is. */
export type ImportRecord = {id: string | null; initiative: NewInitiative; silentOn: ReadonlySet<Silence>};

export type ImportFault = {code: FaultCode; column?: string; value?: string; detail: string};

/** Something in the file that is not used, and that is no reason to refuse a row. */
export type ImportWarning = {column: string; detail: string};

export type RecordRow = {line: number; record: ImportRecord};
export type FaultyRow = {line: number; faults: ImportFault[]};
export type ReadRow = RecordRow | FaultyRow | {line: number; warnings: ImportWarning[]};

/**
 * A format is one of these: it turns a file into rows, one after the other, and never holds the whole file. `line` is where
 * a row begins, or the how-manieth it is in a format without lines; no two rows have the same.
 */
export type RecordReader = (source: ImportSource) => AsyncIterable<ReadRow>;
