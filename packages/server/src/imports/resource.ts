import type {ExternalId} from '@buurtkit/contract';
import type {TrxScope} from '../scope.ts';
import type {ImportRecord, ResourceName, Values} from './import-record.ts';
import type {Named, References} from './references.ts';

/** A row of the resource's own table. */
export type Row = {
  id: string;
  revision: string;
  slug?: string;
  external_ids?: ExternalId[];
  owned_fields?: Record<string, string>;
} & Record<string, unknown>;

/** What belongs to a thing and stands in another table: chapters, who stands behind it, members. */
export type Belonging<Value> = {
  /** The field that tells it. */
  field: keyof Value & string;
  table: 'chapters' | 'coalitions' | 'network_members';
  /** The column that names whose it is. */
  owner: string;
  find(scope: TrxScope, ids: readonly string[]): Promise<Map<string, unknown>>;
  /** As `find` would give it, from what a record tells. */
  wanted(value: Value, references: References): readonly unknown[] | undefined;
  /** What stands there once only. */
  keyOf?(one: unknown): string;
  replace(scope: TrxScope, id: string, wanted: unknown): Promise<void>;
};

/** What has to be known of a kind of thing to bring it in, change it and take it back. */
export type Resource<Name extends ResourceName = ResourceName> = {
  name: Name;
  table: 'initiatives' | 'partners' | 'services' | 'places';
  /** The columns that a file decides; all others are kept by whoever writes them. */
  columns: readonly string[];
  jsonColumns: ReadonlySet<string>;
  /** Columns of a new one, where nothing is told. */
  defaults: Readonly<Record<string, unknown>>;
  belongings: readonly Belonging<Values[Name]>[];
  /** A slug made from its name; null when it has no address of its own. */
  slugFrom(value: Values[Name]): string | null;
  named(value: Values[Name]): Named;
  /** The columns that these fields decide, JSON as text. */
  columnsOf(changes: Partial<Values[Name]>, before: Row | undefined, references: References): Record<string, unknown>;
  /** The value as it should stand when the thing is there already: where the file is silent, what stood there stays. */
  merge(record: ImportRecord<Name>, before: Row): Partial<Values[Name]>;
  /** What else follows from a change, in its transaction. */
  follow(scope: TrxScope, ids: readonly string[]): Promise<void>;
};
