import type {FaultCode, NewInitiative, NewPartner, NewService, NewSharedPlace} from '@buurtkit/contract';

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
  | 'place.slug'
  | 'externalIds.others';

/** What can be imported, in the words in which it is written; one names another by its id or by its address. */
export type Values = {initiative: NewInitiative; partner: NewPartner; service: NewService; place: NewSharedPlace};
export type ResourceName = keyof Values;
export type Value = Values[ResourceName];

/** A thing as a file has it; what `value` leaves out stays as it is. */
export type ImportRecord<Name extends ResourceName = ResourceName> = {
  resource: Name;
  id: string | null;
  value: Values[Name];
  silentOn: ReadonlySet<Silence>;
  /** What the file calls what stands at a JSON pointer. */
  columnOf(pointer: string): string;
  /** Names a thing only by its name in a system elsewhere, which then keeps the fields that it sends. */
  source?: string;
  /** A name within the file that leads nowhere is left out, not refused: what it named may not have come along. */
  isLenient?: boolean;
};

export type ImportFault = {code: FaultCode; column?: string; value?: string; /** What its code alone doesn't say. */ detail?: string};

/** Something in the file that is not used, and that is no reason to refuse a row. */
export type ImportWarning = {column: string; detail: string};

export type RecordRow = {
  line: number;
  record: ImportRecord;
  /** It names what may stand further on in the file, and is looked at once more at the end. */
  comesAgain?: boolean;
  /** The row was there before: now that what it names is there too, it is looked at once more. */
  isAgain?: boolean;
};
export type FaultyRow = {line: number; faults: ImportFault[]};
export type ReadRow = RecordRow | FaultyRow | {line: number; warnings: ImportWarning[]};

/**
 * A format is one of these: it turns a file into rows, one after the other, and never holds the whole file. `line` is where
 * a row begins, or the how-manieth it is in a format without lines; no two rows have the same.
 */
export type RecordReader = (source: ImportSource) => AsyncIterable<ReadRow>;
